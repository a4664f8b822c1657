using CoopMarket.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>The signal goes: what was read still opens and says so, the rest says what to do, and what is one's own is never kept.</summary>
public sealed class Without_a_network(StandingMarket standing) : IClassFixture<StandingMarket>
{
    [Theory]
    [InlineData("", "tỏi đen")]
    [InlineData("/en", "Black garlic")]
    public async Task What_was_read_still_opens_and_says_so(string prefix, string garlic)
    {
        var reader = await Screen.OpenAsync(standing.Market, 360, scripts: true, keeps: true);
        await ReadAsync(reader, prefix + "/about");
        // By a link that was passed on: what others wrote into it is no part of the page.
        await reader.OpenAsync($"{prefix}/p/{standing.Garlic.Slug}?fbclid=Iw4R");
        await KeptAsync(reader, "/p/");
        await Assertions.Expect(reader.Page.GetByText(reader.Say("shared.offline"))).ToBeHiddenAsync();

        await reader.Page.Context.SetOfflineAsync(true);

        await reader.OpenAsync($"{prefix}/p/{standing.Garlic.Slug}");
        await reader.SeesAsync("shared.offline");
        await reader.ReadsAsync(garlic);
        (await reader.Page.EvaluateAsync<int>("document.styleSheets[0].cssRules.length")).ShouldBePositive("with its style");
        await reader.OpenAsync(prefix + "/cooperatives");
        await reader.SeesAsync("storefront.offline.what");
        await reader.FollowNamedAsync(garlic);
        await reader.SeesAsync("shared.offline");

        await reader.Page.Context.SetOfflineAsync(false);
        await reader.OpenAsync(prefix + "/cooperatives");
        await reader.ReadsAsync("Tỏi đen Gia Phù");
        await Assertions.Expect(reader.Page.GetByText(reader.Say("shared.offline"))).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_ones_own_is_never_kept()
    {
        var reader = await Screen.OpenAsync(standing.Market, 360, scripts: true, keeps: true);
        await ReadAsync(reader, "/about");
        await KeptAsync(reader, "/about");
        await reader.OpenAsync("/p/" + standing.Garlic.Slug);
        await reader.PressAsync("storefront.product.add");
        await standing.SignInAsync(reader);
        foreach (var own in new[] { "/cart", "/account", "/sell", "/stories" })
            await reader.OpenAsync(own);

        await reader.Page.Context.SetOfflineAsync(true);

        foreach (var own in new[] { "/cart", "/account", "/sell" })
        {
            // The browser's own page about it comes a moment later, and would be in the way of the next.
            var page = await reader.Page.Context.NewPageAsync();
            await Should.ThrowAsync<PlaywrightException>(() => page.GotoAsync(own), own);
            await page.CloseAsync();
        }

        // Read as a person, not as a guest.
        await reader.OpenAsync("/stories");
        await reader.SeesAsync("storefront.offline.what");
        (await KeptAddressesAsync(reader)).ShouldAllBe(a => a.EndsWith("/offline") || a.EndsWith("/about") || a.Contains("/p/"));
    }

    // Read once to bring the worker, and once more under its eyes.
    private static async Task ReadAsync(Screen reader, string path)
    {
        await reader.OpenAsync(path);
        await reader.Page.EvaluateAsync(
            "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller || new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }))).then(() => null)");
        await reader.OpenAsync(path);
    }

    private static async Task KeptAsync(Screen reader, string part)
    {
        while (!(await KeptAddressesAsync(reader)).Any(a => a.Contains(part, StringComparison.Ordinal)))
            await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    private static Task<string[]> KeptAddressesAsync(Screen reader) => reader.Page.EvaluateAsync<string[]>(
        "(async () => { const kept = []; for (const name of await caches.keys()) if (name.startsWith('pages-')) for (const request of await (await caches.open(name)).keys()) kept.push(request.url); return kept; })()");
}
