using System.Net;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Stories;

/// <summary>A film stays where it is: a page shows the cooperative's own picture of it, and loads nothing of its site.</summary>
public sealed class Films_lead_elsewhere
{
    private const string Player = "frame-src https://www.youtube-nocookie.com";

    [Fact]
    public async Task Its_poster_is_at_most_40_KB_whatever_the_photo_is()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var story = await market.LiveStoryAsync(coop);
        using var reader = market.CreateClient();
        // Noise is the heaviest picture that there is; long and narrow ones are cut.
        foreach (var (width, height) in new[] { (2560, 1440), (400, 2400), (200, 150) })
        {
            (await market.AddPhotoAsync(coop, story, PhotosFactory.Jpeg(width, height))).IsDone.ShouldBeTrue();
            var hash = (await market.RowsAsync<Photo>()).OrderBy(p => p.Id.Value).Last().Hash;
            var poster = await reader.GetAsync($"/media/{hash}/poster.webp");
            poster.StatusCode.ShouldBe(HttpStatusCode.OK);
            poster.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
            var bytes = await poster.Content.ReadAsByteArrayAsync();
            bytes.Length.ShouldBeInRange(500, PhotoWorks.MostOfPoster);
            using var picture = NetVips.Image.NewFromBuffer(bytes);
            (picture.Width * 9).ShouldBe(picture.Height * 16);
        }

        foreach (var none in new[] { $"/media/{new string('0', 32)}/poster.webp", $"/media/{new string('0', 32)}/poster.jpg", "/media/x/poster.webp" })
            (await reader.GetAsync(none)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_a_page_with_a_film_that_plays_here_may_frame_its_player_also_when_the_page_is_kept()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        await TellAsync(market, coop, "YouTube", "![Lật tỏi](/video/youtube/a-b_c123XYZ)");
        await TellAsync(market, coop, "TikTok", "![Lật tỏi](/video/tiktok/@co.ban/7012345678901234567)");
        await TellAsync(market, coop, "Không phim", "Lời kể");
        await market.DeliverAsync();
        using var reader = market.CreateClient();

        for (var time = 0; time < 2; time++)
        {
            (await PolicyAsync("/stories/youtube")).ShouldEndWith("; " + Player);
            foreach (var page in new[] { "/stories/tiktok", "/stories/khong-phim", "/stories", "/" })
                (await PolicyAsync(page)).ShouldNotContain("frame-src", customMessage: page);
        }

        var html = await reader.GetStringAsync("/stories/youtube");
        html.ShouldContain("data-player=\"https://www.youtube-nocookie.com/embed/a-b_c123XYZ\"");
        html.ShouldNotContain("<iframe");
        html.ShouldNotContain("i.ytimg.com");
        var tiktok = await reader.GetStringAsync("/stories/tiktok");
        tiktok.ShouldContain("href=\"https://www.tiktok.com/@co.ban/video/7012345678901234567\"");
        tiktok.ShouldNotContain("nocookie");
        tiktok.ShouldNotContain("js/film");

        async Task<string> PolicyAsync(string page) => (await reader.GetAsync(page)).Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_preview_is_framed_by_its_own_page_alone()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var story = await TellAsync(market, coop, "YouTube", "![Lật tỏi](/video/youtube/a-b_c123XYZ)\n\nChưa ai đọc", isLive: false);
        using var pang = await market.ClientFor(coop.Manager);

        var around = await pang.GetAsync($"/sell/stories/{story}/preview");
        around.Headers.GetValues("Content-Security-Policy").Single().ShouldSatisfyAllConditions(p => p.ShouldEndWith("; frame-src 'self'"), p => p.ShouldContain("frame-ancestors 'none'"));
        var inside = await pang.GetAsync($"/sell/stories/{story}/preview/page");
        inside.Headers.GetValues("Content-Security-Policy").Single().ShouldSatisfyAllConditions(p => p.ShouldEndWith("; " + Player), p => p.ShouldContain("frame-ancestors 'self'"));
        (await inside.Content.ReadAsStringAsync()).ShouldContain("Lật tỏi");
        (await pang.GetAsync($"/sell/stories/{story}")).Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("frame-src");
    }

    private static async Task<StoryId> TellAsync(Market market, SellingCoop coop, string title, string body, bool isLive = true)
    {
        var me = Actor.Of(coop.Manager, "");
        var story = (await market.SendAsync(new BeginStory.Command(me, coop.Id))).Value;
        (await market.SendAsync(new WriteStory.Command(me, coop.Id, story, new(title), LocalizedText.Empty, new(body), null, []))).IsDone.ShouldBeTrue();
        if (isLive)
            (await market.SendAsync(new PublishStory.Command(me, coop.Id, story))).IsDone.ShouldBeTrue();
        return story;
    }
}
