using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using CoopMarket.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Judges;

/// <summary>What came over the wire for one page before its reader scrolls, heads and packed bodies, on a phone of three pixels to a point.</summary>
internal sealed class PageWeight
{
    private const int Kilobyte = 1_024;

    private readonly string _host;
    private readonly ConcurrentDictionary<string, Piece> _pieces = new(StringComparer.Ordinal);

    private PageWeight(string host) => _host = host;

    public long Html => Of("Document");

    public long Css => Of("Stylesheet");

    public long Scripts => Of("Script");

    public long All => Pieces.Sum(p => p.Bytes);

    /// <summary>What no page may fetch: web fonts, and anything of another host.</summary>
    public IEnumerable<string> Strange => Pieces.Where(p => p.Kind == "Font" || p.Address.Authority != _host).Select(p => $"{p.Kind} {p.Address}");

    private IEnumerable<Piece> Pieces => _pieces.Values;

    /// <summary>A phone as most are that are sold, with nothing kept.</summary>
    /// <param name="keeps">Whether the market may keep pages in the browser.</param>
    public static async Task<Screen> PhoneAsync(LiveMarket market, bool keeps = false)
    {
        var page = await Chromium.WindowAsync(market.Url, 390, scripts: true, keeps: keeps, density: 3);
        await page.SetViewportSizeAsync(390, 844);
        return new(market, page, scripts: true);
    }

    /// <summary>Opens a page in a window that may hold things of pages before, and waits until nothing more comes.</summary>
    public static async Task<PageWeight> OfAsync(IPage page, string url)
    {
        var weight = new PageWeight(new Uri(url).Authority);
        var cdp = await page.Context.NewCDPSessionAsync(page);
        cdp.Event("Network.requestWillBeSent").OnEvent += (_, told) => weight.Note(told!.Value, asked: true);
        cdp.Event("Network.responseReceived").OnEvent += (_, told) => weight.Note(told!.Value, asked: false);
        cdp.Event("Network.loadingFinished").OnEvent += (_, told) => weight.Weigh(told!.Value);
        await cdp.SendAsync("Network.enable");
        // How far below the window photos are fetched depends on the signal, which a busy machine may take for a worse one.
        await cdp.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1, ["connectionType"] = "cellular4g" });
        (await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.NetworkIdle }))!.Status.ShouldBe(200, url);
        await cdp.DetachAsync();
        return weight;
    }

    /// <summary>Forgets all files that the browser holds of pages before.</summary>
    public static async Task ForgetAsync(IPage page)
    {
        var cdp = await page.Context.NewCDPSessionAsync(page);
        await cdp.SendAsync("Network.clearBrowserCache");
        await cdp.DetachAsync();
    }

    /// <summary>Whether a file was fetched for the page.</summary>
    public bool Has(string path) => Pieces.Any(p => p.Address.AbsolutePath == path);

    /// <summary>What is more than it may be; empty where nothing is.</summary>
    /// <param name="budgets">What is weighed, and how many kilobytes it may have at most.</param>
    public string Above(params (string What, long Bytes, int Kilobytes)[] budgets)
    {
        var faults = budgets.Where(b => b.Bytes > b.Kilobytes * Kilobyte).Select(b => $"{b.What} weighs {Written(b.Bytes)} KB, {b.Kilobytes} are allowed").Concat(Strange.Select(s => "fetches " + s)).ToList();
        return faults.Count == 0 ? "" : string.Join('\n', [.. faults, ToString()]);
    }

    public override string ToString() => string.Join('\n', Pieces.OrderByDescending(p => p.Bytes).Select(p => $"  {Written(p.Bytes)} KB {p.Kind} {p.Address.PathAndQuery}"));

    private static string Written(long bytes) => (bytes / (double)Kilobyte).ToString("F1", CultureInfo.InvariantCulture);

    private void Note(JsonElement told, bool asked)
    {
        var address = new Uri(told.GetProperty(asked ? "request" : "response").GetProperty("url").GetString()!);
        if (address.Scheme is not ("data" or "blob"))
            _pieces.AddOrUpdate(Id(told), _ => new(Kind(told), address, 0), (_, known) => known with { Kind = Kind(told) });
    }

    private void Weigh(JsonElement told)
    {
        if (_pieces.TryGetValue(Id(told), out var piece))
            _pieces[Id(told)] = piece with { Bytes = (long)told.GetProperty("encodedDataLength").GetDouble() };
    }

    private long Of(string kind) => Pieces.Where(p => p.Kind == kind).Sum(p => p.Bytes);

    private static string Id(JsonElement told) => told.GetProperty("requestId").GetString()!;

    private static string Kind(JsonElement told) => told.GetProperty("type").GetString()!;

    private sealed record Piece(string Kind, Uri Address, long Bytes);
}
