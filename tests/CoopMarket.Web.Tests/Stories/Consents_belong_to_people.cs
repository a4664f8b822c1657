using System.Net;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Stories;

/// <summary>Whoever has an account sees what she agreed to and takes it back herself; within a minute it is nowhere.</summary>
public sealed class Consents_belong_to_people
{
    [Theory, EveryDatabase]
    internal async Task Her_face_leaves_page_preview_feed_and_file_in_the_step_that_she_takes(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story, her) = await ToldAsync(market);
        var photo = (await market.AddPhotoAsync(coop, story)).Value;
        await market.DevelopAsync();
        await GiveAsync(market, coop, story, Sounds.Agreed(photo.Value, of: her));
        var hash = (await market.RowsAsync<Photo>()).Single().Hash;
        using var reader = market.CreateClient();
        var page = await PageAsync(market, reader);
        page.ShouldContain(hash);
        var preview = Between(page, "og:image\" content=\"", "\"")[Market.Address.Length..];
        (await reader.GetAsync(preview)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.GetAsync($"/media/{hash}/160.jpg")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var browser = await market.ClientFor(her);
        var mine = await browser.OpenAsync("/account/consents");
        mine.QuerySelector("main img").ShouldNotBeNull("she sees which photo");
        using var taken = await browser.PostFormAsync("/account/consents", ("consent", (await OneAsync(market)).Id.ToString()));
        Browser.Goal(taken).ShouldBe("/account/consents");
        (await browser.OpenAsync("/account/consents")).QuerySelector("main form button[name=consent]").ShouldBeNull();

        await market.DeliverAsync();
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        (await PageAsync(market, reader)).ShouldNotContain(hash);
        (await reader.GetAsync($"/media/{hash}/160.jpg")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync(preview)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var list in new[] { "/feeds/google.xml", "/feeds/facebook.csv", "/stories", "/cooperatives/" + coop.Slug, "/" })
            (await reader.GetStringAsync(list)).ShouldNotContain(hash, customMessage: list);
        (await market.SendAsync(new PutPhotoBack.Command(Actor.Of(coop.Manager, ""), coop.Id, photo))).Refusal.ShouldBeOfType<FaceIsTakenBack>();
    }

    [Theory, EveryDatabase]
    internal async Task Her_voice_and_motif_leave_the_page_and_her_voice_is_silent_whoever_else_agreed(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story, her) = await ToldAsync(market);
        // Somebody without an account agreed to the same voice before her.
        var voice = await market.HeardAsync(coop, story);
        await GiveAsync(market, coop, story, Sounds.Agreed(voice.Value, of: her, who: "Lò Thị Pâng"));
        await GiveAsync(market, coop, story, Sounds.Agreed(story.Value, of: her, who: "Lò Thị Pâng"));
        using var reader = market.CreateClient();
        var file = $"/voices/{(await market.RowsAsync<Recording>()).Single().Hash}.mp3";
        (await reader.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PageAsync(market, reader)).ShouldSatisfyAllConditions(p => p.ShouldContain(file), p => p.ShouldContain("Lò Thị Pâng"));

        foreach (var consent in (await market.RowsAsync<Consent>()).Where(c => c.Person == her))
            (await market.SendAsync(new WithdrawOwnConsent.Command(Actor.Of(her, ""), consent.Id))).IsDone.ShouldBeTrue();

