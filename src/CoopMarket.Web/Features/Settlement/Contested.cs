using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// Stops the release of a share as long as its part is contested: missed, or to be sent back. Each message looks at where the part
/// stands now, so their order doesn't matter. Works inside the caller's transaction.
/// </summary>
internal sealed class Contested(MarketDb db, OrderBooks orders, TimeProvider time)
{
    public async Task LookAsync(OrderId order, SellerOrderId part, CancellationToken cancellationToken)
    {
        if (await db.Set<Hold>().SingleOrDefaultAsync(h => h.SellerOrder == part, cancellationToken) is { } hold
            && await orders.OfAsync(order, cancellationToken) is { } book)
            hold.Stop(book.Parts.Single(p => p.Id == part).IsContested, time.Now());
    }
}
