namespace CoopMarket.Browser.Tests.Journeys;

public sealed class Looking_around
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task The_home_page_opens_in_both_languages(int width, bool scripts)
    {
        await using var market = await LiveMarket.OpenAsync();
        var page = await Chromium.WindowAsync(market.Url, width, scripts);
        foreach (var path in new[] { "/", "/en" })
        {
            (await page.GotoAsync(path))!.Status.ShouldBe(200);
            (await Chromium.FaultsAsync(page)).ShouldBeEmpty();
        }
    }
}
