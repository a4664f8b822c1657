using System.Collections.Concurrent;
using System.Diagnostics;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments.Cards;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Benchmarks;

/// <summary>
/// Buyers order, get the gateway's page and pay on it, and the market hears of it: so many a second for so long, with a gateway that
/// takes 300 ms for each answer. Then 200 messages a second alone, then messages that are signed and yet none (trust row 55). All must
/// be paid, at nine tenths of the speed asked for at least, every message acknowledged within 500 ms, and what is none refused within 50.
/// </summary>
internal static class CardRush
{
    private const int Messages = 200;
    private const int MessageSeconds = 20;
    private const int AcknowledgedWithin = 500;
    private const int Refusals = 100;
    private const int RefusedWithin = 50;

    public static async Task<int> RunAsync(int aSecond, int seconds)
    {
        Console.WriteLine("| database | checkouts | wanted a second | reached a second | market's part p50 ms | p95 ms | paid | messages acknowledged p99 ms | at 200 a second p50 ms | p99 ms | none refused p99 ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        var right = true;
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
            right &= await RunAsync(provider, aSecond, seconds);
        return right ? 0 : 1;
    }

    private static async Task<bool> RunAsync(DatabaseProvider provider, int aSecond, int seconds)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var (market, stripe) = (cards.Market, cards.Stripe);
        ConcurrentBag<double> acknowledged = [];
        stripe.Webhooks.SendTo((body, signature) => Rush.TellAsync(cards, acknowledged, body, signature));
        var all = aSecond * seconds;
        var product = await market.LiveProductAsync(price: 100_000, onHand: all);
        var checkouts = new PlaceOrder.Command[all];
        for (var i = 0; i < all; i++)
            checkouts[i] = await market.CheckoutAsync(await market.BasketAsync((product.Variant, 1)), PaymentWay.Card);

        stripe.Faults.Latency = Rush.Gateway;
        ConcurrentBag<double> parts = [];
        var reached = 0.0;
        await Rush.WhileDeliveringAsync(market, async () =>
        {
            var started = Stopwatch.GetTimestamp();
            await Task.WhenAll(checkouts.Select(async (checkout, i) =>
            {
                await Task.Delay(TimeSpan.FromSeconds((double)i / aSecond));
                var began = Stopwatch.GetTimestamp();
                var placed = (await market.SendAsync(checkout)).Value;
                var page = (await market.SendAsync(new PayByCard.Command(OrdersFactory.Guest, placed.Code, placed.Secret, "en"))).Value;
                parts.Add((Stopwatch.GetElapsedTime(began) - Rush.Gateway).TotalMilliseconds);
                await stripe.PayAsync(page.Segments[^1]);
            }));
            reached = all / Stopwatch.GetElapsedTime(started).TotalSeconds;
        });
        var paid = await market.InDbAsync(db => db.Set<Payment>().CountAsync(p => p.State == PaymentState.Paid));
        var (p50, p99) = await MessagesAsync(cards);
        var refused = await RefusalsAsync(cards);
        Console.WriteLine($"| {provider} | {all} | {aSecond} | {reached:F1} | {Rush.At(parts, 50):F0} | {Rush.At(parts, 95):F0} | {paid} | {Rush.At(acknowledged, 99):F0} | {p50:F0} | {p99:F0} | {refused:F0} |");
        return paid == all && reached >= 0.9 * aSecond && p99 < AcknowledgedWithin && refused < RefusedWithin;
    }

    private static async Task<(double P50, double P99)> MessagesAsync(CardMarket cards)
    {
        ConcurrentBag<double> acknowledged = [];
        await Task.WhenAll(Enumerable.Range(0, Messages * MessageSeconds).Select(async i =>
        {
            await Task.Delay(TimeSpan.FromSeconds((double)i / Messages));
            var body = $$$$"""{"id":"evt_rush_{{{{i}}}}","object":"event","type":"charge.updated","created":1,"livemode":false,"data":{"object":{"object":"charge"}}}""";
            if (await Rush.TellAsync(cards, acknowledged, body, cards.Stripe.Webhooks.Sign(body)) != 200)
                throw new InvalidOperationException("A message was not acknowledged.");
        }));
        return (Rush.At(acknowledged, 50), Rush.At(acknowledged, 99));
    }

    private static async Task<double> RefusalsAsync(CardMarket cards)
    {
        ConcurrentBag<double> refused = [];
        string[] none = ["{", "{\"id\":\"evt_twice\",\"id\":\"evt_twice\"}", "{\"id\":\"" + new string('x', 1024 * 1024) + "\"}"];
        for (var i = 0; i < Refusals; i++)
            foreach (var body in none)
                if (await Rush.TellAsync(cards, refused, body, cards.Stripe.Webhooks.Sign(body)) != 400)
                    throw new InvalidOperationException("What is no message was taken for one.");
        return Rush.At(refused, 99);
    }
}
