using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Reviews.Contract;

/// <summary>Whose review it is.</summary>
internal sealed class ReviewOwners(MarketDb db, OrderBooks orders, TimeProvider time)
{
    /// <summary>Whether a review is of that order, stands on its product's page, and may still be changed.</summary>
    public async Task<bool> MayChangeAsync(string orderCode, ReviewId review, CancellationToken cancellationToken)
        => await orders.ByCodeAsync(orderCode, cancellationToken) is { } order
            && await db.Set<Review>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == review && r.Order == order.Id, cancellationToken) is { } found && MayBeChanged(found);

    /// <summary>The review of a line of that order, if it stands on its product's page and may still be changed; else null.</summary>
    public async Task<ReviewId?> ChangeableAsync(string orderCode, OrderLineId line, CancellationToken cancellationToken)
        => await orders.ByCodeAsync(orderCode, cancellationToken) is { } order
            && await db.Set<Review>().AsNoTracking().FirstOrDefaultAsync(r => r.Line == line && r.Order == order.Id, cancellationToken) is { } found && MayBeChanged(found) ? found.Id : null;

    /// <summary>The reviews that readers don't see: an admin hid them, or their writers took them back.</summary>
    public async Task<IReadOnlyList<Guid>> UnseenAsync(CancellationToken cancellationToken)
        => [.. (await db.Set<Review>().Where(r => r.State != ReviewState.Shown).Select(r => r.Id).ToListAsync(cancellationToken)).Select(id => id.Value)];

    private bool MayBeChanged(Review review) => review.State == ReviewState.Shown && review.MayBeChanged(time.Now());
}
