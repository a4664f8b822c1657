using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments.Cards;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Benchmarks;

/// <summary>
/// Buyers put a thing into a basket, read the checkout, say where it goes, order, are led to the gateway's page, pay on it and come
/// back to their order, all through the pages as a browser without scripts does it: first a few who never wait, so that one sees how
/// many the machine can serve with all that follows; then so many a second for so long, with a gateway that takes 300 ms for each
/// answer. Whoever pays must be booked as paid; whoever is turned away is counted.
/// </summary>
internal static class PageRush
{
    // As many products as the demo has: of one thing alone, buyers would wait for each other's stock.
    private const int Shelves = 40;
    private const int AtOnce = 6;
    private const int WarmUp = 500;

    private static readonly (string Name, string Value)[] Hanh =
    [
        ("Form.Name", "Nguyễn Thị Hạnh"), ("Form.Phone", "0912 345 678"), ("Form.Country", "VN"), ("Form.Province", "01"), ("Form.Commune", "Phường Cầu Giấy"),
        ("Form.Street", "Số 12 ngõ 165 Xuân Thủy"), ("Form.Email", ""), ("Form.Note", ""), ("Form.Way", "Card"),
    ];

    public static async Task<int> RunAsync(int aSecond, int seconds)
    {
        Console.WriteLine("| database | six who never wait, a second | wanted a second | reached a second | market's part p50 ms | p95 ms | bought | turned away | paid |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        var right = true;
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
            right &= await RunAsync(provider, aSecond, seconds);
        return right ? 0 : 1;
    }

    private static async Task<bool> RunAsync(DatabaseProvider provider, int aSecond, int seconds)
    {
        await using var cards = await CardMarket.OpenAsync(provider, ("RateLimits:Factor", "1000000"));
        var market = cards.Market;
        var all = aSecond * seconds;
        var variants = new string[Shelves];
        for (var i = 0; i < Shelves; i++)
            variants[i] = (await market.LiveProductAsync(price: 100_000, onHand: WarmUp + all, name: $"Tỏi đen {i + 1}")).Variant.ToString();

        // A program that has just started compiles while it answers: what counts comes after.
        await WithoutWaitingAsync(cards, variants);
        var most = await WithoutWaitingAsync(cards, variants);

        cards.Stripe.Faults.Latency = Rush.Gateway;
        ConcurrentBag<double> parts = [];
        var reached = 0.0;
        await Rush.WhileDeliveringAsync(market, async () =>
        {
            var started = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, all).Select(async i =>
            {
                await Task.Delay(TimeSpan.FromSeconds((double)i / aSecond));
                if (await BuyAsync(cards, variants[i % Shelves]) is { } took)
                    parts.Add((took - Rush.Gateway).TotalMilliseconds);
            }));
            reached = parts.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        });
        var paid = await market.InDbAsync(db => db.Set<Payment>().CountAsync(p => p.State == PaymentState.Paid)) - (2 * WarmUp);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {provider} | {most:F1} | {aSecond} | {reached:F1} | {Rush.At(parts, 50):F0} | {Rush.At(parts, 95):F0} | {parts.Count} | {all - parts.Count} | {paid} |"));
        return paid == parts.Count && reached >= 0.9 * aSecond;
    }

    // How many a second are served, with all that follows from what they did.
    private static async Task<double> WithoutWaitingAsync(CardMarket cards, string[] variants)
    {
        var started = Stopwatch.GetTimestamp();
        await Rush.WhileDeliveringAsync(cards.Market, () => Parallel.ForEachAsync(
            Enumerable.Range(0, WarmUp),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, _) =>
            {
                if (await BuyAsync(cards, variants[i % Shelves]) is null)
                    throw new InvalidOperationException("One of a few was turned away.");
            }));
        return WarmUp / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    // From the shelf to the order's page: how long the market and the gateway took for the requests; null when she was turned away.
    private static async Task<TimeSpan?> BuyAsync(CardMarket cards, string variant)
    {
        using var buyer = Visitor.Of(cards.Market);
        var began = Stopwatch.GetTimestamp();
        await buyer.SendAsync("/cart/add", ("variant", variant), ("quantity", "1"));
        await buyer.OpenAsync("/checkout");
        await buyer.SubmitAsync("/checkout/delivery", Hanh);
        await buyer.SubmitAsync("/checkout", Hanh);
        if (!Uri.TryCreate(buyer.Location, UriKind.Absolute, out var page) || page.Authority != cards.Stripe.ApiBase.Authority)
            return null;
        var ordered = Stopwatch.GetElapsedTime(began);
        await cards.Stripe.PayAsync(page.Segments[^1]);
        began = Stopwatch.GetTimestamp();
        await buyer.OpenAsync(new Uri(cards.Stripe.Books.Session(page.Segments[^1]).SuccessUrl).PathAndQuery);
        while (buyer.Location.Length > 0)
            await buyer.OpenAsync(buyer.Location);
        return ordered + Stopwatch.GetElapsedTime(began);
    }
}
