using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>The parts of orders as whoever shares their income needs them. Tracks nothing.</summary>
internal sealed class PartBooks(MarketDb db)
{
    /// <summary>The parts of an order that became a sale, with their lines; none while it is unpaid.</summary>
    public async Task<IReadOnlyList<PartBook>> OfAsync(OrderId order, CancellationToken cancellationToken)
    {
        var parts = await db.Set<SellerOrder>().AsNoTracking().AsSplitQuery().Where(p => p.OrderId == order && p.ToAcceptAt != null).OrderBy(p => p.Position).ToListAsync(cancellationToken);
        if (parts.Count == 0)
            return [];
        var of = await db.Set<Order>().Where(o => o.Id == order).Select(o => new { o.Code, o.Way }).FirstAsync(cancellationToken);
        return [.. parts.Select(p => Of(p, of.Code, of.Way))];
    }

    /// <summary>Which they are.</summary>
    public async Task<IReadOnlyList<SellerOrderId>> IdsAsync(OrderId order, CancellationToken cancellationToken)
        => await db.Set<SellerOrder>().Where(p => p.OrderId == order && p.ToAcceptAt != null).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellationToken);

    /// <summary>A part as the book sees it.</summary>
    public static PartBook Of(SellerOrder part, string code, PaymentWay way)
    {
        Money Back(OrderLineId? line) => Money.Sum(part.Refunds.Where(r => r.Line == line).Select(r => r.Amount - r.Fee), part.Goods.Currency);
        // Of a paid parcel that came back untaken the way there was gone: its price stays the cooperative's.
        var isGone = part.State == SellerOrderState.Delivered || (part.State == SellerOrderState.Refused && way != PaymentWay.CashOnDelivery);
        return new(
            part.Id, part.OrderId, code, part.Cooperative, part.ToAcceptAt!.Value, part.State == SellerOrderState.Delivered, part.Delivery,
            isGone ? part.Delivery - Back(null) : Money.Zero(part.Goods.Currency),
            [.. part.Lines.OrderBy(l => l.Position).Select(l => new SoldLine(l.Id, l.Product, l.Quantity, l.Goods - l.Fee, l.Left, l.GoodsLeft - l.FeeLeft, Back(l.Id)))]);
    }
}

/// <summary>A part of an order that became a sale.</summary>
/// <param name="Code">The order's public code.</param>
/// <param name="SoldAt">When it became a sale, UTC.</param>
/// <param name="Delivery">What the buyer pays for the delivery.</param>
/// <param name="DeliveryKept">What of it is the cooperative's as the part stands now: nothing before it was delivered, unless it came back untaken.</param>
internal sealed record PartBook(
    SellerOrderId Id, OrderId Order, string Code, CooperativeId Cooperative, DateTimeOffset SoldAt, bool IsDelivered, Money Delivery, Money DeliveryKept, IReadOnlyList<SoldLine> Lines);

/// <summary>A line of it.</summary>
/// <param name="Net">Goods less the market's fee, as ordered.</param>
/// <param name="Left">How many were not declined.</param>
/// <param name="NetLeft">Goods less fee of those.</param>
/// <param name="GivenBack">What was given back of its goods after it arrived, less the fee given up with it.</param>
internal sealed record SoldLine(OrderLineId Id, ProductId Product, int Quantity, Money Net, int Left, Money NetLeft, Money GivenBack);
