using System.Diagnostics;
using System.Globalization;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments.Cards;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Benchmarks;

/// <summary>
/// Orders paid by card have arrived, and all of it is given back: how many refunds a second cooperatives can grant, sixteen at a time,
/// how many are booked, and how many the gateway is asked for and confirms, with a gateway that answers at once. Nothing may be broken,
/// and each order is given back once.
/// </summary>
internal static class RefundRush
{
    private const int AtOnce = 16;

    public static async Task<int> RunAsync(int orders)
    {
        Console.WriteLine("| database | refunds | granted a second | booked a second | sent to the gateway a second | given back once | broken |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var right = true;
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
            right &= await RunAsync(provider, orders);
        return right ? 0 : 1;
    }

    private static async Task<bool> RunAsync(DatabaseProvider provider, int orders)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var market = cards.Market;
        var product = await market.LiveProductAsync(price: 100_000, onHand: orders);
        var manager = Actor.Of(product.Manager, "");
        List<SellerOrderId> parts = [];
        for (var i = 0; i < orders; i++)
            parts.Add(await ArrivedAsync(cards, product, manager));
        await market.DeliverAsync();

        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (part, _) =>
        {
            var granted = await market.SendAsync(new RefundSellerOrder.Command(manager, product.Cooperative, part, RefundSellerOrder.Everything, "", "Hũ bị vỡ"));
            if (!granted.IsDone)
                throw new InvalidOperationException($"Not granted: {granted.Refusal}");
        });
        var granting = Stopwatch.GetElapsedTime(started);
        started = Stopwatch.GetTimestamp();
        await market.DeliverAsync();
        var booking = Stopwatch.GetElapsedTime(started);
        started = Stopwatch.GetTimestamp();
        while (await market.InDbAsync(db => db.Set<RefundDue>().AnyAsync(r => r.PaidAt == null && r.RefusedFor == null)))
            await market.RoundAsync<SendCardRefunds>();
        await market.DeliverAsync();
        var sending = Stopwatch.GetElapsedTime(started);

        var back = await market.InDbAsync(db => db.Set<RefundDue>().Where(r => r.PaidAt != null).GroupBy(r => r.Order).CountAsync(g => g.Count() == 1));
        var broken = (await market.WithAsync<Check, IReadOnlyList<CheckLine>>(check => check.RunAsync(default))).Count(l => !l.Holds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {provider} | {orders} | {orders / granting.TotalSeconds:F1} | {orders / booking.TotalSeconds:F1} | {orders / sending.TotalSeconds:F1} | {back} | {broken} |"));
        return back == orders && broken == 0;
    }

    private static async Task<SellerOrderId> ArrivedAsync(CardMarket cards, ListedProduct product, Actor manager)
    {
        var market = cards.Market;
        var ordered = await market.OrderAsync(PaymentWay.Card, (product.Variant, 1));
        await cards.PayAsync(ordered);
        var part = ordered.Order.Parts[0].Id;
        await market.SendAsync(new AcceptSellerOrder.Command(manager, product.Cooperative, part));
        await market.SendAsync(new ShipParcel.Command(manager, product.Cooperative, part, Carrier.Other, ""));
        await market.SendAsync(new MarkDelivered.Command(manager, product.Cooperative, part));
        return part;
    }
}
