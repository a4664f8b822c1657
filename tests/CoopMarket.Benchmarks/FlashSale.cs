using System.Collections.Concurrent;
using System.Diagnostics;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Benchmarks;

/// <summary>
/// Many buyers want 100 pieces at the same moment. Who is told that the market is busy asks again, as her browser would. Exactly
/// 100 must be sold; a twin that reads, checks and writes shows that the race is real.
/// </summary>
internal static class FlashSale
{
    private const int Pieces = 100;

    // What the market's answer says when it is busy.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(int buyers)
    {
        Console.WriteLine("| database | buyers | sold | refused | asked again | seconds | p50 ms | p99 ms | left | the careless twin sold |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        var right = true;
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
            right &= await RunAsync(provider, buyers);
        return right ? 0 : 1;
    }

    private static async Task<bool> RunAsync(DatabaseProvider provider, int buyers)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var product = await market.LiveProductAsync(onHand: Pieces);
        var checkouts = new PlaceOrder.Command[buyers];
        for (var i = 0; i < buyers; i++)
            checkouts[i] = await market.CheckoutAsync(await market.BasketAsync((product.Variant, 1)));

        ConcurrentBag<double> waits = [];
        var again = 0;
        var started = Stopwatch.GetTimestamp();
        var sold = (await Task.WhenAll(checkouts.Select(async checkout =>
        {
            var asked = Stopwatch.GetTimestamp();
            while (true)
            {
                try
                {
                    var outcome = await market.SendAsync(checkout);
                    waits.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                    return outcome.IsDone;
                }
                catch (MarketBusyException)
                {
                    Interlocked.Increment(ref again);
                    await Task.Delay(RetryAfter);
                }
            }
        }))).Count(done => done);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var left = await market.OnHandAsync(product.Variant);
        var orders = await market.InDbAsync(db => db.Set<Order>().CountAsync());
        var sorted = waits.Order().ToArray();
        Console.WriteLine($"| {provider} | {buyers} | {sold} | {buyers - sold} | {again} | {seconds:F1} | {sorted[sorted.Length / 2]:F0} | {sorted[sorted.Length * 99 / 100]:F0} | {left} | {await CarelessAsync(market)} |");
        return sold == Pieces && orders == Pieces && left == 0;
    }

    // Reads, checks and writes without a condition: what the market must never do.
    private static async Task<int> CarelessAsync(Market market)
    {
        var product = await market.LiveProductAsync(onHand: Pieces);
        return (await Task.WhenAll(Enumerable.Range(0, 500).Select(async _ => await market.InDbAsync(async db =>
        {
            var onHand = await db.Set<Variant>().Where(v => v.Id == product.Variant).Select(v => v.OnHand).SingleAsync();
            if (onHand == 0)
                return false;
            await Task.Yield();
            await db.Set<Variant>().Where(v => v.Id == product.Variant).ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, onHand - 1));
            return true;
        })))).Count(sold => sold);
    }
}
