using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>
/// Every order's total equals its parts, each part its lines, and its payment expects exactly that; and what a card is charged for it
/// in its currency equals its parts, what its payment asks for, and what its own rate makes of the total.
/// </summary>
internal sealed class PartsSumToTheWhole(MarketReads reads) : IInvariant
{
    public string Name => "an order equals its parts, a part its lines, a payment its order";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        var orders = await reads.Of<Order>().CountAsync(cancellationToken);
        var wholes = await reads.Of<Order>().CountAsync(
            o => reads.Of<SellerOrder>().Where(p => p.OrderId == o.Id).Sum(p => p.Goods.Minor + p.Delivery.Minor) != o.Total.Minor
                || reads.Of<Payment>().Where(p => p.Order == o.Id).Sum(p => p.Expected.Minor) != o.Total.Minor, cancellationToken);
        var parts = await reads.Of<SellerOrder>().CountAsync(
            p => reads.Of<OrderLine>().Where(l => l.SellerOrderId == p.Id).Sum(l => l.UnitPrice.Minor * l.Quantity) != p.Goods.Minor
                || reads.Of<OrderLine>().Where(l => l.SellerOrderId == p.Id).Sum(l => l.Fee.Minor) != p.Fee.Minor, cancellationToken);
        var charges = await reads.Of<Order>().CountAsync(
            o => reads.Of<SellerOrder>().Where(p => p.OrderId == o.Id && p.Charged.Currency == o.Charged.Currency).Sum(p => p.Charged.Minor) != o.Charged.Minor
                || !reads.Of<Payment>().Any(p => p.Order == o.Id && p.Charged.Minor == o.Charged.Minor && p.Charged.Currency == o.Charged.Currency)
                || o.Terms.Currency != o.Charged.Currency || (o.Charged.Currency == o.Total.Currency && o.Charged.Minor != o.Total.Minor), cancellationToken);
        var abroad = await reads.Of<Order>().IgnoreAutoIncludes().Where(o => o.Terms.Currency != Currency.VND).Select(o => new { o.Terms, o.Total, o.Charged }).ToListAsync(cancellationToken);
        wholes += charges + abroad.Count(o => o.Terms.Of(o.Total) != o.Charged);
        return wholes + parts == 0 ? new(true, $"{orders} orders") : new(false, $"{wholes} of {orders} orders and {parts} parts do not add up");
    }
}
