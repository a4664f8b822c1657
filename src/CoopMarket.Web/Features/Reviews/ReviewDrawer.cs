using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>Takes reviews out to be changed; their trail stays where it is.</summary>
internal sealed class ReviewDrawer(MarketDb db)
{
    /// <summary>Null where there is none.</summary>
    public Task<Review?> OneAsync(ReviewId id, CancellationToken cancellationToken) => db.Set<Review>().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);

    /// <summary>The review of a line of an order; null where there is none.</summary>
    public Task<Review?> OfLineAsync(OrderLineId line, CancellationToken cancellationToken) => db.Set<Review>().FirstOrDefaultAsync(r => r.Line == line, cancellationToken);

    /// <summary>A review of a cooperative's goods; null where there is none, or it is of another's.</summary>
    public Task<Review?> OfCooperativeAsync(CooperativeId cooperative, ReviewId id, CancellationToken cancellationToken)
        => db.Set<Review>().FirstOrDefaultAsync(r => r.Id == id && r.Cooperative == cooperative, cancellationToken);
}
