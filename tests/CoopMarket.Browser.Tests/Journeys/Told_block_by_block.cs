using System.Text.RegularExpressions;
using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Web.Tests.Photos;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>Who doesn't write for a living tells a story one block at a time, on a phone, with and without scripts.</summary>
public sealed class Told_block_by_block(StandingMarket standing) : IClassFixture<StandingMarket>
{
    private const string Player = "https://www.youtube-nocookie.com/";

    [Fact]
    public async Task On_a_phone_from_a_pattern_kept_as_it_is_typed_moved_previewed_and_read()
    {
        var pang = await standing.ManagerAsync();
        var here = await BeginAsync(pang, "Đêm canh lửa");
        await pang.GoAsync(() => pang.Page.Locator("button[value='Begin-maker']").ClickAsync());
        await Assertions.Expect(pang.Page.Locator(".blocks > li")).ToHaveCountAsync(4);
        await pang.GoAsync(() => pang.Page.Locator("#block-0 a.block").ClickAsync());
        var asked = pang.Page.WaitForResponseAsync(r => r.Url.Contains("handler=Keep", StringComparison.OrdinalIgnoreCase));
        await pang.Field("stories.ask.maker-who").PressSequentiallyAsync("Chị Pâng, ở Nà Khằm.");
        (await asked).Status.ShouldBe(200);
        await Assertions.Expect(pang.Page.Locator("#saved")).ToContainTextAsync("Đã lưu");
        await pang.Field("stories.ask.maker-who").PressSequentiallyAsync(" Năm nay 54 tuổi.");
        await pang.PressAsync("stories.draft.save");
        await pang.ReadsAsync("Năm nay 54 tuổi.");

        await pang.GoAsync(() => pang.Page.Locator("#block-1 a.block").ClickAsync());
        await SendPhotoAsync(pang);
        await pang.FillAsync("stories.block.caption", "Nồi ủ dưới sàn");
        await pang.PressAsync("stories.draft.save");
        await pang.PressAsync("stories.block.Quote");
        await pang.FillAsync("stories.block.words", "Ngày thứ ba thì hăng.");
        await pang.FillAsync("stories.block.who", "chị Pâng");
        await pang.PressAsync("stories.draft.save");
        await pang.PressAsync("stories.block.Product");
        await pang.Page.GetByRole(AriaRole.Radio, new() { Name = "Rượu tỏi đen" }).CheckAsync();
        await pang.PressAsync("stories.draft.save");
        await pang.PressAsync("stories.block.Video");
        await pang.FillAsync("stories.block.link", "https://vm.tiktok.com/ZMabc123/");
        await pang.FillAsync("stories.block.title", "Lật tỏi");
        await pang.PressAsync("stories.draft.save");
        await pang.SeesAsync("stories.link.Short");
        await pang.FillAsync("stories.block.link", "https://youtu.be/a-b_c123XYZ?si=x");
        await SendPhotoAsync(pang);
        await pang.PressAsync("stories.draft.save");
        await Assertions.Expect(pang.Page.Locator(".blocks > li")).ToHaveCountAsync(7);
        // The quotation comes up to the second place, by buttons.
        for (var place = 4; place > 1; place--)
            await pang.GoAsync(() => pang.Page.Locator($"#block-{place} button[value^='Up']").ClickAsync());
        await Assertions.Expect(pang.Page.Locator("#block-1")).ToContainTextAsync("Ngày thứ ba thì hăng.");
        await pang.GoAsync(() => pang.Page.Locator("#block-2 button[value^='TakeAway']").ClickAsync());
        await pang.SeesAsync("stories.blocks.taken");
        await pang.PressAsync("stories.blocks.put-back");
        await Assertions.Expect(pang.Page.Locator("#block-2")).ToContainTextAsync("Nồi ủ dưới sàn");
        await pang.FollowAsync("stories.preview.open");
        var frame = pang.Page.FrameLocator("iframe.phone");
        await Assertions.Expect(frame.Locator("h1")).ToHaveTextAsync("Đêm canh lửa");
        await Assertions.Expect(frame.Locator("article")).ToContainTextAsync("Năm nay 54 tuổi.");
        await pang.OpenAsync(here);
        await pang.PressAsync("stories.draft.publish");
        await pang.SeesAsync("stories.draft.published");
        await standing.Market.DeliverAsync();
        await ReadAsync();
    }

