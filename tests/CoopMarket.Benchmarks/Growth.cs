using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Seed;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Search;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Benchmarks;

/// <summary>
/// How long pages take as the shelves fill: each is made anew, no kept page answers, one after the other in the program itself. And how
/// long it takes to read the picture of the shop anew, which happens beside them.
/// </summary>
internal static class Growth
{
    private const int WarmUp = 100;
    private const int Times = 400;
    private const double Most = 50;
    private const double MostOnSqlite = 100;

    public static async Task<int> RunAsync(IReadOnlyList<DatabaseProvider> on, IReadOnlyList<int> sizes)
    {
        Console.WriteLine("| database | products | seeded s | picture anew ms | page | p50 ms | p99 ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var right = true;
        foreach (var provider in on)
        {
            await using var market = await Market.OpenAsync(provider, ("RateLimits:Factor", "1000000"));
            await DemoShelves.FillAsync(market);
            foreach (var size in sizes)
                right &= await MeasureAsync(market, provider, size);
        }

        return right ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(Market market, DatabaseProvider provider, int products)
    {
        var started = Stopwatch.GetTimestamp();
        var said = Console.Out;
        Console.SetOut(TextWriter.Null);
        await market.WithAsync<SeedScale, int>(scale => scale.RunAsync(products, CancellationToken.None));
        Console.SetOut(said);
        var seeded = Stopwatch.GetElapsedTime(started).TotalSeconds;
        // A server at work does so by itself; the one of tests is not let to.
        if (provider == DatabaseProvider.Postgres)
            await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
        using var reader = market.CreateClient();
        var slugs = await market.InDbAsync(db => db.Set<Product>().Where(p => p.State == ProductState.Live).OrderBy(p => p.Slug).Select(p => p.Slug).Take(2_000).ToListAsync());
        var shelf = await market.InDbAsync(db => db.Set<CategoryEntry>().OrderBy(c => c.Position).Select(c => c.Slug).FirstAsync());
        (string Name, Func<int, string> At)[] pages =
        [
            ("home", i => $"/?currency={i}"), ("category with a facet", i => $"/c/{shelf}?season=on&currency={i}"), ("search", i => $"/search?q=mat+ong&currency={i}"),
            ("product", i => $"/p/{slugs[i % slugs.Count]}?currency={i}"),
        ];
        started = Stopwatch.GetTimestamp();
        await market.WithAsync<FaceReader, bool>(async faces =>
        {
            await faces.NowAsync(CancellationToken.None);
            await faces.AgainAsync(CancellationToken.None);
            return true;
        });
        var read = Stopwatch.GetElapsedTime(started).TotalMilliseconds / 2;
        var right = true;
        foreach (var (name, at) in pages)
        {
            ConcurrentBag<double> took = [];
            for (var i = 0; i < WarmUp + Times; i++)
            {
                await market.WithAsync<FaceReader, bool>(async faces =>
                {
                    (await faces.NowAsync(CancellationToken.None)).Forget();
                    return true;
                });
                started = Stopwatch.GetTimestamp();
                await reader.GetStringAsync(at(i));
                if (i >= WarmUp)
                    took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            var worst = Rush.At(took, 99);
            right &= worst <= (provider == DatabaseProvider.Sqlite ? MostOnSqlite : Most);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {provider} | {products} | {seeded:F0} | {read:F0} | {name} | {Rush.At(took, 50):F1} | {worst:F1} |"));
        }

        return right;
    }
}
