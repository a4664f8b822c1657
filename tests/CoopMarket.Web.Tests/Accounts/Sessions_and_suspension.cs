using System.Net;
using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>What was taken away bites at the next request (trust row 82; ASVS 7.2.4, 7.4).</summary>
public sealed class Sessions_and_suspension
{
    [Theory, EveryDatabase]
    internal async Task A_suspended_persons_open_tab_is_refused_at_once_and_lets_her_in_again_only_by_signing_in(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var boss = await market.RegisteredAsync(isAdmin: true);
        var who = AccountsFactory.NewEmail();
        var person = await market.RegisteredAsync(who);
        using var tab = await market.ClientFor(person);
        var form = await tab.OpenAsync("/account/profile");
        using var admin = await market.ClientFor(boss);
        using var suspended = await admin.PostFormAsync($"/admin/people/{person}", ("Form.Reason", "Bán hàng không phải của mình"));
        Browser.Goal(suspended).ShouldBe($"/admin/people/{person}");

        var token = form.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var posted = await tab.PostAsync("/account/profile", ("Form.FullName", "Tên khác"), ("Form.Language", "vi"), ("__RequestVerificationToken", token));
        ((int)posted.StatusCode).ShouldBeInRange(400, 404);
        (await market.RowsAsync<Account>()).Single(a => a.Id == person.Value).FullName.ShouldNotBe("Tên khác");
        Browser.Goal(await tab.GetAsync("/account")).ShouldStartWith("/account/sign-in");
        using var guest = market.Guest();
        using var right = await guest.SignInAsync(who);
        right.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await market.SendAsync(new SignIn.Command(Actor.Guest(""), who, AccountsFactory.Password, ""))).Refusal.ShouldBeOfType<AccountSuspended>();
        (await market.SendAsync(new SignIn.Command(Actor.Guest(""), who, "không phải", ""))).Refusal.ShouldBeOfType<WrongSignIn>("a stranger learns nothing");

        using var reopened = await admin.PostFormAsync($"/admin/people/{person}", [], "form[action*=Reopen]");
        Browser.Goal(await tab.GetAsync("/account")).ShouldStartWith("/account/sign-in", Case.Sensitive, "the old session stays over");
        Browser.Goal(await guest.SignInAsync(who)).ShouldBe("/");
        (await market.RowsAsync<AuditRow>()).Select(r => r.What).ShouldContain("Accounts.SuspendAccount");
    }

    [Theory, EveryDatabase]
    internal async Task Nobody_suspends_herself_and_nobody_but_an_admin_anybody(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var boss = await market.RegisteredAsync(isAdmin: true);
        var person = await market.RegisteredAsync();
        (await market.SendAsync(new SuspendAccount.Command(Actor.Of(boss, ""), boss, "thử"))).Refusal.ShouldBeOfType<NotYourself>();
        await Should.ThrowAsync<AccessDeniedException>(market.SendAsync(new SuspendAccount.Command(Actor.Of(person, ""), boss, "thử")));
        using var buyer = await market.ClientFor(person);
        foreach (var page in new[] { "/admin/people", "/admin/people/new", $"/admin/people/{boss}" })
            (await buyer.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
    }

    [Theory, EveryDatabase]
    internal async Task A_person_sees_her_devices_and_ends_one_or_all(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        var stranger = await market.RegisteredAsync();
        using var phone = await market.ClientFor(person);
        using var laptop = await market.ClientFor(person);
        using var others = await market.ClientFor(stranger);
        var page = await phone.OpenAsync("/account/security");
        var other = page.QuerySelectorAll("button[name=session]").ShouldHaveSingleItem().GetAttribute("value")!;

        using var notHers = await others.PostFormAsync("/account/security", [("session", other)], "form[action*=EndAll]");
        using var _ = await others.GetAsync("/account");
        (await laptop.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK, "another person's session is not hers to end");
        (await market.SendAsync(new SignOut.Command(Actor.Of(stranger, ""), Guid.Parse(other)))).IsDone.ShouldBeFalse();
        (await laptop.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var ended = await phone.PostFormAsync("/account/security", ("session", other));
        Browser.Goal(await laptop.GetAsync("/account")).ShouldStartWith("/account/sign-in");
        (await phone.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var all = await phone.PostFormAsync("/account/security", [], "form[action*=EndAll]");
        Browser.Goal(await phone.GetAsync("/account")).ShouldStartWith("/account/sign-in");
    }

    [Theory, EveryDatabase]
    internal async Task Changing_the_password_asks_for_the_old_one_and_ends_all_sessions_but_gives_this_device_a_new_one(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        using var phone = await market.ClientFor(person);
        using var laptop = await market.ClientFor(person);
        using var wrong = await phone.PostFormAsync("/account/password", ("Form.Current", "sai rồi mà"), ("Form.Password", "một câu khác hẳn"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var changed = await phone.PostFormAsync("/account/password", ("Form.Current", AccountsFactory.Password), ("Form.Password", "một câu khác hẳn"));
        Browser.Goal(changed).ShouldBe("/account/security");
        (await phone.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        Browser.Goal(await laptop.GetAsync("/account")).ShouldStartWith("/account/sign-in");
        await market.DeliverAsync();
        market.Post.Letters.ShouldHaveSingleItem().Subject.ShouldBe("Mật khẩu của bạn vừa được đổi");
    }

    [Theory, EveryDatabase]
    internal async Task A_phone_that_somebody_has_is_refused_and_a_free_one_signs_in(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.RegisteredAsync("0912000333");
        var person = await market.RegisteredAsync();
        using var browser = await market.ClientFor(person);
        using var taken = await browser.PostFormAsync("/account/phone", ("Form.Phone", "0912000333"), ("Form.Password", AccountsFactory.Password));
        taken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var free = await browser.PostFormAsync("/account/phone", ("Form.Phone", "0912 000 444"), ("Form.Password", AccountsFactory.Password));
        Browser.Goal(free).ShouldBe("/account/profile");
        using var guest = market.Guest();
        Browser.Goal(await guest.SignInAsync("+84912000444")).ShouldBe("/");
    }

    /// <summary>The page on privacy says thirty days of a network address.</summary>
    [Theory, EveryDatabase]
    internal async Task No_network_address_is_kept_longer_than_a_session_can_last(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        using var browser = await market.ClientFor(person);
        (await market.SendAsync(new ForgetPassword.Command(Actor.Guest(""), (await market.RowsAsync<Account>()).Single().Email!))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.RowsAsync<AccountLink>()).ShouldNotBeEmpty();

        market.Clock.Advance(AccountSession.Longest);
        await market.RoundAsync<SweepAccounts>();
        (await market.RowsAsync<AccountSession>()).ShouldNotBeEmpty();
        market.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        await market.RoundAsync<SweepAccounts>();

        (await market.RowsAsync<AccountSession>()).ShouldBeEmpty();
        (await market.RowsAsync<AccountLink>()).ShouldBeEmpty();
    }
}