        (await reader.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync(file.Replace(".mp3", ".vtt", StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PageAsync(market, reader)).ShouldSatisfyAllConditions(p => p.ShouldNotContain("/voices/"), p => p.ShouldNotContain("Nổ ồm ồm"), p => p.ShouldNotContain("Lò Thị Pâng"));
        (await market.SendAsync(new OneVoice.Query(Actor.Of(coop.Manager, ""), coop.Id, voice)))!.HasConsent.ShouldBeFalse("the desk is told so, too");
    }

    [Theory, EveryDatabase]
    internal async Task All_of_hers_about_one_thing_goes_at_once_also_what_was_written_down_before_she_had_an_account(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story, her) = await ToldAsync(market);
        await GiveAsync(market, coop, story, Sounds.Agreed(story.Value));
        await GiveAsync(market, coop, story, Sounds.Agreed(story.Value, of: her));
        await GiveAsync(market, coop, story, Sounds.Agreed(story.Value, of: her, who: "Bà Inh"));
        await GiveAsync(market, coop, story, Sounds.Agreed(story.Value, who: "Lò Thị Pâng"));

        (await market.SendAsync(new WithdrawOwnConsent.Command(Actor.Of(her, ""), (await market.RowsAsync<Consent>()).Last(c => c.Person == her).Id))).IsDone.ShouldBeTrue();

        (await market.RowsAsync<Consent>()).Where(c => c.WithdrawnAt is null).ShouldHaveSingleItem().Who.ShouldBe("Lò Thị Pâng");
        (await market.RowsAsync<OutboxRow>()).Count(r => r.Event == "stories.consent-withdrawn").ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task What_is_anothers_is_not_there_again_changes_nothing_and_it_is_written_down(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story, her) = await ToldAsync(market);
        await GiveAsync(market, coop, story, Sounds.Agreed(story.Value, of: her));
        var consent = await OneAsync(market);
        foreach (var other in new[] { coop.Manager, await market.MemberAsync(coop.Id, MemberRole.Storyteller), await market.PersonAsync() })
        {
            (await market.SendAsync(new WithdrawOwnConsent.Command(Actor.Of(other, ""), consent.Id))).Refusal.ShouldBeOfType<NotFound>();
            (await market.SendAsync(new MyConsents.Query(Actor.Of(other, "")))).Given.ShouldBeEmpty();
        }

        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await market.SendAsync(new WithdrawOwnConsent.Command(Actor.Of(her, "203.0.113.9"), consent.Id))).IsDone.ShouldBeTrue();
            market.Clock.Advance(TimeSpan.FromHours(1));
        }

        var kept = await OneAsync(market);
        (kept.WithdrawnBy, kept.WithdrawnAt).ShouldBe((her, market.Clock.GetUtcNow() - TimeSpan.FromHours(2)));
        (await market.RowsAsync<OutboxRow>()).Count(r => r.Event == "stories.consent-withdrawn").ShouldBe(1);
        (await market.RowsAsync<AuditRow>()).Where(r => r.What == "Stories.WithdrawOwnConsent" && r.Result == AuditResult.Done).ShouldAllBe(r => r.Actor == her.ToString() && r.About == consent.Id.ToString() && r.Address == "203.0.113.9");
    }

    [Theory, EveryDatabase]
    internal async Task Only_who_sits_at_the_desk_can_be_chosen(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story, her) = await ToldAsync(market);
        var gone = await market.MemberAsync(coop.Id, MemberRole.Packer);
        await An_account_is_erased.EraseAsync(market, gone);
        var elsewhere = (await market.NewSellerAsync()).Manager;
        foreach (var other in new[] { gone, elsewhere, await market.PersonAsync(), new PersonId(Guid.NewGuid()) })
            (await market.SendAsync(new GiveConsent.Command(Actor.Of(coop.Manager, ""), coop.Id, story, Sounds.Agreed(story.Value, of: other)))).Flaws.Single().Path.ShouldBe("Member");
        (await market.RowsAsync<Consent>()).ShouldBeEmpty();

        using var desk = await market.ClientFor(coop.Manager);
        var form = await desk.OpenAsync($"/sell/stories/{story}/consents");
        form.QuerySelectorAll("#Form_Member option").Select(o => o.GetAttribute("value")).ShouldBe(["", coop.Manager.ToString(), her.ToString()], ignoreOrder: true);
        form.QuerySelector("main details h2").ShouldNotBeNull("the words to read to her stand there");
    }

    [Theory, EveryDatabase]
    internal async Task The_version_of_the_words_is_kept_and_older_ones_say_that_there_was_none(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story, her) = await ToldAsync(market);
        var before = Sounds.Agreed(story.Value, of: her);
        before.GivenOn = ConsentWords.Now.Since.AddDays(-1);
        await GiveAsync(market, coop, story, before);
        await GiveAsync(market, coop, story, Sounds.Agreed(story.Value, of: her));

        (await market.RowsAsync<Consent>()).Select(c => c.TextVersion).ShouldBe(["", ConsentWords.Now.Version]);
        Languages.Speak("vi");
        using var browser = await market.ClientFor(her);
        var main = (await browser.OpenAsync("/account/consents")).QuerySelector("main")!;
        main.TextContent.ShouldContain("từ trước khi chợ giữ");
        main.QuerySelectorAll("a[href='/consent']").ShouldHaveSingleItem().TextContent.ShouldContain("01/11/2026");
        (await browser.OpenAsync("/consent")).QuerySelector("h1")!.TextContent.ShouldBe(ConsentWords.Now.Title);
        (await browser.OpenAsync("/account")).QuerySelector("main a[href='/account/consents']").ShouldNotBeNull();
        (await browser.OpenAsync("/account/data")).QuerySelector("main a[href='/account/consents']").ShouldNotBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task The_cooperative_is_written_to_once_in_its_language_of_what_is_gone(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync("Dệt Mai Châu", await market.RegisteredAsync("quan-ly@thu.test"));
        var her = await market.RegisteredAsync("inh@thu.test");
        await market.SeatAsync(coop.Id, her, MemberRole.Packer);
        var story = await market.LiveStoryAsync(coop);
        var voice = await market.HeardAsync(coop, story);
        await GiveAsync(market, coop, story, Sounds.Agreed(voice.Value, of: her));
        await market.DeliverAsync();
        var before = market.Post.Letters.Count;

        await market.SendAsync(new WithdrawOwnConsent.Command(Actor.Of(her, ""), (await market.RowsAsync<Consent>()).Single(c => c.Person == her).Id));
        await market.DeliverAsync();

        var letter = market.Post.Letters.Skip(before).ShouldHaveSingleItem();
        letter.To.ShouldBe("quan-ly@thu.test");
        letter.Subject.ShouldContain("Ba mươi ngày bên nồi ủ");
        letter.Text.ShouldSatisfyAllConditions(t => t.ShouldContain("Hà Thị Inh"), t => t.ShouldContain("Giọng kể ấy đã rời chợ"), t => t.ShouldContain("/sell/consents?part=Past"));
    }

    [Theory, EveryDatabase]
    internal async Task Taken_back_by_her_and_by_the_desk_at_once_it_is_withdrawn_once_and_told_once(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        for (var i = 0; i < 5; i++)
        {
            var (own, desk) = await BothAsync(market);
            var late = Task.Delay(TimeSpan.FromMilliseconds(i * 3), TestContext.Current.CancellationToken);
            var hers = market.SendAsync(own);
            await late;
            var theirs = market.SendAsync(desk);
            ((await hers).IsDone, (await theirs).IsDone).ShouldBe((true, true));
            (await market.RowsAsync<OutboxRow>()).Count(r => r.Event == "stories.consent-withdrawn").ShouldBe(i + 1);
        }
    }

    [Theory, EveryDatabase]
    internal async Task Where_nobody_sees_the_other_it_would_be_told_twice(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (own, desk) = await BothAsync(market);
        await using var twin = BrokenTwin.Heedless(market);
        (await twin.RaceBothAsync(own, desk)).ShouldBe([true, true]);
        (await market.RowsAsync<OutboxRow>()).Count(r => r.Event == "stories.consent-withdrawn").ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task Who_has_her_account_erased_is_seen_and_heard_no_more_and_nobody_agrees_in_her_place(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, story, her) = await ToldAsync(market);
        var photo = (await market.AddPhotoAsync(coop, story)).Value;
        await market.DevelopAsync();
        var voice = await market.HeardAsync(coop, story);
        foreach (var about in new[] { photo.Value, voice.Value, story.Value })
            await GiveAsync(market, coop, story, Sounds.Agreed(about, of: her, who: "Lò Thị Pâng"));

        await An_account_is_erased.EraseAsync(market, her);
        await market.DeliverAsync();

        var consents = await market.RowsAsync<Consent>();
        consents.Where(c => c.WithdrawnAt is not null).Count().ShouldBe(3);
        consents.ShouldAllBe(c => c.Person == null && c.Who != "Lò Thị Pâng" && c.WithdrawnBy != her);
        (await market.RowsAsync<Photo>()).Single().RemovedAt.ShouldNotBeNull();
        (await market.RowsAsync<Recording>()).Single().Who.ShouldBeEmpty();
        foreach (var about in new[] { photo.Value, voice.Value })
            await GiveAsync(market, coop, story, Sounds.Agreed(about, who: "Lò Thị Pâng"));
        (await market.SendAsync(new PutPhotoBack.Command(Actor.Of(coop.Manager, ""), coop.Id, photo))).Refusal.ShouldBeOfType<FaceIsTakenBack>();
        (await market.SendAsync(new OneVoice.Query(Actor.Of(coop.Manager, ""), coop.Id, voice)))!.HasConsent.ShouldBeFalse();
        await market.CheckAsync();
    }

    private static async Task<(SellingCoop Coop, StoryId Story, PersonId Her)> ToldAsync(Market market)
    {
        var coop = await market.NewSellerAsync();
        var her = await market.RegisteredAsync();
        await market.SeatAsync(coop.Id, her, MemberRole.Packer);
        return (coop, await market.LiveStoryAsync(coop), her);
    }

    private static async Task<(WithdrawOwnConsent.Command Own, WithdrawConsent.Command Desk)> BothAsync(Market market)
    {
        var (coop, story, her) = await ToldAsync(market);
        await GiveAsync(market, coop, story, Sounds.Agreed(story.Value, of: her));
        var consent = (await market.RowsAsync<Consent>()).Single(c => c.Person == her).Id;
        return (new(Actor.Of(her, ""), consent), new(Actor.Of(coop.Manager, ""), coop.Id, story, consent));
    }

    private static async Task GiveAsync(Market market, SellingCoop coop, StoryId story, GiveConsent.Form form)
    {
        market.Clock.Advance(TimeSpan.FromSeconds(1));
        (await market.SendAsync(new GiveConsent.Command(Actor.Of(coop.Manager, ""), coop.Id, story, form))).IsDone.ShouldBeTrue();
    }

    private static async Task<Consent> OneAsync(Market market) => (await market.RowsAsync<Consent>()).Single();

    private static async Task<string> PageAsync(Market market, HttpClient reader)
    {
        await market.DeliverAsync();
        await market.Services.GetRequiredService<KeptPages>().LookAsync(default);
        return WebUtility.HtmlDecode(await reader.GetStringAsync("/stories/" + (await market.RowsAsync<Story>()).Single().Slug));
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