    [Fact]
    public async Task Without_scripts_text_and_a_photo_are_told_all_the_same()
    {
        var pang = await standing.ManagerAsync(width: 1280, scripts: false);
        await BeginAsync(pang, "Chuyện không cần mã");
        await pang.PressAsync("stories.block.Text");
        await pang.FillAsync("stories.draft.body", "Bếp ủ nằm dưới sàn nhà.");
        await pang.PressAsync("stories.draft.save");
        await pang.PressAsync("stories.block.Photo");
        await SendPhotoAsync(pang);
        await pang.FillAsync("stories.block.caption", "Bên bếp");
        await pang.PressAsync("stories.draft.save");
        await pang.GoAsync(() => pang.Page.Locator("#block-1 button[value^='Up']").ClickAsync());
        (await pang.Field("stories.draft.name").InputValueAsync()).ShouldBe("Chuyện không cần mã", "what was typed above the buttons is kept");
        await Assertions.Expect(pang.Page.Locator("#block-0")).ToContainTextAsync("Bên bếp");
        await pang.PressAsync("stories.draft.publish");
        await pang.SeesAsync("stories.draft.published");
        await standing.Market.DeliverAsync();
        var buyer = await standing.GuestAsync(width: 1280, scripts: false);
        await FindAsync(buyer, "/stories/chuyen-khong-can-ma");
        await buyer.ReadsAsync("Bên bếp");
        await buyer.ReadsAsync("Bếp ủ nằm dưới sàn nhà.");
    }

    private async Task ReadAsync()
    {
        var buyer = await standing.GuestAsync();
        List<string> strangers = [];
        await buyer.Page.Context.RouteAsync(new Regex("^https://"), route =>
        {
            strangers.Add(route.Request.Url);
            return route.FulfillAsync(new() { ContentType = "text/html", Body = "<p>film</p>" });
        });
        await FindAsync(buyer, "/stories/dem-canh-lua");
        await buyer.ReadsAsync("Năm nay 54 tuổi.");
        await buyer.ReadsAsync("Nồi ủ dưới sàn");
        await buyer.ReadsAsync("Rượu tỏi đen");
        (await buyer.TextAsync()).ShouldNotContain("Làm thế nào?", customMessage: "a question that nobody answered is not shown");
        var door = buyer.Page.Locator(".film > a");
        (await door.GetAttributeAsync("href")).ShouldBe("https://www.youtube.com/watch?v=a-b_c123XYZ");
        await door.ScrollIntoViewIfNeededAsync();
        await buyer.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        strangers.ShouldBeEmpty("nothing of theirs loads before");
        await door.ClickAsync();
        var film = buyer.Page.Locator(".film iframe");
        await Assertions.Expect(film).ToHaveAttributeAsync("title", "Lật tỏi");
        await Assertions.Expect(buyer.Page.FrameLocator(".film iframe").Locator("p")).ToHaveTextAsync("film");
        strangers.ShouldAllBe(s => s.StartsWith(Player + "embed/a-b_c123XYZ", StringComparison.Ordinal));
        strangers.ShouldNotBeEmpty();
        buyer.Page.Url.ShouldStartWith(standing.Market.Url, customMessage: "it plays in place");
    }

    private static async Task<string> BeginAsync(Screen pang, string title)
    {
        await pang.OpenAsync("/sell/stories");
        await pang.PressAsync("stories.list.begin");
        await pang.FillAsync("stories.draft.name", title);
        return new Uri(pang.Page.Url).AbsolutePath;
    }

    private static Task SendPhotoAsync(Screen pang)
        => pang.Page.Locator("#Form_File").SetInputFilesAsync(new FilePayload { Name = "anh.jpg", MimeType = "image/jpeg", Buffer = PhotosFactory.Jpeg() });

    // A node looks once a second whether the shop has changed.
    private static async Task FindAsync(Screen buyer, string path)
    {
        for (var tries = 0; tries < 40 && (await buyer.Page.GotoAsync(path))!.Status != 200; tries++)
            await Task.Delay(500);
        buyer.Page.Url.ShouldEndWith(path);
    }
}
