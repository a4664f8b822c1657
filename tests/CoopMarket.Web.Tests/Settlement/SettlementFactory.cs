using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Admin.Invariants;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Settlement;

/// <summary>What one cooperative sells in an order: prices and quantities, and its delivery, in đồng.</summary>
internal sealed record Part(long Delivery, params (long Price, int Quantity)[] Lines)
{
    /// <summary>Who sells it; null for a cooperative that nobody knows.</summary>
    public CooperativeId? Of { get; init; }
}

/// <summary>Orders with their payment, moved by the domain's own moves, and a check that every invariant holds.</summary>
internal static class SettlementFactory
{
    public const int FeeBasisPoints = 600;

    /// <summary>The secret that opens every order made here.</summary>
    public const string Secret = "AAAAAAAAAAAAAAAAAAAAAA";

    /// <summary>No cooperative is closed.</summary>
    public static IReadOnlyDictionary<CooperativeId, IReadOnlyList<DaysOff>> Open { get; } = new Dictionary<CooperativeId, IReadOnlyList<DaysOff>>();

    /// <summary>Places an order of one part for each cooperative.</summary>
    public static async Task<Order> PlaceAsync(this Market market, PaymentWay way, params Part[] parts)
    {
        await using var scope = market.Services.CreateAsyncScope();
        var ids = scope.ServiceProvider.GetRequiredService<Ids>();
        var code = PublicCode.From(ids.Random(5));
        var kept = scope.ServiceProvider.GetRequiredService<OrderSecrets>().Keep(Secret);
        var plan = new OrderPlan(
            ids.New().ToString("N"), code, kept.Hash, kept.Sealed, null, new("Lò Thị Pâng", "+84912345678", "pang@thu.test"), new("VN", "14", "Tà Xùa", "Bản Bẹ", ""), "vi", "", way, "",
            [.. parts.Select(p => new PartPlan(
                ids.New<SellerOrderId>(), p.Of ?? ids.New<CooperativeId>(), new("HTX"), DeliveryWay.Standard, Money.Dong(p.Delivery), 2, 4, FeeBasisPoints, [],
                [.. p.Lines.Select(l => new LinePlan(ids.New<OrderLineId>(), ids.New<VariantId>(), ids.New<ProductId>(), "toi", new("Tỏi"), new("hũ"), Money.Dong(l.Price), l.Quantity, null))]))]);
        var order = Order.Place(ids.New<OrderId>(), plan, market.Clock.GetUtcNow()).Value;
        scope.ServiceProvider.GetRequiredService<MarketDb>().Add(order);
        await scope.ServiceProvider.GetRequiredService<Tills>().OpenAsync(order.Id, order.Code, way, order.Total, order.PayBy, default);
        await SaveAsync(scope.ServiceProvider);
        await market.DeliverAsync();
        return order;
    }

    /// <summary>Pays an order by transfer and lets the order know.</summary>
    public static async Task PayAsync(this Market market, Order order)
    {
        await market.ReceiveAsync(order.Total.Minor, order.Code);
        await market.MoveAsync(order.Id, o => o.Pay(Open, market.Clock.GetUtcNow()));
    }

    /// <summary>Moves an order and delivers what that causes.</summary>
    public static async Task<Outcome> MoveAsync(this Market market, OrderId id, Func<Order, Outcome> move)
    {
        await using var scope = market.Services.CreateAsyncScope();
        var order = await scope.ServiceProvider.GetRequiredService<MarketDb>().Set<Order>().Include(o => o.Parts).ThenInclude(p => p.Lines).SingleAsync(o => o.Id == id);
        var outcome = move(order);
        await SaveAsync(scope.ServiceProvider);
        await market.DeliverAsync();
        return outcome;
    }

    /// <summary>Changes rows and delivers what that causes.</summary>
    public static async Task ChangeAsync(this Market market, Func<MarketDb, Task> change)
    {
        await using var scope = market.Services.CreateAsyncScope();
        await change(scope.ServiceProvider.GetRequiredService<MarketDb>());
        await SaveAsync(scope.ServiceProvider);
        await market.DeliverAsync();
    }

    /// <summary>The bank takes a transfer back, and an admin says so.</summary>
    public static async Task<Outcome> TakeBackAsync(this Market market, MoneyIn came)
    {
        var reference = "REV" + came.Id.Value.ToString("N");
        await market.ReceiveAsync(came.Amount.Minor, "hoan tra " + came.Reference, type: "out", reference: reference);
        var line = (await market.RowsAsync<MoneyIn>()).Single(m => m.Reference.Equals(reference, StringComparison.OrdinalIgnoreCase));
        var outcome = await market.SendAsync(new TakeBackMoney.Command(Actor.Job("test"), line.Id, came.Reference));
        await market.DeliverAsync();
        return outcome;
    }

    /// <summary>Takes a part from accepted to delivered.</summary>
    public static async Task DeliverPartAsync(this Market market, Order order, SellerOrder part)
    {
        var now = market.Clock.GetUtcNow();
        await market.MoveAsync(order.Id, o => o.Accept(part.Id, now));
        await market.MoveAsync(order.Id, o => o.Ship(part.Id, Carrier.Other, "", now));
        (await market.MoveAsync(order.Id, o => o.Deliver(part.Id, Witness.Buyer, now))).IsDone.ShouldBeTrue();
    }

    /// <summary>The balance of an account, debits positive, in đồng where nothing else is said.</summary>
    public static async Task<long> BalanceAsync(this Market market, LedgerAccount account, CooperativeId? cooperative = null, Currency currency = Currency.VND)
        => (await market.RowsAsync<EntryLine>()).Where(l => l.Account == account && l.Amount.Currency == currency && (cooperative is null || l.Cooperative == cooperative)).Sum(l => l.Amount.Minor);

    /// <summary>Every invariant holds.</summary>
    public static async Task CheckAsync(this Market market)
    {
        var lines = await market.WithAsync<Check, IReadOnlyList<CheckLine>>(check => check.RunAsync(default));
        lines.ShouldNotBeEmpty();
        // Orders made here stand alone: their cooperatives and goods belong to other areas and are not there.
        lines.Where(l => !l.Holds && l.Name != NothingDangles.Invariant).Select(l => $"{l.Name}: {l.Figure}").ShouldBeEmpty();
    }

    private static async Task SaveAsync(IServiceProvider services)
    {
        services.GetRequiredService<Outbox>().Collect();
        await services.GetRequiredService<MarketDb>().SaveChangesAsync();
    }
}
