using System.Net;
using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>Forgotten passwords, changed addresses, codes on paper (trust rows 72, 80).</summary>
public sealed class Getting_in_again
{
    private const string New = "con trâu đi trước cái cày";

    [Theory, EveryDatabase]
    internal async Task A_reset_link_carries_the_markets_address_works_once_and_ends_every_session(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        var person = await market.RegisteredAsync(who);
        using var elsewhere = await market.ClientFor(person);
        using var browser = market.Guest();
        browser.Headers.Add("X-Forwarded-Host", "evil.test");
        using var asked = await browser.PostFormAsync("/account/forgotten", ("Form.Who", who));
        await market.DeliverAsync();
        var mail = market.Post.Letters.ShouldHaveSingleItem();
        var link = AccountsFactory.LinkIn(mail);
        link.ShouldStartWith(Market.Address + "/account/link/");
        (mail.Html + mail.Text).ShouldNotContain("evil.test");

        Browser.Goal(await browser.GetAsync(link)).ShouldBe("/account/new-password");
        using var weak = await browser.PostFormAsync("/account/new-password", ("Form.Password", "matkhau1"));
        weak.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var set = await browser.PostFormAsync("/account/new-password", ("Form.Password", New));
        Browser.Goal(set).ShouldBe("/account/sign-in");

        Browser.Goal(await elsewhere.GetAsync("/account")).ShouldStartWith("/account/sign-in");
        Browser.Goal(await browser.GetAsync(link)).ShouldBe("/account/forgotten", "good once");
        (await browser.SignInAsync(who)).StatusCode.ShouldBe(HttpStatusCode.Conflict, "the old password is gone");
        Browser.Goal(await browser.SignInAsync(who, New)).ShouldBe("/");
        await market.DeliverAsync();
        market.Post.Letters[^1].Subject.ShouldBe("Mật khẩu của bạn vừa được đổi");
    }

