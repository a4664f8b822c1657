using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>The code of an app and recovery codes: each once (trust rows 79 and 80; ASVS 6.3.3, 6.4, 6.5.1, 6.5.5).</summary>
public sealed class Signing_in_by_two_steps
{
    private const string New = "con trâu đi trước cái cày";

    private static readonly (string, string)[] UsualLimits = [("RateLimits:Factor", "1")];

    [Theory, EveryDatabase]
    internal async Task A_person_scans_a_picture_keeps_ten_codes_and_is_asked_for_a_code_from_then_on(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        var person = await market.RegisteredAsync(who);
        using var elsewhere = await market.ClientFor(person);
        using var browser = market.Guest();
        using var first = await browser.SignInAsync(who);
        Browser.Goal(first).ShouldBe("/", "without a second factor the password is enough");

        var page = await browser.OpenAsync("/account/security/app");
        page.QuerySelectorAll("figure.qr svg path").Length.ShouldBe(2);
        var secret = Base32.Read(page.QuerySelector(".secret")!.TextContent)!;
        page.QuerySelector("a[href^='otpauth:']")!.GetAttribute("href").ShouldBe(Totp.Uri("CoopMarket", who, secret));
        using var wrong = await browser.PostFormAsync("/account/security/app", ("Form.Code", "12345"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await Browser.ParseAsync(wrong);
        Base32.Read(again.QuerySelector(".secret")!.TextContent).ShouldNotBe(secret, "the page was opened anew");
        secret = Base32.Read(again.QuerySelector(".secret")!.TextContent)!;
        var form = again.QuerySelector<IHtmlFormElement>("main form")!;
        var code = Totp.CodeAt(secret, Totp.StepAt(market.Clock.GetUtcNow()));
        using var set = await browser.PostAsync("/account/security/app", [.. Browser.Filled(form, [("Form.Code", $"{code[..3]} {code[3..]}")])]);
        set.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Browser.ParseAsync(set)).QuerySelectorAll(".codes li").Select(c => c.TextContent).Distinct().Count().ShouldBe(10);
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK, "this device goes on");
        Browser.Goal(await elsewhere.GetAsync("/account")).ShouldStartWith("/account/sign-in", Case.Sensitive, "others end");
        (await browser.OpenAsync("/account/security/app")).QuerySelector(".codes").ShouldBeNull("they are shown once");

        using var phone = market.Guest();
        Browser.Goal(await phone.SignInAsync(who, returnUrl: "/account/orders")).ShouldBe("/account/sign-in/code?returnUrl=%2Faccount%2Forders");
        Browser.Goal(await phone.GetAsync("/account")).ShouldStartWith("/account/sign-in?", Case.Sensitive, "half-way is not in");
        (await phone.PostFormAsync("/account/sign-in/code", ("Form.Code", code))).StatusCode.ShouldBe(HttpStatusCode.Conflict, "the code that set it up is used");
        market.Clock.Advance(TimeSpan.FromSeconds(30));
        using var entered = await phone.PostFormAsync("/account/sign-in/code?returnUrl=/account/orders", ("Form.Code", Totp.CodeAt(secret, Totp.StepAt(market.Clock.GetUtcNow()))));
        Browser.Goal(entered).ShouldBe("/account/orders");
        (await phone.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EveryDatabase]
    internal async Task One_code_sent_twenty_times_at_once_opens_one_session_and_never_another(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.EnrolAsync(await market.RegisteredAsync());
        var ticket = await TicketAsync(market, person);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => EnterAsync(market, ticket, market.CodeNow()))));
        outcomes.Count(o => o is null).ShouldBe(1);
        outcomes.OfType<WrongFactorCode>().Count().ShouldBe(19);
        (await market.RowsAsync<AccountSession>()).ShouldHaveSingleItem();
        (await EnterAsync(market, ticket, market.CodeNow())).ShouldBeOfType<WrongFactorCode>("replayed");
        (await EnterAsync(market, ticket, market.CodeNow(-1))).ShouldBeOfType<WrongFactorCode>("older than one that was used");
        (await EnterAsync(market, ticket, market.CodeNow(2))).ShouldBeOfType<WrongFactorCode>("two steps ahead");
        (await EnterAsync(market, ticket, market.CodeNow(1))).ShouldBeNull("a clock that is half a minute ahead");
    }

    /// <summary>The broken twin: reads the last step, compares, and writes the new one without asking whether it is still the last.</summary>
    [Theory, EveryDatabase]
    internal async Task A_twin_that_looks_before_it_takes_opens_several(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.EnrolAsync(await market.RegisteredAsync());
        var looks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => market.InDbAsync(db => db.Set<Authenticator>().Where(a => a.AccountId == person.Value).Select(a => a.LastStep).SingleAsync())));
        var opened = await Task.WhenAll(looks.Select(last => market.InDbAsync(async db =>
        {
            if (Totp.Match(FactorsFactory.Secret, market.CodeNow(), market.Clock.Now(), last) is not { } step)
                return 0;
            using var turn = await market.Services.GetRequiredService<WriteGate>().EnterAsync(default);
            return await db.Set<Authenticator>().Where(a => a.AccountId == person.Value).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastStep, step));
        })));
        opened.Sum().ShouldBeGreaterThan(1);
    }

    [Theory, EveryDatabase]
    internal async Task A_recovery_code_opens_once_and_its_owner_hears_of_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        var person = await market.RegisteredAsync(who);
        var codes = (await market.SendAsync(new RenewRecoveryCodes.Command(await market.ProvedAsync(person)))).Value.Codes;
        (await market.RowsAsync<KeptRecoveryCode>()).ShouldAllBe(c => !codes.Contains(c.Hash));
        var ticket = await TicketAsync(market, person);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => EnterAsync(market, ticket, codes[3]))));
        outcomes.Count(o => o is null).ShouldBe(1);
        (await EnterAsync(market, ticket, codes[3])).ShouldBeOfType<WrongFactorCode>("used");

        using var browser = market.Guest();
        await browser.SignInAsync(who);
        using var entered = await browser.PostFormAsync("/account/sign-in/code", ("Form.Recovery", " " + codes[4].ToLowerInvariant().Replace('-', ' ')));
        Browser.Goal(entered).ShouldBe("/");
        (await browser.OpenAsync("/account/security")).QuerySelector("main")!.TextContent.ShouldContain("Còn 8 mã dự phòng");
        await market.DeliverAsync();
        market.Post.Letters.Select(l => (l.To, l.Subject)).ShouldBe([(who, "Có mã dự phòng mới"), (who, "Một mã dự phòng vừa được dùng"), (who, "Một mã dự phòng vừa được dùng")], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    internal async Task New_recovery_codes_void_the_old_ones_however_many_ask_at_once(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var actor = await market.ProvedAsync(await market.RegisteredAsync());
        var old = (await market.SendAsync(new RenewRecoveryCodes.Command(actor))).Value.Codes;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => market.SendAsync(new RenewRecoveryCodes.Command(actor)))));
        (await market.RowsAsync<KeptRecoveryCode>()).Count.ShouldBe(RecoveryCode.Count);
        (await EnterAsync(market, await TicketAsync(market, actor.Me), old[0])).ShouldBeOfType<WrongFactorCode>();
    }

    [Theory, EveryDatabase]
    internal async Task A_new_password_by_mail_or_by_paper_leaves_the_second_factor_as_it_is(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (who, phone) = (AccountsFactory.NewEmail(), AccountsFactory.NewPhone());
        await market.EnrolAsync(await market.RegisteredAsync(who));
        using var browser = market.Guest();
        await browser.PostFormAsync("/account/forgotten", ("Form.Who", who));
        await market.DeliverAsync();
        await browser.GetAsync(AccountsFactory.LinkIn(market.Post.Letters[^1]));
        await browser.PostFormAsync("/account/new-password", ("Form.Password", New));
        Browser.Goal(await browser.SignInAsync(who, New)).ShouldStartWith("/account/sign-in/code");

        var seller = await market.EnrolAsync(await market.RegisteredAsync(phone));
        var admin = Actor.Of(await market.RegisteredAsync(isAdmin: true), "");
        var paper = (await market.SendAsync(new IssueCode.Command(admin, seller))).Value.Code;
        using var hers = market.Guest();
        using var used = await hers.PostFormAsync("/account/code", ("Form.Who", phone), ("Form.Code", paper), ("Form.Password", New));
        Browser.Goal(used).ShouldStartWith("/account/sign-in/code");
        Browser.Goal(await hers.GetAsync("/account")).ShouldStartWith("/account/sign-in?");
        Browser.Goal(await hers.PostFormAsync("/account/sign-in/code", ("Form.Code", market.CodeNow()))).ShouldBe("/");
    }

    [Theory, EveryDatabase]
    internal async Task The_sixth_wrong_code_within_ten_minutes_is_one_too_many_and_right_ones_count_for_nothing(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider, UsualLimits);
        var person = await market.EnrolAsync(await market.RegisteredAsync());
        for (var i = 0; i < 12; i++)
        {
            (await EnterAsync(market, await TicketAsync(market, person), market.CodeNow())).ShouldBeNull($"sign-in {i + 1}");
            market.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        var ticket = await TicketAsync(market, person);
        for (var i = 0; i < 5; i++)
            (await EnterAsync(market, ticket, "000000")).ShouldBeOfType<WrongFactorCode>();
        (await EnterAsync(market, ticket, market.CodeNow())).ShouldBeOfType<TooManyCodes>();
        (await EnterAsync(market, ticket, "AAAA-AAAA-AAAA-AAAA")).ShouldBeOfType<TooManyCodes>("recovery codes count alike");
        (await EnterAsync(market, ticket, market.CodeNow(), "203.0.113.8")).ShouldBeNull("the owner at another address signs in");
        market.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        (await EnterAsync(market, await TicketAsync(market, person), market.CodeNow())).ShouldBeNull("ten minutes later");
    }

    [Theory, EveryDatabase]
    internal async Task A_password_that_was_right_waits_ten_minutes_for_its_code_and_not_past_its_change(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.EnrolAsync(await market.RegisteredAsync());
        var (late, changed) = (await TicketAsync(market, person), await TicketAsync(market, person));
        (await market.SendAsync(new SignOutEverywhere.Command(Actor.Of(person, "")))).IsDone.ShouldBeTrue();
        (await EnterAsync(market, changed, market.CodeNow())).ShouldBeOfType<SignInAgain>();
        late = await TicketAsync(market, person);
        market.Clock.Advance(HalfWay.Waits);
        (await EnterAsync(market, late, market.CodeNow())).ShouldBeOfType<SignInAgain>();
        foreach (var forged in new[] { null, "", "x", "CfDJ8" + new string('x', 80), new string('A', 5_000) })
            (await EnterAsync(market, forged, market.CodeNow())).ShouldBeOfType<SignInAgain>();
        using var browser = market.Guest();
        Browser.Goal(await browser.GetAsync("/en/account/sign-in/code?returnUrl=/cart")).ShouldBe("/en/account/sign-in?returnUrl=%2Fcart");
    }

    [Theory, EveryDatabase]
    internal async Task Turned_off_the_password_is_enough_again_and_the_old_codes_are_gone(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        var person = await market.EnrolAsync(await market.RegisteredAsync(who));
        using var elsewhere = await market.ClientFor(person);
        using var browser = await market.ClientFor(person);
        Browser.Goal(await browser.PostFormAsync("/account/security/app", [], "form[action*=Off]")).ShouldBe("/account/security");
        Browser.Goal(await elsewhere.GetAsync("/account")).ShouldStartWith("/account/sign-in");
        (await market.RowsAsync<Authenticator>()).ShouldBeEmpty();
        (await market.RowsAsync<KeptRecoveryCode>()).ShouldBeEmpty();
        using var guest = market.Guest();
        Browser.Goal(await guest.SignInAsync(who)).ShouldBe("/");
        await market.DeliverAsync();
        market.Post.Letters.ShouldHaveSingleItem().Subject.ShouldBe("Đăng nhập hai bước vừa được tắt");
    }

    [Theory, EveryDatabase]
    internal async Task Who_lost_everything_is_helped_from_the_command_line_alone_and_hears_of_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        var person = await market.EnrolAsync(await market.RegisteredAsync(who));
        using var elsewhere = await market.ClientFor(person);
        var admin = await market.ProvedAsync(await market.RegisteredAsync(isAdmin: true));
        (await market.SendAsync(new ForgetFactor.Command(admin, who))).Kind.ShouldBe(OutcomeKind.Invalid, "no admin can");
        var job = Actor.Job("forget-factor");
        (await market.SendAsync(new ForgetFactor.Command(job, "ai-do@thu.test"))).Refusal.ShouldBeOfType<Domain.Shared.NotFound>();
        (await market.SendAsync(new ForgetFactor.Command(job, who))).Value.ShouldBe(person);
        (await market.SendAsync(new ForgetFactor.Command(job, who))).Refusal.ShouldBeOfType<NoAuthenticator>();
        Browser.Goal(await elsewhere.GetAsync("/account")).ShouldStartWith("/account/sign-in");
        using var guest = market.Guest();
        Browser.Goal(await guest.SignInAsync(who)).ShouldBe("/");
        await market.DeliverAsync();
        market.Post.Letters.ShouldHaveSingleItem().To.ShouldBe(who);
    }

    [Theory, EveryDatabase]
    internal async Task A_secret_is_bound_to_whom_it_was_shown_and_to_an_hour(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (mai, pang) = (await market.RegisteredAsync(), await market.RegisteredAsync());
        var shown = await market.WithAsync<Factors, string>(f => Task.FromResult(f.Show(mai.Value, FactorsFactory.Secret)));
        (await SetUpAsync(pang, shown)).ShouldBeOfType<SecretTooOld>();
        market.Clock.Advance(Factors.Waits);
        (await SetUpAsync(mai, shown)).ShouldBeOfType<SecretTooOld>();
        (await market.RowsAsync<Authenticator>()).ShouldBeEmpty();
        shown = await market.WithAsync<Factors, string>(f => Task.FromResult(f.Show(mai.Value, FactorsFactory.Secret)));
        (await SetUpAsync(mai, shown)).ShouldBeNull();
        market.Clock.Advance(TimeSpan.FromSeconds(30));
        (await SetUpAsync(mai, shown)).ShouldBeOfType<AuthenticatorIsOn>();
        (await market.RowsAsync<Authenticator>()).ShouldHaveSingleItem().SealedSecret.ShouldNotContain(Base32.Write(FactorsFactory.Secret));

        async Task<Refusal?> SetUpAsync(PersonId person, string secret)
            => (await market.SendAsync(new SetUpAuthenticator.Command(Actor.Of(person, "", market.Clock.Now()), secret, market.CodeNow(), "test"))).Refusal;
    }

    [Fact]
    public async Task Where_the_keys_are_lost_no_code_of_the_app_fits_but_a_recovery_code_does()
    {
        await using var market = await Market.OpenAsync();
        var person = await market.RegisteredAsync();
        var codes = (await market.SendAsync(new RenewRecoveryCodes.Command(await market.ProvedAsync(person)))).Value.Codes;
        await market.InDbAsync(db => db.Set<Authenticator>().ExecuteUpdateAsync(set => set.SetProperty(a => a.SealedSecret, "CfDJ8xxxx")));
        var ticket = await TicketAsync(market, person);
        (await EnterAsync(market, ticket, market.CodeNow())).ShouldBeOfType<WrongFactorCode>();
        (await EnterAsync(market, ticket, codes[0])).ShouldBeNull();
    }

    private static async Task<string> TicketAsync(Market market, PersonId person)
    {
        var account = (await market.RowsAsync<Account>()).Single(a => a.PersonId == person);
        return await market.WithAsync<HalfWay, string>(h => Task.FromResult(h.Ticket(account)));
    }

    private static async Task<Refusal?> EnterAsync(Market market, string? ticket, string code, string address = "203.0.113.7")
    {
        var outcome = await market.SendAsync(new EnterCode.Command(Actor.Guest(address), ticket, code, "test"));
        return outcome.IsDone ? null : outcome.Refusal.ShouldNotBeNull(string.Join(' ', outcome.Flaws.Select(f => f.Key)));
    }
}
