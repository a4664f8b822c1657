using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Links;
using CoopMarket.Web.Features.Links.Jobs;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A sheet hangs at the stall, and whoever stops there scans it.</summary>
public sealed class From_a_poster_to_the_shop(StandingMarket standing) : IClassFixture<StandingMarket>
{
    [Fact]
    public async Task One_page_of_A4_whose_code_leads_to_what_it_is_about_in_the_readers_language()
    {
        var market = standing.Market;
        await market.RoundAsync<GiveMissingLinksHourly>();
        Screen desk = new(market, await Chromium.WindowAsync(market.Url, 1280, scripts: true), scripts: true);
        await standing.SignInAsync(desk);
        await desk.OpenAsync("/sell/more");
        await desk.FollowAsync("desk.more.poster");
        var garlic = (await market.RowsAsync<ShortLink>()).Single(l => l.Product == standing.Garlic.Product);
        await desk.Page.SelectOptionAsync("[name='Of']", garlic.Code);
        await desk.Page.SelectOptionAsync("[name='In']", "en");
        await desk.PressAsync("desk.poster.show");

        await desk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var pages = System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(await desk.Page.PdfAsync(new() { PreferCSSPageSize = true })), @"/Type\s*/Page\b");
        pages.ShouldBe(1);
        var read = (await Zbar.ReadAsync(await desk.Page.Locator(".poster").ScreenshotAsync())).ShouldHaveSingleItem();
        (await desk.Page.Locator(".poster-address").InnerTextAsync()).ShouldBe(read[(read.IndexOf("//", StringComparison.Ordinal) + 2)..]);
        await desk.Page.Context.CloseAsync();

        read.ShouldStartWith(market.Url + "/s/");
        Screen reader = new(market, await Chromium.WindowAsync(market.Url, 360, scripts: false), scripts: false);
        await reader.OpenAsync(read[market.Url.Length..]);
        new Uri(reader.Page.Url).AbsolutePath.ShouldEndWith("/p/" + standing.Garlic.Slug);
        (await reader.Page.Locator(".share").InnerTextAsync()).ShouldContain(read[(read.IndexOf("//", StringComparison.Ordinal) + 2)..]);
        await reader.Page.Context.CloseAsync();
    }
}
