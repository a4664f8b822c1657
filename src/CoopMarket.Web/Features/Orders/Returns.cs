using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Takes returns out to move them. Works inside the caller's transaction.</summary>
internal sealed class Returns(MarketDb db, TimeProvider time)
{
    /// <summary>All returns of an order, the oldest first.</summary>
    public Task<List<Return>> OfOrderAsync(OrderId order, CancellationToken cancellationToken)
        => db.Set<Return>().Where(r => r.Order == order).OrderBy(r => r.AskedAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);

    /// <summary>A return of this cooperative's goods; null where it is not there or another's.</summary>
    public Task<Return?> OneAsync(CooperativeId cooperative, ReturnId id, CancellationToken cancellationToken)
        => db.Set<Return>().FirstOrDefaultAsync(r => r.Id == id && r.Cooperative == cooperative, cancellationToken);

    /// <summary>A return of goods of this order; null where it is not there or another's.</summary>
    public Task<Return?> OneAsync(string code, ReturnId id, CancellationToken cancellationToken)
    {
        var read = PublicCode.Parse(code).Value;
        return db.Set<Return>().FirstOrDefaultAsync(r => r.Id == id && db.Set<Order>().Any(o => o.Id == r.Order && o.Code == read), cancellationToken);
    }

    /// <summary>The parcel itself came back untaken, or was lost: nothing of the part is to be sent back any more.</summary>
    public async Task VoidAsync(SellerOrderId part, CancellationToken cancellationToken)
    {
        foreach (var open in (await db.Set<Return>().Where(r => r.SellerOrder == part).ToListAsync(cancellationToken)).Where(r => r.IsOpen))
            open.Void(time.Now());
    }
}
