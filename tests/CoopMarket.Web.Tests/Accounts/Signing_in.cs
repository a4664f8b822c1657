using System.Buffers.Binary;
using System.Net;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>Registering, signing in and out (trust rows 73, 78).</summary>
public sealed class Signing_in
{
    [Theory, EveryDatabase]
    internal async Task A_person_registers_by_phone_and_signs_in_as_people_write_numbers(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var browser = market.Guest();
        (await browser.OpenAsync("/account/sign-in?returnUrl=/cart")).QuerySelector("main a[href^='/account/register']")!.GetAttribute("href").ShouldBe("/account/register?returnUrl=%2Fcart");

        using var registered = await browser.PostFormAsync("/account/register?returnUrl=/cart", ("Form.FullName", " Lò  Thị Mai "), ("Form.Who", "0912 345 678"), ("Form.Password", AccountsFactory.Password));
        registered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Browser.Goal(registered).ShouldBe("/account/sign-in?returnUrl=%2Fcart");
        (await market.RowsAsync<Account>()).ShouldHaveSingleItem().PhoneNumber.ShouldBe("+84912345678");
        (await browser.OpenAsync("/account/sign-in?returnUrl=/cart")).QuerySelector("main input[name='Form.Who']")!.GetAttribute("value").ShouldBe("0912 345 678");

        using var signedIn = await browser.SignInAsync("+84 912.345.678", returnUrl: "/cart");
        Browser.Goal(signedIn).ShouldBe("/cart");
        using var home = await browser.GetAsync("/account");
        home.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_asks_for_a_desk_without_an_account_reads_how_to_get_both()
    {
        await using var market = await Market.OpenAsync();
        using var guest = market.Guest();
        foreach (var (desk, asked) in new[] { ("/sell", true), ("/sell/apply", true), ("/account/orders", false) })
        {
            var goal = Browser.Goal(await guest.GetAsync(desk)).ShouldNotBeNull();
            var page = await guest.OpenAsync(goal);
            (page.QuerySelector("main h1")!.TextContent == "Bán hàng ở CoopMarket").ShouldBe(asked, desk);
            page.QuerySelectorAll("main a.btn").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("/account/register?returnUrl=" + Uri.EscapeDataString(desk));
        }
    }

    [Theory, EveryDatabase]
    internal async Task A_person_registers_by_email_confirms_it_once_and_signs_in_in_english(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var browser = market.Guest();
        using var _ = await browser.PostFormAsync("/en/account/register", ("Form.FullName", "Ann"), ("Form.Who", "Ann@Mail.test"), ("Form.Password", AccountsFactory.Password));
        await market.DeliverAsync();
        var mail = market.Post.Letters.ShouldHaveSingleItem();
        mail.To.ShouldBe("Ann@Mail.test");
        mail.Subject.ShouldBe("Confirm your e-mail address");

        var link = AccountsFactory.LinkIn(mail);
        link.ShouldStartWith(Market.Address + "/en/account/link/");
        using var opened = await browser.GetAsync(link);
        Browser.Goal(opened).ShouldBe("/en/account/confirm-email");
        (await market.RowsAsync<Account>())[0].EmailConfirmed.ShouldBeFalse("opening is not confirming: mail programs open links");
        using var asked = await browser.GetAsync("/en/account/confirm-email");
        Browser.Goal(asked).ShouldBe("/en/account/sign-in?returnUrl=/account/confirm-email", "whoever opened the account has its password");
        using var signedIn = await browser.SignInAsync("ann@mail.test", returnUrl: "/account/confirm-email");
        using var confirmed = await browser.PostFormAsync("/en/account/confirm-email");
        Browser.Goal(confirmed).ShouldBe("/en/account");
        (await market.RowsAsync<Account>())[0].EmailConfirmed.ShouldBeTrue();

        using var again = await browser.GetAsync(link);
        Browser.Goal(again).ShouldBe("/en/account/forgotten", "good once");
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_confirms_an_address_for_the_account_of_another(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var stranger = market.Guest();
        using var _ = await stranger.PostFormAsync("/account/register", ("Form.FullName", "Kẻ lạ"), ("Form.Who", "her@mail.test"), ("Form.Password", AccountsFactory.Password));
        await market.DeliverAsync();
        var link = AccountsFactory.LinkIn(market.Post.Letters.ShouldHaveSingleItem());

        using var her = await market.ClientFor(await market.RegisteredAsync());
        using var opened = await her.GetAsync(link);
        using var confirmed = await her.PostFormAsync("/account/confirm-email");
        (await market.RowsAsync<Account>()).Single(a => a.Email == "her@mail.test").EmailConfirmed.ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    internal async Task Signing_out_ends_the_session_for_every_copy_of_its_cookie(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        await market.RegisteredAsync(who);
        using var browser = market.Guest();
        using var signedIn = await browser.SignInAsync(who);
        var cookie = AccountsFactory.SessionCookieIn(signedIn);
        using var thief = market.WithCookie(cookie);
        (await thief.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var withoutToken = await browser.PostAsync("/account/sign-out");
        withoutToken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var signedOut = await browser.PostFormAsync("/account");
        Browser.Goal(signedOut).ShouldBe("/");

        (await market.RowsAsync<AccountSession>()).ShouldHaveSingleItem().EndedAt.ShouldNotBeNull();
        using var replayed = await thief.GetAsync("/account");
        Browser.Goal(replayed).ShouldStartWith("/account/sign-in");
        string.Join(' ', replayed.Headers.GetValues("Set-Cookie")).ShouldContain("expires=Thu, 01 Jan 1970", Case.Insensitive);
    }

    [Theory, EveryDatabase]
    internal async Task Each_sign_in_is_a_new_session_and_ends_the_one_before(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        await market.RegisteredAsync(who);
        using var browser = market.Guest();
        using var first = await browser.SignInAsync(who);
        using var second = await browser.SignInAsync(who);
        AccountsFactory.SessionCookieIn(second).ShouldNotBe(AccountsFactory.SessionCookieIn(first));
        using var before = market.WithCookie(AccountsFactory.SessionCookieIn(first));
        Browser.Goal(await before.GetAsync("/account")).ShouldStartWith("/account/sign-in");
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 29, true)]
    [InlineData(DatabaseProvider.Sqlite, 30, false)]
    internal async Task A_session_lasts_thirty_days_at_most_and_rests_fourteen(DatabaseProvider provider, int days, bool stands)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        using var browser = await market.ClientFor(person);
        for (var day = 0; day < days; day += 10)
        {
            market.Clock.Advance(TimeSpan.FromDays(Math.Min(10, days - day)));
            using var response = await browser.GetAsync("/account");
            (response.StatusCode == HttpStatusCode.OK).ShouldBe(stands || day + 10 < days);
        }

        using var resting = await market.ClientFor(person);
        market.Clock.Advance(AccountSession.LongestRest);
        (await resting.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("//evil.test")]
    [InlineData("/\\evil.test")]
    [InlineData("https:evil.test")]
    [InlineData("https://evil.test/")]
    [InlineData("/\t/evil.test")]
    [InlineData("\\\\evil.test")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~//evil.test")]
    public async Task A_way_back_that_leads_elsewhere_leads_home(string returnUrl)
    {
        await using var market = await Market.OpenAsync();
        var who = AccountsFactory.NewEmail();
        await market.RegisteredAsync(who);
        using var browser = market.Guest();
        using var signedIn = await browser.SignInAsync(who, returnUrl: returnUrl);
        Browser.Goal(signedIn).ShouldBe("/");
        using var typed = await browser.PostFormAsync("/account/sign-in", ("Form.Who", who), ("Form.Password", AccountsFactory.Password), ("Form.ReturnUrl", returnUrl));
        Browser.Goal(typed).ShouldBe("/");
    }

    [Fact]
    public async Task A_guest_who_asks_for_a_page_of_hers_comes_back_to_it()
    {
        await using var market = await Market.OpenAsync();
        var who = AccountsFactory.NewEmail();
        await market.RegisteredAsync(who);
        using var browser = market.Guest();
        using var sent = await browser.GetAsync("/en/account/orders?q=che");
        var goal = Browser.Goal(sent)!;
        goal.ShouldStartWith("/en/account/sign-in?returnUrl=");
        using var signedIn = await browser.PostFormAsync(goal, ("Form.Who", who), ("Form.Password", AccountsFactory.Password));
        Browser.Goal(signedIn).ShouldBe("/en/account/orders?q=che");
    }

    [Fact]
    public void The_market_hashes_with_as_many_rounds_as_OWASP_asks()
    {
        // The tests' market hashes faster, so the settings are taken from a builder of its own.
        var builder = WebApplication.CreateBuilder();
        builder.AddAccounts();
        using var services = builder.Services.BuildServiceProvider();
        var hash = Convert.FromBase64String(services.GetRequiredService<Passwords>().Hash("một câu rất dài"));
        hash[0].ShouldBe((byte)1, "Identity's third format");
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)).ShouldBe(2u, "HMAC-SHA-512");
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)).ShouldBeGreaterThanOrEqualTo(210_000u);
    }
}
