using System.Diagnostics;
using System.Globalization;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Benchmarks;

/// <summary>How many entries of the ledger a second are written, each in a transaction that lasts, and how long the check takes over a large ledger: ten seconds at most, and nothing may be broken.</summary>
internal static class BigLedger
{
    private const int Writers = 16;
    private static readonly TimeSpan CheckedWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(int lines)
    {
        var right = true;
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            await using var market = await Market.OpenAsync(provider);
            market.Services.GetService<SqlitePragmas>()?.Lasting();
            var coop = (await market.SellingCoopAsync()).Id;
            foreach (var writers in new[] { 1, Writers })
            {
                var speed = await WriteAsync(market, coop, writers);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{provider}: {speed:N0} entries a second of two lines, {writers} at once"));
            }

            await FillAsync(market, coop, lines);
            var started = Stopwatch.GetTimestamp();
            var found = await market.WithAsync<Check, IReadOnlyList<CheckLine>>(check => check.RunAsync(default));
            var (took, broken) = (Stopwatch.GetElapsedTime(started), found.Count(f => !f.Holds));
            var count = await market.InDbAsync(db => db.Set<EntryLine>().CountAsync());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{provider}: check of {count:N0} lines in {took.TotalSeconds:N1} s, {broken} of {found.Count} invariants broken"));
            right &= took < CheckedWithin && broken == 0;
        }

        return right ? 0 : 1;
    }

    private static async Task<double> WriteAsync(Market market, CooperativeId coop, int writers)
    {
        var (written, started) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < Time)
            {
                await using var scope = market.Services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
                using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().EnterAsync(default);
                await using var transaction = await db.Database.BeginTransactionAsync();
                await scope.ServiceProvider.GetRequiredService<Ledger>().PostAsync(EntryKind.Release, Guid.NewGuid(), null, market.Clock.GetUtcNow(), Lines(coop, 1_000), default);
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                Interlocked.Increment(ref written);
            }
        })));
        return written / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task FillAsync(Market market, CooperativeId coop, int lines)
    {
        const int Batch = 5_000;
        for (var left = lines / 2; left > 0; left -= Batch)
            await market.InDbAsync(async db =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                var (now, ids) = (market.Clock.Now(), market.Services.GetRequiredService<Ids>());
                for (var i = 0; i < Batch; i++)
                    db.Add(JournalEntry.Post(ids.New<EntryId>(), EntryKind.Release, ids.New(), null, now, now, Lines(coop, 1_000 + i)));
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
                db.ChangeTracker.AutoDetectChangesEnabled = true;
                return 0;
            });
    }

    private static List<EntryLine> Lines(CooperativeId coop, long dong) => [new(LedgerAccount.Held, Money.Dong(dong), coop), new(LedgerAccount.Payable, Money.Dong(-dong), coop)];
}
