using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CoopMarket.Benchmarks;

/// <summary>
/// How fast Lighthouse finds pages, as a phone with a slow line that has never been here: the script beside the judges of the browser
/// tests opens each so many times, once more before to have its photos' files made.
/// </summary>
internal static class Speed
{
    /// <summary>Prints the medians.</summary>
    public static async Task<int> RunAsync(int times)
    {
        await using var market = await MarketProgram.StartAsync();
        var pages = await market.PagesAsync();
        var judges = Path.Combine(MarketProgram.Checkout(), "tests", "CoopMarket.Browser.Tests", "Judges");
        IEnumerable<string> addresses = pages.Select(p => new Uri(market.Address, p.Path).AbsoluteUri);
        ProcessStartInfo start = new("node", [Path.Combine(judges, "speed.mjs"), times.ToString(CultureInfo.InvariantCulture), .. addresses])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["CHROME_PATH"] = "/usr/bin/chromium";
        using var node = Process.Start(start)!;
        var found = JsonSerializer.Deserialize<Found[]>(await node.StandardOutput.ReadToEndAsync(), JsonSerializerOptions.Web)!;
        await node.WaitForExitAsync();
        Console.WriteLine("| page | performance | LCP ms | TBT ms | layout shift | KB |\n|---|---|---|---|---|---|");
        foreach (var ((name, _), page) in pages.Zip(found))
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {Median(page.Performance) * 100:F0} | {Median(page.Lcp):F0} | {Median(page.Tbt):F0} | {Median(page.Moved):F3} | {Median(page.Bytes) / 1024:F0} |"));
        return node.ExitCode;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    /// <summary>One page; each list has a figure for each time that it was opened.</summary>
    /// <param name="Performance">From 0 to 1.</param>
    /// <param name="Lcp">When the largest thing stood, in milliseconds.</param>
    /// <param name="Tbt">How long scripts held the page up, in milliseconds.</param>
    /// <param name="Moved">How much of the page moved by itself while it was loaded.</param>
    /// <param name="Bytes">What was transferred.</param>
    private sealed record Found(double[] Performance, double[] Lcp, double[] Tbt, double[] Moved, double[] Bytes);
}
