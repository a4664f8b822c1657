using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>Reads parts of orders with the little that a list needs of their orders.</summary>
internal static class DeskParcels
{
    /// <summary>The parcels, in the order of the parts.</summary>
    public static async Task<IReadOnlyList<Parcel>> ReadAsync(MarketReads reads, IQueryable<SellerOrder> parts, CancellationToken cancellationToken)
    {
        var found = await parts.AsSplitQuery().ToListAsync(cancellationToken);
        var ids = found.Select(p => p.OrderId).Distinct().ToList();
        var orders = await reads.Of<Order>().IgnoreAutoIncludes().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        return [.. found.Select(p => Parcel.Of(orders[p.OrderId], p))];
    }
}
