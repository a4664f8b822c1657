using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>What an open phone on the table is not enough for (ASVS 6.3.3, 7.2.4, 7.5.1, 8.4.2).</summary>
public sealed class Proving_who_she_is
{
    [Theory, EveryDatabase]
    internal async Task A_bank_account_waits_for_a_fresh_code_and_nothing_typed_is_lost(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        await market.EnrolAsync(coop.Manager);
        var session = await market.SessionFor(coop.Manager);
        using var desk = market.BrowserWith(session);
        market.Clock.Advance(TimeSpan.FromMinutes(20));

        using var asked = await desk.PostFormAsync("/en/sell/profile/change", ("Form.BankAccount", "0011 2233 44"));
        asked.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        asked.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = await Browser.ParseAsync(asked);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Please confirm that it is you");
        page.QuerySelector("main [autocomplete='one-time-code']")!.GetAttribute("inputmode").ShouldBe("numeric");
        (await market.RowsAsync<SellerApplication>()).ShouldAllBe(a => !a.IsChange);

        var form = page.QuerySelector<IHtmlFormElement>("main form")!;
        form.GetAttribute("action").ShouldBe("/en/account/confirm");
        using var wrong = await desk.PostAsync("/en/account/confirm", [.. Browser.Filled(form, [("Proof.Code", "000000")])]);
        wrong.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        form = (await Browser.ParseAsync(wrong)).QuerySelector<IHtmlFormElement>("main form")!;
        var fields = Browser.Filled(form, [("Proof.Code", market.CodeNow())]);
        using var proved = await desk.PostAsync("/en/account/confirm", [.. fields]);
        (proved.StatusCode, Browser.Goal(proved)).ShouldBe((HttpStatusCode.TemporaryRedirect, "/en/sell/profile/change"), "the browser sends the same form on");
        using var done = await desk.PostAsync("/en/sell/profile/change", [.. fields]);
        Browser.Goal(done).ShouldBe("/en/sell/profile/change");
        (await market.RowsAsync<SellerApplication>()).Single(a => a.IsChange).Details.BankAccount.ShouldBe("0011223344");

        using var before = market.BrowserWith(session);
        Browser.Goal(await before.GetAsync("/account")).ShouldStartWith("/account/sign-in", Case.Sensitive, "a new session took its place");
        market.Clock.Advance(TimeSpan.FromMinutes(9));
        (await desk.PostFormAsync("/sell/profile/change", ("Form.BankAccount", "55667788"))).StatusCode.ShouldBe(HttpStatusCode.Found, "ten minutes long nobody is asked again");
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        (await desk.PostFormAsync("/sell/profile/change", ("Form.BankAccount", "55667799"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, EveryDatabase]
    internal async Task Who_has_no_second_factor_sets_one_up_before_a_bank_account(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        using var desk = await market.ClientFor(coop.Manager);
        using var asked = await desk.PostFormAsync("/sell/profile/change", ("Form.BankAccount", "55667788"));
        asked.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var page = await Browser.ParseAsync(asked);
        page.QuerySelector("main a[target=_blank]")!.GetAttribute("href").ShouldBe("/account/security/app");
        var form = page.QuerySelector<IHtmlFormElement>("main form")!;

        using var other = await desk.GetAsync("/account/security/app");
        var setUp = (await Browser.ParseAsync(other)).QuerySelector<IHtmlFormElement>("main form")!;
        var shown = await market.WithAsync<Factors, string>(f => Task.FromResult(f.Show(coop.Manager.Value, FactorsFactory.Secret)));
        using var set = await desk.PostAsync("/account/security/app", [.. Browser.Filled(setUp, [("Form.Shown", shown), ("Form.Code", market.CodeNow())])]);
        set.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var done = await desk.PostAsync(form.GetAttribute("action")!, [.. Browser.Filled(form, [])]);
        Browser.Goal(done).ShouldBe("/sell/profile/change");
        (await market.RowsAsync<SellerApplication>()).Single(a => a.IsChange).Details.BankAccount.ShouldBe("55667788");
    }

    [Theory, EveryDatabase]
    internal async Task An_admin_without_a_second_factor_is_led_to_set_one_up_and_sees_and_moves_nothing(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var admin = await market.RegisteredAsync();
        await market.InDbAsync(db => db.Set<Features.Accounts.Data.Account>().Where(a => a.Id == admin.Value).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsAdmin, true)));
        using var browser = await market.ClientFor(admin);

        using var answer = await browser.GetAsync("/admin/payments");
        Browser.Goal(answer).ShouldBe("/account/security/app?returnUrl=%2Fadmin%2Fpayments");
        (await Should.ThrowAsync<ProofNeededException>(() => market.SendAsync(
            new Features.Payments.RecordTransfer.Command(Actor.Of(admin, "", market.Clock.Now()), "FT1", "1.000", "", new(2026, 11, 23))))).MustSetUp.ShouldBeTrue();
        (await market.RowsAsync<Domain.Payments.MoneyIn>()).ShouldBeEmpty();

        await market.EnrolAsync(admin);
        using var opened = await browser.GetAsync("/admin/payments");
        opened.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Theory, EveryDatabase]
    internal async Task An_admin_approves_bank_data_only_with_a_second_factor_that_she_just_gave(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var admin = await market.PersonAsync(isAdmin: true);
        var id = await market.HandInAsync(await market.PersonAsync());
        var seen = (await market.SendAsync(new SellerFile.Query(Actor.Of(admin, ""), id)))!.Seen;
        var proved = await market.ProvedAsync(admin);
        (await AskedAsync(Actor.Of(admin, ""))).MustSetUp.ShouldBeFalse();
        market.Clock.Advance(INeedsProof.Lasts);
        (await AskedAsync(proved)).MustSetUp.ShouldBeFalse();
        (await market.RowsAsync<Cooperative>()).ShouldBeEmpty();
        (await market.SendAsync(new ApproveSeller.Command(await market.ProvedAsync(admin), id, seen))).IsDone.ShouldBeTrue();

        Task<ProofNeededException> AskedAsync(Actor actor) => Should.ThrowAsync<ProofNeededException>(() => market.SendAsync(new ApproveSeller.Command(actor, id, seen)));
    }

    [Theory, EveryDatabase]
    internal async Task Email_phone_and_password_ask_whoever_has_a_second_factor_for_it_and_others_for_their_password(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        var stale = Actor.Of(person, "", market.Clock.Now() - TimeSpan.FromMinutes(20));
        ICommand[] changes = [new ChangeEmail.Command(stale, AccountsFactory.NewEmail(), AccountsFactory.Password), new ChangePhone.Command(stale, AccountsFactory.NewPhone(), AccountsFactory.Password)];
        foreach (var change in changes)
            (await market.SendAsync(change)).IsDone.ShouldBeTrue("the form asked for the password");
        await market.EnrolAsync(person);
        foreach (var change in changes)
            await Should.ThrowAsync<ProofNeededException>(() => market.SendAsync(change));
        await Should.ThrowAsync<ProofNeededException>(() => market.SendAsync(new ChangePassword.Command(stale, AccountsFactory.Password, "con trâu đi trước cái cày", "")));
        await Should.ThrowAsync<ProofNeededException>(() => market.SendAsync(new TurnOffAuthenticator.Command(stale, "")));
        await Should.ThrowAsync<ProofNeededException>(() => market.SendAsync(new RenewRecoveryCodes.Command(stale)));
    }

    [Theory, EveryDatabase]
    internal async Task A_changed_password_makes_no_proof_by_the_second_factor_younger(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.EnrolAsync(await market.RegisteredAsync());
        using var browser = await market.ClientFor(person);
        market.Clock.Advance(TimeSpan.FromMinutes(9));
        using var changed = await browser.PostFormAsync("/account/password", ("Form.Current", AccountsFactory.Password), ("Form.Password", "con trâu đi trước cái cày"));
        Browser.Goal(changed).ShouldBe("/account/security");
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        (await browser.PostFormAsync("/account/security/app", [], "form[action*=Codes]")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, EveryDatabase]
    internal async Task To_set_a_second_factor_up_her_password_is_asked_again_and_she_comes_back(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var browser = await market.ClientFor(await market.RegisteredAsync());
        market.Clock.Advance(TimeSpan.FromMinutes(20));
        var goal = Browser.Goal(await browser.GetAsync("/en/account/security/app"))!;
        goal.ShouldBe("/en/account/confirm?returnUrl=%2Faccount%2Fsecurity%2Fapp");
        (await browser.PostFormAsync(goal, ("Proof.Password", "sai rồi nhé"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await browser.PostFormAsync(goal, ("Proof.Password", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Goal(await browser.PostFormAsync(goal, ("Proof.Password", AccountsFactory.Password))).ShouldBe("/en/account/security/app");
        (await browser.OpenAsync("/en/account/security/app")).QuerySelector("figure.qr").ShouldNotBeNull();
    }

    /// <summary>What is asked for again, as a table: a change of it shows in a diff. Payouts come here with <see cref="Proof.Factor"/>.</summary>
    [Fact]
    public void What_needs_a_proof_is_written_down()
        => typeof(INeedsProof).Assembly.GetTypes().Where(t => t is { IsClass: true } && t.IsAssignableTo(typeof(INeedsProof)))
            .Select(t => $"{RequestName.Of(t)} {((INeedsProof)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(t)).Proof}").ShouldBe(
            [
                "Accounts.ChangeEmail FactorIfAny", "Accounts.ChangePassword FactorIfAny", "Accounts.ChangePhone FactorIfAny",
                "Accounts.AddPasskey Lately", "Accounts.EraseAccount Lately", "Accounts.NewAuthenticator Lately", "Accounts.OfferPasskey Lately", "Accounts.RemovePasskey Lately", "Accounts.RenewRecoveryCodes Lately", "Accounts.SetUpAuthenticator Lately", "Accounts.TurnOffAuthenticator Lately",
                "Sellers.ApproveSeller Factor", "Sellers.RequestChange Factor", "Sellers.TakeCopy Lately", "Sellers.InviteMember Lately", "Sellers.ChangeRole Lately", "Sellers.RemoveMember Lately", "Accounts.DismissAdmin Factor", "Payments.BringPayoutBack Factor", "Payments.RecordTransfer Factor", "Payments.GiveUpCash Factor", "Payments.AgreeToRefund Factor", "Orders.SettleReturn Factor", "Orders.LoseReturn Factor",
                "Settlement.AddFeeRule Factor", "Settlement.DraftPayouts Factor", "Settlement.LeaveOutPayouts Factor", "Settlement.ApprovePayouts Factor", "Settlement.RecordPayoutResult Factor",
                "Settlement.BeginConnecting Factor", "Settlement.ConnectToStripe Factor", "Settlement.EndConnected Factor", "Settlement.TakeBackTransfer Factor", "Settlement.AgreeToReversal Factor", "Settlement.DropReversal Factor",
            ], ignoreOrder: true);

    [Fact]
    public async Task A_crafted_link_makes_the_page_send_no_form_anywhere()
    {
        await using var market = await Market.OpenAsync();
        using var browser = await market.ClientFor(await market.RegisteredAsync());
        const string Trap = "/account/confirm?returnUrl=/account/security%3Fhandler%3DEndAll&Proof.SendsOn=true&SendsOn=true";
        (await browser.OpenAsync(Trap)).QuerySelector("input[name='Proof.SendsOn']")!.GetAttribute("value").ShouldBe("false");
        (await browser.PostFormAsync(Trap, ("Proof.Password", AccountsFactory.Password))).StatusCode.ShouldBe(HttpStatusCode.Found, "a page is opened, no form sent");
        foreach (var elsewhere in new[] { "//evil.test", "https://evil.test/", "/\\evil.test", "javascript:alert(1)" })
            Browser.Goal(await browser.PostFormAsync("/account/confirm", ("Proof.Password", AccountsFactory.Password), ("Proof.Goal", elsewhere))).ShouldBe("/");
    }

    [Fact]
    public async Task The_demos_code_is_shown_in_Development_alone_and_only_for_the_demos_secret()
    {
        await using var market = await Market.OpenAsync();
        var hash = await market.WithAsync<Passwords, string>(p => Task.FromResult(p.Hash("coop-market-demo")));
        (await market.SendAsync(new SeedPerson.Command(Actor.Job("seed"), "Nguyễn Thị Thu", "admin@demo.test", null, hash, IsAdmin: true, HasDemoFactor: true))).IsDone.ShouldBeTrue();
        await market.EnrolAsync(await market.RegisteredAsync("mai@thu.test"));
        (await HintAsync("Test", Market.Address, "admin@demo.test", "coop-market-demo", isAsked: true)).ShouldBeNull();
        (await HintAsync("Development", "http://localhost:5080", "mai@thu.test", AccountsFactory.Password, isAsked: true)).ShouldBeNull();
        (await HintAsync("Development", "http://localhost:5080", "admin@demo.test", "coop-market-demo", isAsked: false)).ShouldNotBeNull().Length.ShouldBe(6);

        async Task<string?> HintAsync(string environment, string address, string who, string password, bool isAsked)
        {
            await using var app = market.WithWebHostBuilder(host => host.UseEnvironment(environment).UseSetting("Market:PublicUrl", address));
            using var browser = new Browser(app.CreateClient(new() { BaseAddress = new(address), AllowAutoRedirect = false }));
            var goal = Browser.Goal(await browser.SignInAsync(who, password)).ShouldNotBeNull();
            goal.StartsWith("/account/sign-in/code", StringComparison.Ordinal).ShouldBe(isAsked);
            if (!isAsked)
                (await market.RowsAsync<AccountSession>()).Max(s => s.CreatedAt).ShouldBe(market.Clock.GetUtcNow() - INeedsProof.Lasts, "her password alone proves nothing");
            var hint = (await browser.OpenAsync(isAsked ? goal : "/account/confirm")).QuerySelector("main .note b")?.TextContent;
            if (hint is not null)
                Browser.Goal(await browser.PostFormAsync("/account/confirm", ("Proof.Code", hint))).ShouldBe("/");
            return hint;
        }
    }

    [Fact]
    public async Task No_code_and_no_secret_is_in_the_log()
    {
        await using var market = await Market.OpenAsync(DatabaseProvider.Sqlite, ("Logging:Kept:LogLevel:Default", "Trace"), ("Logging:Kept:LogLevel:Microsoft", "Warning"));
        var person = await market.EnrolAsync(await market.RegisteredAsync("mai@thu.test"));
        using var browser = market.Guest();
        await browser.SignInAsync("mai@thu.test");
        var code = market.CodeNow();
        (await browser.PostFormAsync("/account/sign-in/code", ("Form.Code", code))).StatusCode.ShouldBe(HttpStatusCode.Found);
        market.Log.Lines.ShouldContain(l => l.Contains("Accounts.EnterCode by guest", StringComparison.Ordinal));
        market.Log.Lines.Where(l => l.Contains(code, StringComparison.Ordinal)).ShouldBeEmpty();
        (await market.RowsAsync<Authenticator>()).ShouldHaveSingleItem().AccountId.ShouldBe(person.Value);
    }
}
