using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>Passkeys: what opens an account with them, and what does not (WebAuthn Level 3, 7.1 and 7.2; ASVS 6.3.3, 6.5.1, 6.7).</summary>
public sealed class Signing_in_by_passkey
{
    private static readonly (string, string)[] UsualLimits = [("RateLimits:Factor", "1")];

    [Theory, EveryDatabase]
    internal async Task A_person_adds_a_passkey_and_signs_in_by_it_alone_which_proves_that_it_is_she(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        var person = await market.RegisteredAsync(who);
        using var elsewhere = await market.ClientFor(person);
        using var browser = market.Guest();
        await browser.SignInAsync(who);
        var key = new SoftKey { Count = 7 };
        using var made = await browser.MakeAsync(key, " Điện thoại của Mai  ");
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Browser.ParseAsync(made)).QuerySelectorAll(".codes li").Length.ShouldBe(10, "with the first factor come the recovery codes");
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK, "this device goes on");
        Browser.Goal(await elsewhere.GetAsync("/account")).ShouldStartWith("/account/sign-in", Case.Sensitive, "others end");
        await market.DeliverAsync();
        (market.Post.Letters[^1].To, market.Post.Letters[^1].Subject).ShouldBe((who, "Một khóa truy cập vừa được thêm"));

        using var phone = market.Guest();
        market.Clock.Advance(TimeSpan.FromHours(1));
        Browser.Goal(await phone.SignInAsync(key, "/account/sign-in?returnUrl=/account/orders")).ShouldBe("/account/orders");
        var list = (await phone.OpenAsync("/account/security")).QuerySelector("main")!.TextContent;
        list.ShouldContain("Điện thoại của Mai");
        list.ShouldContain("Thêm 23/11/2026 09:00, dùng lần cuối 23/11/2026 10:00");
        list.ShouldContain("Còn 10 mã dự phòng");
        (await phone.PostFormAsync("/account/security", [], "form[action*=Codes]")).StatusCode.ShouldBe(HttpStatusCode.OK, "a passkey has just proved who she is");
        market.Clock.Advance(INeedsProof.Lasts);
        (await phone.PostFormAsync("/account/security", [], "form[action*=Codes]")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await market.RowsAsync<Passkey>()).ShouldHaveSingleItem().SignCount.ShouldBe(8);

        using var other = await market.ClientFor(person);
        Browser.Goal(await other.MakeAsync(new SoftKey(), "Máy tính")).ShouldBe("/account/security", "no new codes: the old ones stay good");
    }

    public static TheoryData<string, Type> Bent => new()
    {
        { "another page", typeof(WrongPasskey) },
        { "plain http", typeof(WrongPasskey) },
        { "another site", typeof(WrongPasskey) },
        { "no finger", typeof(WrongPasskey) },
        { "in a frame", typeof(WrongPasskey) },
        { "another key", typeof(WrongPasskey) },
        { "another's account", typeof(WrongPasskey) },
        { "no account", typeof(WrongPasskey) },
        { "no count", typeof(WrongPasskey) },
        { "lower count", typeof(WrongPasskey) },
        { "equal count", typeof(WrongPasskey) },
        { "unknown", typeof(UnknownPasskey) },
    };

    [Theory, MemberData(nameof(Bent))]
    public async Task What_does_not_hold_opens_nothing_and_is_told_in_the_readers_language(string how, Type refusal)
    {
        await using var market = await Market.OpenAsync();
        var (person, other) = (await market.RegisteredAsync(), await market.RegisteredAsync());
        var key = new SoftKey { Count = 5 };
        await market.AddKeyAsync(person, key);
        var sessions = (await market.RowsAsync<AccountSession>()).Count;
        switch (how)
        {
            case "another page": key.Origin = "https://coopmarket.test.evil.example"; break;
            case "plain http": key.Origin = "http://coopmarket.test"; break;
            case "another site": key.Site = "evil.example"; break;
            case "no finger": key.Verifies = false; break;
            case "in a frame": key.InFrame = true; break;
            case "another key": key = new() { Id = key.Id, Owner = key.Owner, Count = 5 }; break;
            case "another's account": key.Owner = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(other.ToString())); break;
            case "no account": key.Owner = null; break;
            case "no count": key.Count = null; break;
            case "lower count": key.Count = 2; break;
            case "equal count": key.Count = 4; break;
            default: key = new() { Owner = key.Owner }; break;
        }

        var words = market.Services.GetRequiredService<Words>();
        foreach (var language in new[] { "vi", "en" })
        {
            using var browser = market.Guest();
            using var answer = await browser.SignInAsync(key, language == "vi" ? "/account/sign-in" : "/en/account/sign-in");
            answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await Browser.ParseAsync(answer)).QuerySelector(".errors")!.TextContent.Trim().ShouldBe(words.In(language, "refusal." + refusal.Name));
            if (key.Count is { } counted)
                key.Count = counted - 1;
        }

        (await market.RowsAsync<AccountSession>()).Count.ShouldBe(sessions);
        (await market.RowsAsync<Passkey>()).ShouldHaveSingleItem().UsedAt.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task One_answer_sent_twenty_times_at_once_opens_one_session_and_never_another(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var key = await market.KeyOfAsync(await market.RegisteredAsync());
        var before = (await market.RowsAsync<AccountSession>()).Count;
        var (earlier, question) = (await AskAsync(market), await AskAsync(market, TimeSpan.FromSeconds(1)));
        var answer = new PasskeyAnswer(question.Ticket, key.Sign(question.Options));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => SignInAsync(market, answer))));
        outcomes.Count(o => o is null).ShouldBe(1);
        outcomes.OfType<PasskeyTooLate>().Count().ShouldBe(19);
        (await market.RowsAsync<AccountSession>()).Count.ShouldBe(before + 1);
        (await SignInAsync(market, answer)).ShouldBeOfType<PasskeyTooLate>("replayed");
        (await SignInAsync(market, new(earlier.Ticket, key.Sign(earlier.Options)))).ShouldBeOfType<PasskeyTooLate>("a question from before the last answer");
        var later = await AskAsync(market, TimeSpan.FromSeconds(1));
        (await SignInAsync(market, new(later.Ticket, answer.Json))).ShouldBeOfType<WrongPasskey>("an old answer to a new question");
        (await SignInAsync(market, new(later.Ticket, key.Sign(later.Options)))).ShouldBeNull();
    }

    /// <summary>The broken twin: no condition says that a question was not answered before.</summary>
    [Theory, EveryDatabase]
    internal async Task An_answer_of_which_nobody_minds_whether_it_was_given_would_open_another(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var key = await market.KeyOfAsync(await market.RegisteredAsync());
        var before = (await market.RowsAsync<AccountSession>()).Count;
        var question = await AskAsync(market);
        var sign = new SignInByPasskey.Command(Actor.Guest(""), new(question.Ticket, key.Sign(question.Options)), "test");

        await using var twin = BrokenTwin.Loosened(market, new(@"AND \((""?\w+""?\.)?""?asked_at""? IS NULL OR [^)]*\)", ""), new(@"AND \((""?\w+""?\.)?""?sign_count""? < .*$", ""));
        (await twin.RaceAsync(sign, sign)).ShouldAllBe(o => o.IsDone);

        (await market.RowsAsync<AccountSession>()).Count.ShouldBe(before + 2);
    }

    [Fact]
    public async Task A_question_is_good_for_five_minutes_in_the_browser_that_was_asked()
    {
        await using var market = await Market.OpenAsync();
        var key = await market.KeyOfAsync(await market.RegisteredAsync());
        using var browser = market.Guest();
        var answer = key.Sign(await browser.AskedAsync());
        using var stranger = market.Guest();
        await RefusedAsync(stranger, answer);
        market.Clock.Advance(Passkeys.Waits);
        await RefusedAsync(browser, answer);
        answer = key.Sign(await browser.AskedAsync());
        market.Clock.Advance(Passkeys.Waits - TimeSpan.FromSeconds(1));
        using var entered = await browser.AnswerAsync(answer);
        Browser.Goal(entered).ShouldBe("/");
        entered.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("__Host-cm-passkey=;", StringComparison.Ordinal), "the question is forgotten");
        foreach (var forged in new[] { "", "x", "CfDJ8" + new string('x', 80), new string('A', 5_000) })
            (await SignInAsync(market, new(forged, answer))).ShouldBeOfType<PasskeyTooLate>();
        var question = await AskAsync(market);
        foreach (var torn in new[] { "x", "[]", "{}", "\"\"", "{\"id\":7}", "{\"id\":\"\"}", "{\"id\":\"!\"}", "{\"id\":\"\\ud800\"}", "null" })
            (await SignInAsync(market, new(question.Ticket, torn))).ShouldBeOfType<UnknownPasskey>(torn);
        (await market.SendAsync(new SignInByPasskey.Command(Actor.Guest(""), new(question.Ticket, ""), ""))).Kind.ShouldBe(OutcomeKind.Invalid);
        (await market.SendAsync(new SignInByPasskey.Command(Actor.Guest(""), new(question.Ticket, new string('x', PasskeyAnswer.Longest + 1)), ""))).Kind.ShouldBe(OutcomeKind.Invalid);

        static async Task RefusedAsync(Browser browser, string answer)
        {
            using var refused = await browser.AnswerAsync(answer);
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await Browser.ParseAsync(refused)).QuerySelector(".errors")!.TextContent.ShouldContain("Đã quá năm phút");
        }
    }

    [Theory, EveryDatabase]
    internal async Task A_suspended_person_stays_outside(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        var key = await market.KeyOfAsync(person);
        var admin = Actor.Of(await market.RegisteredAsync(isAdmin: true), "");
        (await market.SendAsync(new SuspendAccount.Command(admin, person, "Gian lận"))).IsDone.ShouldBeTrue();
        using var browser = market.Guest();
        using var refused = await browser.SignInAsync(key);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Browser.Goal(await browser.GetAsync("/account")).ShouldStartWith("/account/sign-in");
        (await market.RowsAsync<Passkey>()).ShouldHaveSingleItem().UsedAt.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task After_the_password_and_where_she_is_asked_again_only_her_own_passkey_opens(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        var (mai, pang) = (await market.RegisteredAsync(who), await market.RegisteredAsync());
        var (hers, others) = (await market.KeyOfAsync(mai), await market.KeyOfAsync(pang));
        using var browser = market.Guest();
        (await browser.GetAsync("/account/passkey?at=Code")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync("/account/passkey?at=Confirm")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Browser.Goal(await browser.SignInAsync(who)).ShouldStartWith("/account/sign-in/code");
        var page = await browser.OpenAsync("/account/sign-in/code");
        page.QuerySelector("[name='Form.Code']").ShouldBeNull("she has no app");
        page.QuerySelector("[data-ask]")!.Closest("[hidden]").ShouldNotBeNull("without scripts there is no button");
        var question = await browser.AskedAsync(PasskeyPlace.Code);
        JsonNode.Parse(question)!["allowCredentials"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>()
            .ShouldBe(Base64Url.EncodeToString(hers.Id));
        (await browser.PostFormAsync("/account/sign-in/code", ("Form.Passkey", others.Sign(question)))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var anyone = hers.Sign(await browser.AskedAsync());
        (await browser.PostFormAsync("/account/sign-in/code", ("Form.Passkey", anyone))).StatusCode.ShouldBe(HttpStatusCode.Conflict, "asked of anyone, not of her");
        Browser.Goal(await browser.PostFormAsync("/account/sign-in/code", ("Form.Passkey", hers.Sign(await browser.AskedAsync(PasskeyPlace.Code))))).ShouldBe("/");

        market.Clock.Advance(TimeSpan.FromMinutes(20));
        const string Confirm = "/en/account/confirm?returnUrl=/account/email";
        (await browser.PostFormAsync(Confirm, ("Proof.Passkey", others.Sign(await browser.AskedAsync(PasskeyPlace.Confirm))))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await browser.PostFormAsync(Confirm, ("Proof.Passkey", hers.Sign(await browser.AskedAsync())))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Browser.Goal(await browser.PostFormAsync(Confirm, ("Proof.Passkey", hers.Sign(await browser.AskedAsync(PasskeyPlace.Confirm))))).ShouldBe("/en/account/email");
        (await browser.PostFormAsync("/account/security", [], "form[action*=Codes]")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EveryDatabase]
    internal async Task A_removed_passkey_opens_nothing_and_nobody_elses_is_touched(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        var (mai, pang) = (await market.RegisteredAsync(who), await market.RegisteredAsync());
        var (old, kept, others) = (await market.KeyOfAsync(mai), await market.KeyOfAsync(mai), await market.KeyOfAsync(pang));
        using var browser = market.Guest();
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.SignInAsync(kept);
        var page = $"/account/security/passkeys/{await market.IdOfAsync(old)}";
        (await browser.PostFormAsync(page, [("Form.Name", "")], "main form")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Goal(await browser.PostFormAsync(page, [("Form.Name", "Máy cũ")], "main form")).ShouldBe("/account/security");
        (await browser.OpenAsync(page)).QuerySelector("h1")!.TextContent.ShouldBe("Máy cũ");
        var stranger = await market.IdOfAsync(others);
        (await browser.GetAsync($"/account/security/passkeys/{stranger}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var actor = Actor.Of(mai, "", market.Clock.Now());
        (await market.SendAsync(new RemovePasskey.Command(actor, stranger, ""))).Refusal.ShouldBeOfType<Domain.Shared.NotFound>();
        (await market.SendAsync(new RenamePasskey.Command(actor, stranger, "x"))).Refusal.ShouldBeOfType<Domain.Shared.NotFound>();

        using var elsewhere = await market.ClientFor(mai);
        Browser.Goal(await browser.PostFormAsync(page, [], "form[action*=Remove]")).ShouldBe("/account/security");
        Browser.Goal(await elsewhere.GetAsync("/account")).ShouldStartWith("/account/sign-in");
        (await browser.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var guest = market.Guest();
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        (await guest.SignInAsync(old)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Browser.Goal(await guest.SignInAsync(kept)).ShouldBe("/");
        await market.DeliverAsync();
        market.Post.Letters.Where(l => l.To == who).Select(l => l.Subject).ShouldBe(
            ["Một khóa truy cập vừa được thêm", "Một khóa truy cập vừa được thêm", "Một khóa truy cập vừa được bỏ"], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    internal async Task Too_many_wrong_answers_wait_like_wrong_codes(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider, UsualLimits);
        var person = await market.RegisteredAsync();
        var key = await market.KeyOfAsync(person);
        for (var i = 0; i < 7; i++)
            (await TryAsync(key)).ShouldBeNull("right ones count for nothing");
        key.Verifies = false;
        for (var i = 0; i < 5; i++)
            (await TryAsync(key)).ShouldBeOfType<WrongPasskey>();
        key.Verifies = true;
        (await TryAsync(key)).ShouldBeOfType<TooManyCodes>();
        (await TryAsync(key, "203.0.113.8")).ShouldBeNull("the owner at another address signs in");
        market.Clock.Advance(TimeSpan.FromMinutes(10));
        (await TryAsync(key)).ShouldBeNull("ten minutes later");

        async Task<Refusal?> TryAsync(SoftKey tried, string address = "203.0.113.7")
        {
            var question = await AskAsync(market, TimeSpan.FromSeconds(1));
            return await SignInAsync(market, new(question.Ticket, tried.Sign(question.Options)), address);
        }
    }

    private static Task<PasskeyQuestion> AskAsync(Market market, TimeSpan after = default)
    {
        market.Clock.Advance(after);
        return market.SendAsync(new AskForPasskey.Query(Actor.Guest(""), PasskeyPlace.SignIn, null))!;
    }

    private static async Task<Refusal?> SignInAsync(Market market, PasskeyAnswer answer, string address = "203.0.113.7")
    {
        var outcome = await market.SendAsync(new SignInByPasskey.Command(Actor.Guest(address), answer, "test"));
        return outcome.IsDone ? null : outcome.Refusal ?? throw new InvalidOperationException(string.Join(' ', outcome.Flaws.Select(f => f.Key)));
    }
}
