using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests;

/// <summary>Debian's Chromium, one for the whole run.</summary>
internal static class Chromium
{
    private const string Shell = "/usr/bin/chromium-headless-shell";

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Open = new(StringComparer.Ordinal);

    /// <summary>A window of its own, without cookies.</summary>
    /// <param name="width">360 for a phone, 1280 for a desk.</param>
    /// <param name="scripts">Whether pages may run scripts.</param>
    /// <param name="host">Another name of the machine; null: as in the address.</param>
    /// <param name="keeps">Whether the market may keep pages in the browser: elsewhere each is to come from the market.</param>
    /// <param name="density">How many pixels a point has.</param>
    public static async Task<IPage> WindowAsync(string url, int width, bool scripts, string? host = null, bool keeps = false, float density = 1)
    {
        var browser = await Started.Value;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = host is null ? url : new UriBuilder(url) { Host = host }.Uri.ToString(),
            ViewportSize = new() { Width = width, Height = width < 600 ? 640 : 800 },
            DeviceScaleFactor = density,
            JavaScriptEnabled = scripts,
            ColorScheme = ColorScheme.Light,
            Locale = "vi-VN",
            ServiceWorkers = keeps ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        context.SetDefaultTimeout(30_000);
        Open.GetOrAdd(url, _ => []).Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>Closes every window on a market that is about to close: each holds a process, and some ask every few seconds.</summary>
    public static async Task CloseAsync(string url)
    {
        if (Open.TryRemove(url, out var contexts))
            foreach (var context in contexts)
                await context.CloseAsync();
    }

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            // The same browser without a window that nobody sees: half the work of its main process. Elsewhere the whole one does.
            ExecutablePath = File.Exists(Shell) ? Shell : "/usr/bin/chromium",
            // A microphone that beeps, and nobody to ask whether it may be used.
            Args = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
