using System.Net;
using System.Net.Http.Headers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Features.Stories.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Stories;

/// <summary>A voice is heard while its story is live, its words are written down and she whose voice it is agrees.</summary>
public sealed class Voices_are_heard
{
    [Theory, EveryDatabase]
    internal async Task First_when_it_is_sent_written_down_and_agreed_to_and_no_more_once_it_is_withdrawn(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var me = Actor.Of(coop.Manager, "");
        var story = await market.LiveStoryAsync(coop);
        using var reader = market.CreateClient();
        var voice = (await market.AddVoiceAsync(coop, story, Sounds.Read("hum.ogg"))).Value;
        var address = "/voices/" + (await market.RowsAsync<Recording>()).Single().Hash + ".ogg";
        (await StatusAsync(reader, address)).ShouldBe(HttpStatusCode.NotFound);

        (await market.SendAsync(new GiveConsent.Command(me, coop.Id, story, Sounds.Agreed(voice.Value)))).IsDone.ShouldBeTrue();
        (await StatusAsync(reader, address)).ShouldBe(HttpStatusCode.NotFound, "nobody wrote down what is said");
        (await market.SendAsync(new WriteVoice.Command(me, coop.Id, voice, Sounds.Words()))).IsDone.ShouldBeTrue();
        (await StatusAsync(reader, address)).ShouldBe(HttpStatusCode.OK);
        (await PageAsync(market, reader)).ShouldContain(address);

        var consent = (await market.RowsAsync<Consent>()).Single();
        (await market.SendAsync(new WithdrawConsent.Command(me, coop.Id, story, consent.Id))).IsDone.ShouldBeTrue();
        (await StatusAsync(reader, address)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(reader, address.Replace(".ogg", ".vtt", StringComparison.Ordinal))).ShouldBe(HttpStatusCode.NotFound);
        var page = await PageAsync(market, reader);
        page.ShouldNotContain("/voices/");
        page.ShouldNotContain("Nổ ồm ồm");
        (await market.RowsAsync<Consent>()).Single().ShouldSatisfyAllConditions(c => c.WithdrawnBy.ShouldBe(coop.Manager), c => c.WithdrawnAt.ShouldNotBeNull());
    }

    [Theory, EveryDatabase]
    internal async Task Until_its_consent_ends_or_its_story_leaves_the_shop(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var me = Actor.Of(coop.Manager, "");
        var story = await market.LiveStoryAsync(coop);
        using var reader = market.CreateClient();
        var voice = (await market.AddVoiceAsync(coop, story, Sounds.Read("hum.m4a"))).Value;
        var today = DateOnly.FromDateTime(market.Clock.GetUtcNow().ToOffset(VietnamDay.Offset).DateTime);
        (await market.SendAsync(new WriteVoice.Command(me, coop.Id, voice, Sounds.Words()))).IsDone.ShouldBeTrue();
        var agreed = Sounds.Agreed(voice.Value, today.AddDays(1));
        agreed.GivenOn = today;
        (await market.SendAsync(new GiveConsent.Command(me, coop.Id, story, agreed))).IsDone.ShouldBeTrue();
        var address = "/voices/" + (await market.RowsAsync<Recording>()).Single().Hash + ".m4a";
        (await PageAsync(market, reader)).ShouldContain(address);

        (await market.SendAsync(new WithdrawStory.Command(me, coop.Id, story))).IsDone.ShouldBeTrue();
        (await StatusAsync(reader, address)).ShouldBe(HttpStatusCode.NotFound);
        (await market.SendAsync(new PublishStory.Command(me, coop.Id, story))).IsDone.ShouldBeTrue();
        (await StatusAsync(reader, address)).ShouldBe(HttpStatusCode.OK);

        market.Clock.Advance(TimeSpan.FromDays(2));
        (await StatusAsync(reader, address)).ShouldBe(HttpStatusCode.NotFound);
        (await PageAsync(market, reader)).ShouldNotContain(address);
    }

