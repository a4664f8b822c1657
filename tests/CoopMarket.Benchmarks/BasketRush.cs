using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Benchmarks;

/// <summary>
/// Buyers put things into baskets as fast as they can, each with two pages open, so that two always write to one basket. What was
/// said to be in the basket must lie in it: no page may undo what the other did.
/// </summary>
internal static class BasketRush
{
    private const int Buyers = 16;
    private const int Pages = 2;
    private const int Shelves = 40;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(int seconds)
    {
        Console.WriteLine("| database | wanted a second | added a second | p50 ms | p99 ms | said to be added | in the baskets | turned away |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var right = true;
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
            right &= await RunAsync(provider, TimeSpan.FromSeconds(seconds));
        return right ? 0 : 1;
    }

    private static async Task<bool> RunAsync(DatabaseProvider provider, TimeSpan time)
    {
        // As of pages, half on PostgreSQL.
        var wanted = provider == DatabaseProvider.Sqlite ? 500 : 250;
        await using var market = await OrdersFactory.OpenAsync(provider, ("RateLimits:Factor", "1000000"));
        var variants = new string[Shelves];
        for (var i = 0; i < Shelves; i++)
            variants[i] = (await market.LiveProductAsync(onHand: 1_000_000, name: $"Tỏi đen {i + 1}")).Variant.ToString();

        await AddAsync(market, variants, WarmUp, []);
        var before = await PiecesAsync(market);
        ConcurrentBag<double> took = [];
        var started = Stopwatch.GetTimestamp();
        var away = await AddAsync(market, variants, time, took);
        var reached = took.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        var there = await PiecesAsync(market) - before;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {provider} | {wanted} | {reached:F0} | {Rush.At(took, 50):F1} | {Rush.At(took, 99):F1} | {took.Count} | {there} | {away} |"));
        return there == took.Count && reached >= wanted;
    }

    private static Task<int> PiecesAsync(Market market) => market.InDbAsync(db => db.Set<Basket>().SelectMany(b => b.Lines).SumAsync(l => l.Quantity));

    // How many were turned away; of the others, how long each took.
    private static async Task<int> AddAsync(Market market, string[] variants, TimeSpan time, ConcurrentBag<double> took)
    {
        var away = 0;
        await Task.WhenAll(Enumerable.Range(0, Buyers).Select(async buyer =>
        {
            using var first = Visitor.Of(market);
            var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
            async Task<bool> PressAsync(Visitor page, int thing)
            {
                var began = Stopwatch.GetTimestamp();
                await page.SendAsync("/cart/add", ("variant", variants[thing % Shelves]), ("quantity", "1"));
                if (page.Location != "/cart")
                    return false;
                took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                return true;
            }

            // The first thing gives her the basket that both pages have.
            if (!await PressAsync(first, buyer))
                throw new InvalidOperationException("The first thing was not taken: " + first.Page);
            await Task.WhenAll(Enumerable.Range(0, Pages).Select(async page =>
            {
                var its = first.Beside();
                for (var thing = buyer + page; Stopwatch.GetTimestamp() < until; thing++)
                    if (!await PressAsync(its, thing))
                        Interlocked.Increment(ref away);
            }));
        }));
        return away;
    }
}