    [Theory, EveryDatabase]
    internal async Task A_host_that_is_not_ours_is_refused(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var client = market.CreateDefaultClient(new Uri("https://evil.test"));
        (await client.GetAsync("/account/forgotten")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, EveryDatabase]
    internal async Task Of_two_reset_links_only_the_newer_is_good_and_for_two_hours(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        await market.RegisteredAsync(who);
        var first = await ResetLinkAsync(market, who);
        market.Clock.Advance(TimeSpan.FromMinutes(30));
        var second = await ResetLinkAsync(market, who);
        using var browser = market.Guest();
        Browser.Goal(await browser.GetAsync(first)).ShouldBe("/account/forgotten");
        Browser.Goal(await browser.GetAsync(second)).ShouldBe("/account/new-password");
        market.Clock.Advance(TimeSpan.FromHours(2));
        (await browser.GetAsync("/account/new-password")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var late = await browser.PostFormAsync("/account/forgotten", ("Form.Who", who));
        (await market.SendAsync(new SetNewPassword.Command(Actor.Guest(""), second[(second.LastIndexOf('/') + 1)..], New))).Refusal.ShouldBeOfType<LinkSpent>();
    }

    [Theory, EveryDatabase]
    internal async Task One_reset_link_used_twenty_times_at_once_sets_one_password(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var token = await ResetTokenAsync(market);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            market.SendAsync(new SetNewPassword.Command(Actor.Guest(""), token, $"{New} số {i}")))));
        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusal is LinkSpent || o.Refusal is ChangedMeanwhile);
    }

    /// <summary>Whoever opened an account with her address, and put a second factor of her own to it, keeps its owner out no longer than to her first mail.</summary>
    [Theory, EveryDatabase]
    internal async Task The_first_mail_that_reaches_her_takes_a_strangers_factor_off_and_later_ones_keep_hers(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        var person = await market.RegisteredAsync(who);
        await market.InDbAsync(db => db.Set<Account>().ExecuteUpdateAsync(set => set.SetProperty(a => a.EmailConfirmed, false)));
        foreach (var left in new[] { 0, 1 })
        {
            await market.EnrolAsync(person);
            var link = await ResetLinkAsync(market, who);
            (await market.SendAsync(new SetNewPassword.Command(Actor.Guest(""), link[(link.LastIndexOf('/') + 1)..], $"{New} lần {left}"))).IsDone.ShouldBeTrue();
            (await market.RowsAsync<Authenticator>()).Count.ShouldBe(left);
            market.Clock.Advance(TimeSpan.FromHours(3));
        }
    }

    /// <summary>The broken twin: no condition says that a link is not spent yet.</summary>
    [Theory, EveryDatabase]
    internal async Task A_link_of_which_nobody_minds_whether_it_is_spent_would_set_another(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var token = await ResetTokenAsync(market);

        await using var twin = BrokenTwin.Loosened(market, new Loose(@"AND (""?\w+""?\.)?""?spent_at""? IS NULL", ""));
        for (var i = 0; i < 2; i++)
            (await twin.RaceAsync(new SetNewPassword.Command(Actor.Guest(""), token, $"{New} số {i}"))).ShouldAllBe(o => o.IsDone);
    }

    [Theory, EveryDatabase]
    internal async Task A_reset_link_is_void_once_the_address_has_changed(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (old, fresh) = (AccountsFactory.NewEmail(), AccountsFactory.NewEmail());
        var person = await market.RegisteredAsync(old);
        var reset = await ResetLinkAsync(market, old);
        using var browser = await market.ClientFor(person);
        using var asked = await browser.PostFormAsync("/account/email", ("Form.Email", fresh), ("Form.Password", AccountsFactory.Password));
        Browser.Goal(asked).ShouldBe("/account/profile");
        (await market.RowsAsync<Account>())[0].Email.ShouldBe(old, "until the new one is confirmed");
        await market.DeliverAsync();
        var mail = market.Post.Letters[^1];
        mail.To.ShouldBe(fresh);
        Browser.Goal(await browser.GetAsync(AccountsFactory.LinkIn(mail))).ShouldBe("/account/confirm-email");
        Browser.Goal(await browser.PostFormAsync("/account/confirm-email")).ShouldBe("/account");

        (await market.RowsAsync<Account>())[0].Email.ShouldBe(fresh);
        using var stranger = market.Guest();
        Browser.Goal(await stranger.GetAsync(reset)).ShouldBe("/account/forgotten");
        await market.DeliverAsync();
        market.Post.Letters.Skip(2).Select(l => l.To).ShouldBe([old, fresh], ignoreOrder: true, "both addresses are told");
    }

    [Theory, EveryDatabase]
    internal async Task A_confirming_link_sent_to_an_address_does_not_confirm_another_asked_for_later(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (mine, victims) = (AccountsFactory.NewEmail(), AccountsFactory.NewEmail());
        var person = await market.RegisteredAsync();
        var actor = Actor.Of(person, "");
        (await market.SendAsync(new ChangeEmail.Command(actor, mine, AccountsFactory.Password))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        var link = AccountsFactory.LinkIn(market.Post.Letters[^1]);
        var token = link[(link.LastIndexOf('/') + 1)..];
        var both = await Task.WhenAll(
            Task.Run(() => market.SendAsync(new ConfirmEmail.Command(actor, token))),
            Task.Run(() => market.SendAsync(new ChangeEmail.Command(actor, victims, AccountsFactory.Password))));
        var account = (await market.RowsAsync<Account>()).Single(a => a.Id == person.Value);
        account.Email.ShouldNotBe(victims);
        both[1].IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task An_address_that_somebody_has_is_not_taken_over_and_only_its_owner_is_told(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var taken = AccountsFactory.NewEmail();
        await market.RegisteredAsync(taken);
        var person = await market.RegisteredAsync();
        (await market.SendAsync(new ChangeEmail.Command(Actor.Of(person, ""), taken, AccountsFactory.Password))).IsDone.ShouldBeTrue("the answer tells nothing");
        await market.DeliverAsync();
        var mail = market.Post.Letters.ShouldHaveSingleItem();
        mail.To.ShouldBe(taken);
        mail.Html.ShouldNotContain("/account/link/");
    }

    [Theory, EveryDatabase]
    internal async Task An_admin_opens_an_account_and_the_code_on_paper_sets_its_first_password_once(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var admin = await market.ClientFor(await market.RegisteredAsync(isAdmin: true));
        using var opened = await admin.PostFormAsync("/admin/people/new", ("Form.FullName", "Hà Thị Ín"), ("Form.Who", "0987 654 321"));
        var code = (await Browser.ParseAsync(opened)).QuerySelector(".paper-code")!.TextContent;
        code.Replace("-", "", StringComparison.Ordinal).Length.ShouldBe(10);
        (await market.RowsAsync<AccountLink>()).ShouldAllBe(l => l.CodeHash == null || !l.CodeHash.Contains(code, StringComparison.Ordinal));
        (await market.RowsAsync<AuditRow>()).ShouldContain(r => r.What == "Accounts.OpenAccountWithCode" && r.Result == AuditResult.Done);

        using var seller = market.Guest();
        using var wrong = await seller.PostFormAsync("/account/code", ("Form.Who", "0987654321"), ("Form.Code", "00000-00000"), ("Form.Password", New));
        wrong.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var used = await seller.PostFormAsync("/account/code", ("Form.Who", "0987654321"), ("Form.Code", code.ToLowerInvariant().Replace('0', 'o')), ("Form.Password", New));
        Browser.Goal(used).ShouldBe("/account");
        (await seller.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var again = await seller.PostFormAsync("/account/code", ("Form.Who", "0987654321"), ("Form.Code", code), ("Form.Password", New));
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict, "good once");
    }

    [Theory, EveryDatabase]
    internal async Task A_code_on_paper_is_good_for_fourteen_days_and_never_for_an_admin(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var boss = await market.RegisteredAsync(isAdmin: true);
        var other = await market.RegisteredAsync("0912000111", isAdmin: true);
        var seller = await market.RegisteredAsync("0912000222");
        var actor = Actor.Of(boss, "");
        (await market.SendAsync(new IssueCode.Command(actor, other))).Refusal.ShouldBeOfType<NoCodeForHer>();
        var code = (await market.SendAsync(new IssueCode.Command(actor, seller))).Value.Code;
        market.Clock.Advance(TimeSpan.FromDays(14));
        (await market.SendAsync(new UseCode.Command(Actor.Guest(""), "0912000222", code, New, ""))).Refusal.ShouldBeOfType<WrongCode>();
        var fresh = (await market.SendAsync(new IssueCode.Command(actor, seller))).Value.Code;
        (await market.SendAsync(new UseCode.Command(Actor.Guest(""), "0912000222", fresh, New, ""))).IsDone.ShouldBeTrue();
    }

    /// <summary>The paper stands for a password that she forgot: once she remembers it, and changes it, whoever finds the paper has nothing.</summary>
    [Theory, EveryDatabase]
    internal async Task A_code_on_paper_is_void_once_she_has_set_a_password_herself(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var boss = Actor.Of(await market.RegisteredAsync(isAdmin: true), "");
        var seller = await market.RegisteredAsync("0912000222");
        var code = (await market.SendAsync(new IssueCode.Command(boss, seller))).Value.Code;

        (await market.SendAsync(new ChangePassword.Command(Actor.Of(seller, ""), AccountsFactory.Password, New, ""))).IsDone.ShouldBeTrue();

        (await market.SendAsync(new UseCode.Command(Actor.Guest(""), "0912000222", code, New, ""))).Refusal.ShouldBeOfType<WrongCode>();
    }

    // Of somebody who has just registered.
    private static async Task<string> ResetTokenAsync(Market market)
    {
        var who = AccountsFactory.NewEmail();
        await market.RegisteredAsync(who);
        var link = await ResetLinkAsync(market, who);
        return link[(link.LastIndexOf('/') + 1)..];
    }

    private static async Task<string> ResetLinkAsync(Market market, string who)
    {
        (await market.SendAsync(new ForgetPassword.Command(Actor.Guest(""), who))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        return AccountsFactory.LinkIn(market.Post.Letters[^1]);
    }
}