    [Theory, EveryDatabase]
    internal async Task In_pieces_with_its_lines_and_without_a_cookie(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var story = await market.LiveStoryAsync(coop);
        await market.HeardAsync(coop, story);
        var hash = (await market.RowsAsync<Recording>()).Single().Hash;
        using var reader = market.CreateClient();
        using HttpRequestMessage asked = new(HttpMethod.Get, $"/voices/{hash}.mp3");
        asked.Headers.Range = new RangeHeaderValue(100, 199);

        var piece = await reader.SendAsync(asked);

        piece.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await piece.Content.ReadAsByteArrayAsync()).Length.ShouldBe(100);
        piece.Content.Headers.ContentType!.MediaType.ShouldBe("audio/mpeg");
        piece.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        piece.Headers.CacheControl!.NoCache.ShouldBeTrue();
        piece.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var lines = await reader.GetAsync($"/voices/{hash}.vtt");
        lines.Content.Headers.ContentType!.MediaType.ShouldBe("text/vtt");
        (await lines.Content.ReadAsStringAsync()).ShouldStartWith("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nNổ ồm ồm\n");
        foreach (var other in new[] { hash + ".webm", hash + ".m4a", hash, hash + ".", hash.ToUpperInvariant() + ".mp3", "x.mp3", new string('0', 32) + ".mp3", hash + ".mp3.vtt" })
            (await StatusAsync(reader, "/voices/" + other)).ShouldBe(HttpStatusCode.NotFound, other);
    }

    [Theory, EveryDatabase]
    internal async Task The_page_says_its_size_and_length_and_loads_nothing_of_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var story = await market.LiveStoryAsync(coop);
        await market.HeardAsync(coop, story);
        await market.SendAsync(new GiveConsent.Command(Actor.Of(coop.Manager, ""), coop.Id, story, new() { About = story.Value, Who = "Bản Phụ Mẫu", WhatFor = "Chị em trong bản", Way = ConsentWay.OnPaper, GivenOn = new(2026, 11, 1) }));
        using var reader = market.CreateClient();

        var page = await PageAsync(market, reader);
        page.ShouldContain("preload=\"none\"");
        page.ShouldContain("0:02");
        page.ShouldContain("6\u00a0KB");
        page.ShouldContain("tiếng Mường");
        page.ShouldContain("Bà ngân nga một điệu hát");
        page.ShouldContain("Nổ ồm ồm một điệu hát");
        page.ShouldContain("Chị em trong bản");
        (await PageAsync(market, reader, "/fr")).ShouldContain("Elle fredonne un air");
    }

    [Theory, EveryDatabase]
    internal async Task Three_to_a_story_and_the_same_file_once(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var story = await market.StoryDraftAsync(coop);
        var first = (await market.AddVoiceAsync(coop, story, Sounds.Read("hum.webm"))).Value;
        (await market.AddVoiceAsync(coop, story, Sounds.Read("hum.webm"))).Value.ShouldBe(first);
        (await market.AddVoiceAsync(coop, story, Sounds.Read("hum.ogg"))).IsDone.ShouldBeTrue();
        (await market.AddVoiceAsync(coop, story, Sounds.Read("hum.m4a"))).IsDone.ShouldBeTrue();
        (await market.AddVoiceAsync(coop, story, Sounds.Read("hum.mp3"))).Refusal.ShouldBeOfType<TooManyVoices>();
        (await market.AddVoiceAsync(coop, story, Sounds.Read("film.webm"))).Refusal.ShouldBeOfType<TooManyVoices>();

        (await market.SendAsync(new RemoveVoice.Command(Actor.Of(coop.Manager, ""), coop.Id, first))).IsDone.ShouldBeTrue();
        var refused = await market.AddVoiceAsync(coop, story, Sounds.Read("film.webm"));
        refused.Flaws.Single().Key.ShouldBe("stories.sound.Video");
        (await market.RowsAsync<Recording>()).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task A_file_that_no_story_has_is_swept_after_a_day(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        // Files are as old as the disk says: the market's clock starts where the disk's stands.
        market.Clock.SetUtcNow(TimeProvider.System.GetUtcNow().AddMinutes(1));
        var coop = await market.NewSellerAsync();
        var story = await market.StoryDraftAsync(coop);
        var gone = (await market.AddVoiceAsync(coop, story, Sounds.Read("hum.webm"))).Value;
        await market.AddVoiceAsync(coop, story, Sounds.Read("hum.ogg"));
        (await market.SendAsync(new RemoveVoice.Command(Actor.Of(coop.Manager, ""), coop.Id, gone))).IsDone.ShouldBeTrue();

        await market.RoundAsync<SweepVoices>();
        (await VoicesAsync(market)).Count.ShouldBe(2);
        market.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await market.RoundAsync<SweepVoices>();
        (await VoicesAsync(market)).ShouldHaveSingleItem().ShouldEndWith(".ogg");
    }

    [Theory, EveryDatabase]
    internal async Task Anothers_voice_and_consent_are_not_there_and_lines_with_a_flaw_name_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var mine = await market.NewSellerAsync();
        var theirs = await market.NewSellerAsync();
        var story = await market.LiveStoryAsync(theirs);
        var voice = await market.HeardAsync(theirs, story);
        var consent = (await market.RowsAsync<Consent>()).Single().Id;
        var me = Actor.Of(mine.Manager, "");
        ICommand[] changes =
        [
            new WriteVoice.Command(me, mine.Id, voice, Sounds.Words()), new RemoveVoice.Command(me, mine.Id, voice),
            new GiveConsent.Command(me, mine.Id, story, Sounds.Agreed(voice.Value)), new WithdrawConsent.Command(me, mine.Id, story, consent),
        ];
        foreach (var change in changes)
            (await market.SendAsync(change)).Refusal.ShouldBeOfType<NotFound>(change.GetType().DeclaringType!.Name);
        (await market.AddVoiceAsync(mine, story, Sounds.Read("hum.ogg"))).Refusal.ShouldBeOfType<NotFound>();
        (await market.SendAsync(new StoryVoices.Query(me, mine.Id, story))).ShouldBeNull();
        (await market.SendAsync(new OneVoice.Query(me, mine.Id, voice))).ShouldBeNull();
        (await market.SendAsync(new StoryConsents.Query(me, mine.Id, story))).ShouldBeNull();
        // Nor is a voice of one story agreed to in another.
        var own = await market.LiveStoryAsync(mine);
        (await market.SendAsync(new GiveConsent.Command(me, mine.Id, own, Sounds.Agreed(voice.Value)))).Flaws.Single().Path.ShouldBe("About");

        var words = Sounds.Words();
        words.Lines = "WEBVTT\n\n00:00.000 --> 00:01.000\nmột\n\n00:05.000 --> 00:04.000\nhai";
        (await market.SendAsync(new WriteVoice.Command(Actor.Of(theirs.Manager, ""), theirs.Id, voice, words))).Flaws.Single().ShouldSatisfyAllConditions(
            f => f.Path.ShouldBe("Lines"), f => f.Key.ShouldBe("stories.lines.end"), f => f.Args.ShouldBe([6]));
        words.Language = "xxx";
        (await market.SendAsync(new WriteVoice.Command(Actor.Of(theirs.Manager, ""), theirs.Id, voice, words))).Flaws.Single().Key.ShouldBe("stories.flaw.language");
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient reader, string address) => (await reader.GetAsync(address)).StatusCode;

    private static async Task<string> PageAsync(Market market, HttpClient reader, string language = "")
    {
        await market.DeliverAsync();
        await market.Services.GetRequiredService<KeptPages>().LookAsync(default);
        var slug = (await market.RowsAsync<Story>()).Single(s => s.State == StoryState.Live).Slug;
        return WebUtility.HtmlDecode(await reader.GetStringAsync($"{language}/stories/{slug}"));
    }

    private static async Task<List<string>> VoicesAsync(Market market)
    {
        List<string> keys = [];
        await foreach (var blob in market.Services.GetRequiredService<Web.Adapters.Blobs.IBlobs>().List(Voices.Folder, CancellationToken.None))
            keys.Add(blob.Key);
        return keys;
    }
}
