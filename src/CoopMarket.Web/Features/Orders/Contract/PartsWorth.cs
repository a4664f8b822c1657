using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>What sellers are entitled to of what arrived. Tracks nothing.</summary>
internal sealed class PartsWorth(MarketDb db)
{
    /// <summary>
    /// Whose part it is, its worth by kind of supply before the market's fee, see <see cref="SellersWorth"/>, and whether its carrier
    /// collects the cash for the market; null where there is no such part.
    /// </summary>
    public async Task<(CooperativeId Cooperative, IReadOnlyDictionary<SupplyKind, Money> Worth, bool IsCashForMarket)?> OfAsync(SellerOrderId id, CancellationToken cancellationToken)
    {
        if (await db.Set<SellerOrder>().AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } part)
            return null;
        var way = await db.Set<Order>().Where(o => o.Id == part.OrderId).Select(o => o.Way).FirstAsync(cancellationToken);
        return (part.Cooperative, SellersWorth.Of(part, way), part.IsCashForMarket);
    }
}
