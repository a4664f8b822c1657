using System.Diagnostics;
using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Stories;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

public sealed class Drafts_save_themselves(StandingMarket standing) : IClassFixture<StandingMarket>
{
    private const string Saved = "Đã lưu";

    [Fact]
    public async Task An_application_is_kept_two_seconds_after_the_last_key()
    {
        var (_, email) = await standing.Market.PersonWithPasswordAsync("Mùa Thị Thảo");
        await KeepsAsync(await standing.SignedInAsync(email), "/sell/apply/makes", "sellers.field.Makes");
    }

    [Fact]
    public async Task A_product_is_kept_two_seconds_after_the_last_key()
    {
        var draft = await new DeskOf(standing.Market, standing.Coop).DraftAsync("Tỏi đen xay");
        await KeepsAsync(await standing.ManagerAsync(), $"/sell/products/{draft}/edit", "catalog.field.use");
    }

    [Fact]
    public async Task A_block_of_a_story_is_kept_two_seconds_after_the_last_key()
    {
        var story = await standing.Market.StoryDraftAsync(standing.Coop);
        await KeepsAsync(await standing.ManagerAsync(), $"/sell/stories/{story}/blocks/0", "stories.draft.body");
    }

    [Fact]
    public async Task A_story_is_kept_two_seconds_after_the_last_key()
    {
        var story = await standing.Market.StoryDraftAsync(standing.Coop);
        await KeepsAsync(await standing.ManagerAsync(), $"/sell/stories/{story}", "stories.draft.lead");
        await KeepsAsync(await standing.ManagerAsync(), $"/sell/stories/{story}/text", "stories.draft.body");
    }

    [Fact]
    public async Task What_is_typed_without_a_signal_is_kept_when_it_is_back()
    {
        var draft = await new DeskOf(standing.Market, standing.Coop).DraftAsync("Tỏi đen ngâm");
        var pang = await standing.ManagerAsync();
        await pang.OpenAsync($"/sell/products/{draft}/edit");
        await pang.Page.Context.SetOfflineAsync(true);
        await pang.Field("catalog.field.use").PressSequentiallyAsync("Cất nơi khô.");
        await pang.SeesAsync("shared.saves-later");
        await pang.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(pang.Page.Locator("#saved")).ToContainTextAsync(Saved);
        await pang.OpenAsync($"/sell/products/{draft}/edit");
        await Assertions.Expect(pang.Field("catalog.field.use")).ToHaveValueAsync("Cất nơi khô.");
    }

    private static async Task KeepsAsync(Screen screen, string path, string field)
    {
        await screen.OpenAsync(path);
        await screen.FillAsync(field, "");
        var asked = screen.Page.WaitForRequestAsync(r => r.Method == "POST" && r.Url.Contains("handler=Keep", StringComparison.OrdinalIgnoreCase));
        await screen.Field(field).PressSequentiallyAsync("Ủ sáu mươi ngày", new() { Delay = 20 });
        var lastKey = Stopwatch.StartNew();
        var request = await asked;
        // The clock here starts after the key's own way into the page.
        lastKey.ElapsedMilliseconds.ShouldBeGreaterThan(1_500);
        (await request.ResponseAsync())!.Status.ShouldBe(200);
        await Assertions.Expect(screen.Page.Locator("#saved")).ToContainTextAsync(Saved);
        await screen.OpenAsync(path);
        await Assertions.Expect(screen.Field(field)).ToHaveValueAsync("Ủ sáu mươi ngày");
    }
}
