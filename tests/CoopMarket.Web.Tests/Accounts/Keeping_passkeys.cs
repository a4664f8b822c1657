using System.Buffers.Text;
using System.Net;
using System.Text.Json.Nodes;
using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopMarket.Web.Tests.Accounts;

/// <summary>Making passkeys, how many, and what becomes of recovery codes and the app beside them.</summary>
public sealed class Keeping_passkeys
{
    [Theory, EveryDatabase]
    internal async Task To_add_one_she_is_asked_who_she_is_and_comes_back(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        using var browser = await market.ClientFor(person);
        market.Clock.Advance(TimeSpan.FromMinutes(20));
        var goal = Browser.Goal(await browser.GetAsync("/en/account/security/passkeys/new"))!;
        goal.ShouldBe("/en/account/confirm?returnUrl=%2Faccount%2Fsecurity%2Fpasskeys%2Fnew");
        Browser.Goal(await browser.GetAsync("/account/security/passkeys/new?handler=Options")).ShouldStartWith("/account/confirm");
        Browser.Goal(await browser.PostFormAsync(goal, ("Proof.Password", AccountsFactory.Password))).ShouldBe("/en/account/security/passkeys/new");
        (await browser.MakeAsync(new SoftKey(), "")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.PostFormAsync("/account/security/passkeys/new", ("Form.Name", "Máy"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a browser without scripts");
        (await browser.MakeAsync(new SoftKey(), "Máy")).StatusCode.ShouldBe(HttpStatusCode.OK);

        market.Clock.Advance(INeedsProof.Lasts);
        var stale = Actor.Of(person, "", market.Clock.Now() - INeedsProof.Lasts);
        var kept = (await market.RowsAsync<Passkey>()).ShouldHaveSingleItem().Id;
        await Should.ThrowAsync<ProofNeededException>(() => market.SendAsync(new RemovePasskey.Command(stale, kept, "")));
        await Should.ThrowAsync<ProofNeededException>(() => market.SendAsync(new AddPasskey.Command(stale, "x", new(null, "x"), "")));
        (await market.SendAsync(new RenamePasskey.Command(stale, kept, "Máy mới"))).IsDone.ShouldBeTrue();
    }

    [Theory]
    [InlineData("another page"), InlineData("another site"), InlineData("no finger"), InlineData("in a frame")]
    public async Task A_passkey_that_was_not_made_for_the_market_is_not_kept(string how)
    {
        await using var market = await Market.OpenAsync();
        using var browser = await market.ClientFor(await market.RegisteredAsync());
        var key = how switch
        {
            "another page" => new SoftKey { Origin = "https://evil.example" },
            "another site" => new SoftKey { Site = "evil.example" },
            "no finger" => new SoftKey { Verifies = false },
            _ => new SoftKey { InFrame = true },
        };
        (await browser.MakeAsync(key, "Máy")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await market.RowsAsync<Passkey>()).ShouldBeEmpty();
        (await market.RowsAsync<KeptRecoveryCode>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task A_question_for_a_new_one_is_answered_once_by_whom_it_was_asked_within_five_minutes(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (mai, pang) = (await market.RegisteredAsync(), await market.RegisteredAsync());
        var question = (await market.SendAsync(new OfferPasskey.Query(Now(mai))))!;
        var answer = new PasskeyAnswer(question.Ticket, new SoftKey().Make(question.Options));
        (await AddAsync(pang, answer)).ShouldBeOfType<PasskeyTooLate>();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AddAsync(mai, answer))));
        outcomes.Count(o => o is null).ShouldBe(1);
        (await market.RowsAsync<Passkey>()).ShouldHaveSingleItem();
        (await market.RowsAsync<KeptRecoveryCode>()).Count.ShouldBe(RecoveryCode.Count);
        (await AddAsync(mai, answer)).ShouldBeOfType<PasskeyTooLate>();
        var known = (await market.SendAsync(new OfferPasskey.Query(Now(pang))))!;
        (await AddAsync(pang, answer with { Ticket = known.Ticket })).ShouldBeOfType<PasskeyIsThere>("another has it");
        market.Clock.Advance(Passkeys.Waits);
        (await AddAsync(pang, new(known.Ticket, new SoftKey().Make(known.Options)))).ShouldBeOfType<PasskeyTooLate>();

        async Task<Refusal?> AddAsync(PersonId person, PasskeyAnswer given)
            => (await market.SendAsync(new AddPasskey.Command(Now(person), "Máy", given, "test"))).Refusal;
        Actor Now(PersonId person) => Actor.Of(person, "", market.Clock.Now());
    }

    /// <summary>The broken twin: an account is changed whoever changed it since it was read, and one key may stand twice.</summary>
    [Theory, EveryDatabase]
    internal async Task A_new_one_of_which_nobody_minds_what_came_between_would_be_kept_twice(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var mai = Actor.Of(await market.RegisteredAsync(), "", market.Clock.Now());
        var question = (await market.SendAsync(new OfferPasskey.Query(mai)))!;
        AddPasskey.Command add = new(mai, "Máy", new(question.Ticket, new SoftKey().Make(question.Options)), "test");

        await using var twin = await BrokenTwin.Loosened(
            market,
            BrokenTwin.MeetsAt(@"FROM ""?accounts_passkeys""?[\s\S]*JOIN ""?accounts_accounts"),
            new(@"(UPDATE ""?accounts_accounts""?[^;]*WHERE [^;]*?) AND ""?concurrency_stamp""? = @\w+", "$1")).WithoutAsync("ix_accounts_passkeys_credential_id");
        (await twin.RaceAsync(add, add)).ShouldAllBe(o => o.IsDone);

        (await market.RowsAsync<Passkey>()).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task Ten_are_enough(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var person = await market.RegisteredAsync();
        var actor = Actor.Of(person, "", market.Clock.Now());
        for (var i = 0; i < Passkey.Most - 1; i++)
            await market.KeyOfAsync(person);
        var question = (await market.SendAsync(new OfferPasskey.Query(actor)))!;
        JsonNode.Parse(question.Options)!["excludeCredentials"]!.AsArray().Count.ShouldBe(Passkey.Most - 1, "no device makes a second one");
        await market.KeyOfAsync(person);
        (await market.SendAsync(new OfferPasskey.Query(actor))).ShouldBeNull();
        using var browser = await market.ClientFor(person);
        Browser.Goal(await browser.GetAsync("/account/security/passkeys/new")).ShouldBe("/account/security");
        (await browser.GetAsync("/account/security/passkeys/new?handler=Options")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync("/account/security")).QuerySelector("main a[href$='passkeys/new']").ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task The_last_factor_takes_the_recovery_codes_along_whichever_it_is(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        var person = await market.RegisteredAsync(who);
        var key = new SoftKey();
        var codes = (await market.AddKeyAsync(person, key)).Codes;
        (await HasAsync()).ShouldBeTrue();
        using var browser = market.Guest();
        await browser.SignInAsync(who);
        Browser.Goal(await browser.PostFormAsync("/account/sign-in/code", ("Form.Recovery", codes[0]))).ShouldBe("/", "a recovery code stands for a passkey, too");

        var shown = await market.WithAsync<Factors, string>(f => Task.FromResult(f.Show(person.Value, FactorsFactory.Secret)));
        var set = await market.SendAsync(new SetUpAuthenticator.Command(Now(), shown, market.CodeNow(), ""));
        set.Value.Codes.ShouldBeEmpty("those on paper stay good");
        (await market.SendAsync(new RemovePasskey.Command(Now(), await market.IdOfAsync(key), ""))).IsDone.ShouldBeTrue();
        (await market.RowsAsync<KeptRecoveryCode>()).Count.ShouldBe(RecoveryCode.Count);
        key = await market.KeyOfAsync(person);
        (await market.SendAsync(new TurnOffAuthenticator.Command(Now(), ""))).IsDone.ShouldBeTrue();
        (await market.RowsAsync<KeptRecoveryCode>()).Count.ShouldBe(RecoveryCode.Count);
        (await HasAsync()).ShouldBeTrue();

        using var hers = await market.ClientFor(person);
        Browser.Goal(await hers.PostFormAsync($"/account/security/passkeys/{await market.IdOfAsync(key)}", [], "form[action*=Remove]")).ShouldBe("/account/security");
        (await market.RowsAsync<KeptRecoveryCode>()).ShouldBeEmpty();
        (await HasAsync()).ShouldBeFalse();
        using var guest = market.Guest();
        Browser.Goal(await guest.SignInAsync(who)).ShouldBe("/", "the password alone is enough again");
        await market.DeliverAsync();
        market.Post.Letters.Select(l => l.Subject).ShouldBe(
            [
                "Một khóa truy cập vừa được thêm", "Một mã dự phòng vừa được dùng", "Ứng dụng tạo mã vừa được thêm", "Một khóa truy cập vừa được bỏ", "Một khóa truy cập vừa được thêm",
                "Ứng dụng tạo mã vừa được bỏ", "Khóa truy cập cuối cùng vừa được bỏ",
            ], ignoreOrder: true);

        Actor Now() => Actor.Of(person, "", market.Clock.Now());
        Task<bool> HasAsync() => market.WithAsync<People, bool>(p => p.HasFactorAsync(person, default));
    }

    [Theory, EveryDatabase]
    internal async Task Who_lost_her_phone_is_helped_with_her_passkeys_alike(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var who = AccountsFactory.NewEmail();
        var person = await market.RegisteredAsync(who);
        await market.KeyOfAsync(person);
        await market.KeyOfAsync(person);
        var others = await market.KeyOfAsync(await market.RegisteredAsync());
        (await market.SendAsync(new ForgetFactor.Command(Actor.Job("forget-factor"), who))).Value.ShouldBe(person);
        (await market.RowsAsync<Passkey>()).ShouldHaveSingleItem().CredentialId.ShouldBe(others.Id);
        (await market.SendAsync(new ForgetFactor.Command(Actor.Job("forget-factor"), who))).Refusal.ShouldBeOfType<NoAuthenticator>();
        using var guest = market.Guest();
        Browser.Goal(await guest.SignInAsync(who)).ShouldBe("/");
    }

    [Fact]
    public async Task Her_copy_of_what_is_kept_names_her_passkeys_and_nothing_that_signs()
    {
        await using var market = await Market.OpenAsync();
        var person = await market.RegisteredAsync();
        var key = new SoftKey();
        await market.AddKeyAsync(person, key, "Máy của Mai");
        using var browser = await market.ClientFor(person);
        var copy = await (await browser.GetAsync("/account/data?handler=File")).Content.ReadAsStringAsync();
        copy.ShouldContain("Máy của Mai");
        copy.ShouldNotContain(Base64Url.EncodeToString(key.Id));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", "localhost", "http://localhost:5080")]
    [InlineData("http://localhost:5080", "localhost", "http://localhost:5080")]
    [InlineData("https://cho.example", "cho.example", "https://cho.example")]
    public async Task In_Development_passkeys_are_made_at_localhost(string address, string site, string origin)
    {
        await using var market = await Market.OpenAsync();
        await using var app = market.WithWebHostBuilder(host => host.UseEnvironment("Development").UseSetting("Market:PublicUrl", address));
        var options = app.Services.GetRequiredService<IOptions<IdentityPasskeyOptions>>().Value;
        options.ServerDomain.ShouldBe(site);
        (await IsTakenAsync(origin, false)).ShouldBeTrue();
        (await IsTakenAsync(origin, true)).ShouldBeFalse();
        (await IsTakenAsync(origin + "1", false)).ShouldBeFalse();

        async Task<bool> IsTakenAsync(string from, bool inFrame)
            => await options.ValidateOrigin!(new() { HttpContext = new DefaultHttpContext(), Origin = from, CrossOrigin = inFrame, TopOrigin = null });
    }
}
