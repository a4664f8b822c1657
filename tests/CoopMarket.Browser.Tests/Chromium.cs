using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests;

/// <summary>Debian's Chromium, one for the whole run.</summary>
internal static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>A window of its own, without cookies.</summary>
    /// <param name="width">360 for a phone, 1280 for a desk.</param>
    /// <param name="scripts">Whether pages may run scripts.</param>
    /// <param name="dark">The color scheme that the reader prefers.</param>
    public static async Task<IPage> WindowAsync(string url, int width, bool scripts, bool dark = false)
    {
        var browser = await Started.Value;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = url,
            ViewportSize = new() { Width = width, Height = width < 600 ? 640 : 800 },
            JavaScriptEnabled = scripts,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "vi-VN",
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    /// <summary>
    /// What axe finds at the page's address, in both color schemes; empty where all is well. axe is a script, so a window with
    /// the same cookies and scripts on stands in for one without.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        List<string> faults = [];
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var context = await (await Started.Value).NewContextAsync(new()
            {
                StorageState = await page.Context.StorageStateAsync(),
                ViewportSize = new() { Width = page.ViewportSize!.Width, Height = page.ViewportSize.Height },
                ColorScheme = scheme,
            });
            var reader = await context.NewPageAsync();
            await reader.GotoAsync(page.Url);
            var result = await reader.RunAxe();
            faults.AddRange(result.Violations.Select(v => $"{scheme} {page.Url}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        }

        return faults;
    }

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
