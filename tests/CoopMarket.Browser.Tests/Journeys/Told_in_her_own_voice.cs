using System.Globalization;
using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Stories;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A story with a photo and a voice is written on a phone, heard by a buyer, and gone when she who speaks takes it back.</summary>
public sealed class Told_in_her_own_voice(StandingMarket standing, ITestOutputHelper output) : IClassFixture<StandingMarket>
{
    [Fact]
    public async Task She_records_it_on_her_phone_a_buyer_hears_it_and_withdrawn_it_is_gone()
    {
        var pang = await standing.ManagerAsync();
        await pang.OpenAsync("/sell/stories");
        await pang.PressAsync("stories.list.begin");
        var here = pang.Page.Url[standing.Market.Url.Length..];
        await pang.FillAsync("stories.draft.name", "Bài hát bên nồi ủ");
        await pang.FillAsync("stories.draft.lead", "Chị Pâng hát khi canh lửa.");
        await pang.PressAsync("stories.block.Text");
        await pang.FillAsync("stories.draft.body", "Đêm dài, lửa nhỏ, chị hát một mình.");
        await pang.PressAsync("stories.draft.save");
        await pang.PressAsync("stories.draft.publish");
        await pang.FollowAsync("stories.draft.photos.add");
        await pang.Page.GetByLabel(pang.Say("photos.desk.pick")).SetInputFilesAsync(new FilePayload { Name = "anh.jpg", MimeType = "image/jpeg", Buffer = PhotosFactory.Jpeg() });
        await Assertions.Expect(pang.Page.Locator("#shots > li a.go")).ToHaveCountAsync(1, new() { Timeout = 30_000 });

        await pang.OpenAsync(here);
        await pang.FollowAsync("stories.draft.voices.open");
        await pang.Button("stories.record.begin").ClickAsync();
        await pang.ReadsAsync(pang.Say("stories.record.running", "0:02"));
        await pang.Button("stories.record.stop").ClickAsync();
        await pang.Button("stories.record.play").ClickAsync();
        await Assertions.Expect(pang.Button("stories.record.quiet")).ToBeVisibleAsync();
        await pang.PressAsync("stories.record.send");
        await pang.ArrivesAsync(standing.Market.Url + "/sell/voices/*");
        var recorded = (await standing.Market.RowsAsync<Recording>()).Single(r => pang.Page.Url.EndsWith("/" + r.Id, StringComparison.Ordinal));
        (recorded.Kind, recorded.Milliseconds).ShouldSatisfyAllConditions(r => r.Kind.ShouldBe(SoundKind.WebM), r => r.Milliseconds.ShouldBeInRange(1_500, 30_000));

        await pang.FillAsync("stories.voice.who", "chị Pâng");
        await pang.ChooseAsync("stories.voice.language", pang.Say("shared.spoken.mtq"));
        await pang.FillAsync("stories.voice.transcript", "Lời hát bằng tiếng Mường");
        await pang.FillAsync("stories.voice.vi", "Lửa ơi cháy nhỏ thôi");
        await pang.FillAsync("stories.voice.lines", "00:00.000 --> 00:01.500\nchữ này không phải giờ\n\nsai giờ");
        await pang.PressAsync("stories.draft.save");
        await pang.ReadsAsync(pang.Say("stories.lines.time", 4));
        (await pang.Field("stories.voice.vi").InputValueAsync()).ShouldBe("Lửa ơi cháy nhỏ thôi", "nothing typed is lost");
        await pang.FillAsync("stories.voice.lines", "00:00.000 --> 00:01.500\nLửa ơi");
        await pang.PressAsync("stories.draft.save");
        await pang.SeesAsync("stories.voice.asks");
        await pang.FollowAsync("stories.consents.open");
        await pang.FillAsync("stories.consents.what-for", "Nghe trên chợ");
        await pang.ChooseAsync("stories.consents.way", pang.Say("stories.way.BySpeech"));
        await pang.PressAsync("stories.consents.give");
        await pang.SeesAsync("stories.consents.given");
        await standing.Market.DeliverAsync();

        var buyer = await standing.GuestAsync();
        List<string> voices = [];
        buyer.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/voices/", StringComparison.Ordinal))
                voices.Add(request.Url);
        };
        var heard = 0L;
        buyer.Page.Response += (_, response) =>
        {
            if (response.Url.Contains("/voices/", StringComparison.Ordinal) && response.Headers.TryGetValue("content-length", out var length))
                heard += long.Parse(length, CultureInfo.InvariantCulture);
        };
        await WaitAsync(buyer, there: true);
        await buyer.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        voices.ShouldBeEmpty("nothing of it is loaded before it is played");
        var before = await BytesAsync(buyer);
        await buyer.ReadsAsync("Lửa ơi cháy nhỏ thôi");
        await buyer.Page.EvaluateAsync("document.querySelector('.voice audio').play()");
        await Assertions.Expect(buyer.Page.Locator(".said")).ToHaveTextAsync("Lửa ơi", new() { Timeout = 30_000 });
        voices.ShouldContain(v => v.EndsWith(".webm", StringComparison.Ordinal));
        voices.ShouldContain(v => v.EndsWith(".vtt", StringComparison.Ordinal));
        output.WriteLine($"The story's page weighs {before} bytes before play is pressed and {before + heard} after; the voice {recorded.Bytes}.");
        heard.ShouldBeGreaterThanOrEqualTo(recorded.Bytes);

        await pang.GoAsync(() => pang.Page.Locator("button[name='consent']").ClickAsync());
        await pang.SeesAsync("stories.consents.withdrawn");
        await standing.Market.DeliverAsync();
        await WaitAsync(buyer, there: false);
        (await buyer.Page.Context.APIRequest.GetAsync(voices.First(v => v.EndsWith(".webm", StringComparison.Ordinal)))).Status.ShouldBe(404);
        (await buyer.Page.ContentAsync()).ShouldNotContain("Lửa ơi");
    }

    [Fact]
    public async Task Without_scripts_she_sends_a_file()
    {
        var story = await standing.Market.LiveStoryAsync(standing.Coop, "Chuyện không có mã");
        var pang = await standing.ManagerAsync(scripts: false);
        await pang.OpenAsync($"/sell/stories/{story}/voices");
        (await pang.Page.Locator("#record").IsVisibleAsync()).ShouldBeFalse();
        await pang.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "phim.webm", MimeType = "audio/webm", Buffer = Sounds.Read("film.webm") });
        await pang.PressAsync("stories.voices.send");
        await pang.SeesAsync("stories.sound.Video");
        await pang.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "loi.ogg", MimeType = "audio/ogg", Buffer = Sounds.Read("hum.ogg") });
        await pang.PressAsync("stories.voices.send");
        await pang.SeesAsync("stories.voices.added");
    }

    // A node looks once a second whether the shop has changed.
    private static async Task WaitAsync(Screen buyer, bool there)
    {
        for (var tries = 0; tries < 60; tries++)
        {
            await buyer.OpenAsync("/stories/bai-hat-ben-noi-u");
            if (await buyer.Page.Locator(".voice").CountAsync() > 0 == there)
                return;
            await Task.Delay(500);
        }

        (await buyer.Page.Locator(".voice").CountAsync() > 0).ShouldBe(there);
    }

    private static Task<long> BytesAsync(Screen screen) => screen.Page.EvaluateAsync<long>(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, one) => sum + one.encodedBodySize, 0)");
}
