using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Photos;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Photos;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>Photos on their way from a phone whose signal comes and goes.</summary>
public sealed class Photos_travel(StandingMarket standing) : IClassFixture<StandingMarket>
{
    [Fact]
    public async Task A_phone_makes_a_photo_smaller_before_it_sends_it()
    {
        var (pang, shots) = await OpenAsync();
        using var noise = Pictures.Noise(3_200, 2_400);
        var photo = noise.JpegsaveBuffer(q: 90);
        var sent = pang.Page.WaitForRequestAsync(r => r.Method == "POST");
        await ChooseAsync(pang, photo);
        ((await (await sent).SizesAsync()).RequestBodySize).ShouldBeLessThan(photo.Length * 3 / 4);
        await ArriveAsync(shots, 1);
        (await standing.Market.RowsAsync<Photo>()).Max(p => p.Width).ShouldBe(2_560);
    }

    [Fact]
    public async Task A_broken_upload_is_tried_again_and_loses_nothing()
    {
        var (pang, shots) = await OpenAsync();
        var tries = 0;
        await pang.Page.RouteAsync("**/photos", async route =>
        {
            if (route.Request.Method == "POST" && ++tries < 3)
                await route.AbortAsync("connectionreset");
            else
                await route.ContinueAsync();
        });
        await ChooseAsync(pang, PhotosFactory.Jpeg(), PhotosFactory.Jpeg());
        await pang.SeesAsync("photos.js.waiting");
        await ArriveAsync(shots, 2);
        tries.ShouldBe(4);
    }

    [Fact]
    public async Task A_photo_that_had_no_signal_is_sent_when_its_page_is_opened_again()
    {
        var (pang, _) = await OpenAsync();
        var here = pang.Page.Url[standing.Market.Url.Length..];
        await pang.Page.RouteAsync("**/photos", route => route.Request.Method == "POST" ? route.AbortAsync("internetdisconnected") : route.ContinueAsync());
        await ChooseAsync(pang, PhotosFactory.Jpeg());
        await pang.SeesAsync("photos.js.waiting");
        var later = await pang.AnotherAsync();
        await pang.Page.CloseAsync();
        await later.OpenAsync(here);
        await ArriveAsync(Shots(later), 1);
    }

    [Fact]
    public async Task What_is_no_photo_is_answered_with_a_sentence_can_be_dropped_and_does_not_come_back()
    {
        var (pang, _) = await OpenAsync();
        var here = pang.Page.Url[standing.Market.Url.Length..];
        await pang.Page.GetByLabel(pang.Say("photos.desk.pick")).SetInputFilesAsync(
            new FilePayload { Name = "anh.svg", MimeType = "image/svg+xml", Buffer = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray() });
        await Assertions.Expect(pang.Page.Locator("#shots > li .err")).ToBeVisibleAsync();
        await Assertions.Expect(pang.Button("photos.js.drop")).ToBeVisibleAsync();
        await Assertions.Expect(pang.Button("photos.js.again")).ToHaveCountAsync(0);
        var later = await pang.AnotherAsync();
        await later.OpenAsync(here);
        await Assertions.Expect(later.Page.Locator("#shots > li:not(.room)")).ToHaveCountAsync(0);
        await pang.Button("photos.js.drop").ClickAsync();
        await Assertions.Expect(pang.Page.Locator("#shots > li:not(.room)")).ToHaveCountAsync(0);
    }

    private async Task<(Screen Screen, ILocator Shots)> OpenAsync()
    {
        var product = await new DeskOf(standing.Market, standing.Coop).DraftAsync("Tỏi đen thử ảnh");
        var pang = await standing.ManagerAsync();
        await pang.OpenAsync($"/sell/products/{product}/photos");
        return (pang, Shots(pang));
    }

    /// <summary>The photos that the market has.</summary>
    private static ILocator Shots(Screen screen) => screen.Page.Locator("#shots > li").Filter(new() { Has = screen.Page.GetByRole(AriaRole.Link) });

    private static Task ChooseAsync(Screen screen, params byte[][] photos) => screen.Page.GetByLabel(screen.Say("photos.desk.pick")).SetInputFilesAsync(
        photos.Select((p, i) => new FilePayload { Name = $"anh-{i}.jpg", MimeType = "image/jpeg", Buffer = p }));

    private static Task ArriveAsync(ILocator shots, int count) => Assertions.Expect(shots).ToHaveCountAsync(count, new() { Timeout = 30_000 });
}
