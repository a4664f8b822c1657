using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>What the books need to know of an order: amounts as frozen when it was placed, and what was declined since.</summary>
internal sealed class OrderBooks(MarketDb db)
{
    /// <summary>Null when there is no such order.</summary>
    public Task<OrderBook?> OfAsync(OrderId id, CancellationToken cancellationToken)
        => FirstAsync(db.Set<Order>().Where(o => o.Id == id), cancellationToken);

    /// <summary>Null when the text is no code or no order has it.</summary>
    public Task<OrderBook?> ByCodeAsync(string code, CancellationToken cancellationToken)
        => PublicCode.TryParse(code, out var read)
            ? FirstAsync(db.Set<Order>().Where(o => o.Code == read.Value), cancellationToken)
            : Task.FromResult<OrderBook?>(null);

    /// <summary>Who bought an order, null where it was a guest, and of which cooperative one of its parts is; of none where no part is named.</summary>
    public Task<(PersonId? Buyer, IReadOnlyList<CooperativeId> Cooperatives)> SidesAsync(OrderId id, SellerOrderId? part, CancellationToken cancellationToken)
        => SidesAsync(id, db.Set<SellerOrder>().Where(p => p.OrderId == id && p.Id == part), cancellationToken);

    /// <summary>Who bought an order, null where it was a guest, and of which cooperatives its parts are.</summary>
    public Task<(PersonId? Buyer, IReadOnlyList<CooperativeId> Cooperatives)> SidesAsync(OrderId id, CancellationToken cancellationToken)
        => SidesAsync(id, db.Set<SellerOrder>().Where(p => p.OrderId == id), cancellationToken);

    private async Task<(PersonId? Buyer, IReadOnlyList<CooperativeId> Cooperatives)> SidesAsync(OrderId id, IQueryable<SellerOrder> parts, CancellationToken cancellationToken)
        => (await db.Set<Order>().Where(o => o.Id == id).Select(o => o.Buyer).FirstOrDefaultAsync(cancellationToken),
            await parts.Select(p => p.Cooperative).ToListAsync(cancellationToken));

    // Two questions for each message that moves money: parts with their order, and lines. What else hangs on a part is not asked for.
    private async Task<OrderBook?> FirstAsync(IQueryable<Order> orders, CancellationToken cancellationToken)
    {
        var found = await (
            from o in orders
            join p in db.Set<SellerOrder>() on o.Id equals p.OrderId
            orderby p.Position
            select new
            {
                o.Id,
                o.Code,
                o.Way,
                o.Total,
                o.State,
                o.PayBy,
                Part = new
                {
                    p.Id,
                    p.Cooperative,
                    p.Goods,
                    p.Delivery,
                    p.Fee,
                    p.State,
                    p.Carrier,
                    p.ParcelNumber,
                    p.IsCashForMarket,
                    IsContested = p.NotArrivedAt != null || db.Set<Return>().Any(r => r.SellerOrder == p.Id && r.EndedAt == null),
                },
            }).ToListAsync(cancellationToken);
        if (found.Count == 0)
            return null;
        var order = found[0];
        var all = await (from l in db.Set<OrderLine>().AsNoTracking() join p in db.Set<SellerOrder>() on l.SellerOrderId equals p.Id where p.OrderId == order.Id orderby l.Position select l)
            .ToListAsync(cancellationToken);
        return new(order.Id, order.Code, order.Way, order.Total, order.State, order.PayBy, [.. found.Select(f => f.Part).Select(p =>
        {
            var lines = all.Where(l => l.SellerOrderId == p.Id).ToList();
            return new SellerBook(
                p.Id, p.Cooperative, p.Goods, p.Delivery, p.Fee, Money.Sum(lines.Select(l => l.FeeLeft), p.Goods.Currency), p.State, p.IsContested, p.Carrier, p.ParcelNumber, p.IsCashForMarket,
                [.. lines.Select(l => new LineBook(l.Id, l.Quantity, l.Declined, l.UnitPrice, l.Fee))]);
        })]);
    }
}

/// <summary>An order's amounts. The parts sum to the total.</summary>
/// <param name="PayBy">Until when its stock is kept, UTC; null when it needs no payment in advance.</param>
internal sealed record OrderBook(
    OrderId Id, string Code, PaymentWay Way, Money Total, OrderState State, DateTimeOffset? PayBy, IReadOnlyList<SellerBook> Parts);

/// <summary>A part's amounts as ordered: goods before declines, delivery, the market's fee on the goods.</summary>
/// <param name="FeeLeft">The fee on what was not declined.</param>
/// <param name="Carrier">Null until it is handed to one.</param>
/// <param name="ParcelNumber">The carrier's; empty where there is none.</param>
/// <param name="IsCashForMarket">Whether the carrier pays the cash that it collects to the market.</param>
/// <param name="IsContested">Whether the buyer says that it did not arrive, or some of it is to be sent back.</param>
internal sealed record SellerBook(
    SellerOrderId Id, CooperativeId Cooperative, Money Goods, Money Delivery, Money Fee, Money FeeLeft, SellerOrderState State, bool IsContested,
    Carrier? Carrier, string ParcelNumber, bool IsCashForMarket,
    IReadOnlyList<LineBook> Lines)
{
    /// <summary>Goods that were not declined, and delivery.</summary>
    public Money Left => Money.Sum(Lines.Select(l => l.UnitPrice * (l.Quantity - l.Declined)), Delivery.Currency) + Delivery;

    /// <summary>Whether it was delivered.</summary>
    public bool HasArrived => State == SellerOrderState.Delivered;

    /// <summary>Whether it was sent and never reached the buyer: it came back untaken, or is lost.</summary>
    public bool HasFailed => State is SellerOrderState.Refused or SellerOrderState.Lost;
}

/// <summary>A line's amounts as ordered, and how many were declined since.</summary>
/// <param name="Fee">On the whole line; the lines' fees sum to the part's.</param>
internal sealed record LineBook(OrderLineId Id, int Quantity, int Declined, Money UnitPrice, Money Fee);
