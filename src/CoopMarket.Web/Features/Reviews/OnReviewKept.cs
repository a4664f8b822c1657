using CoopMarket.Domain.Reviews;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Reviews.Emails;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>
/// Tells whoever waited for it that an admin lets a review stand, and why: the cooperative where it had contested the review or had been
/// told that it was hidden, its writer where hers was hidden.
/// </summary>
internal sealed class OnReviewKept(MarketDb db, ReviewMailbox mailbox) : IHandle<ReviewKept>
{
    public async Task HandleAsync(ReviewKept happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var trail = await db.Set<ReviewMove>().AsNoTracking().Where(m => m.Review == happened.Review && m.Number <= happened.Move).OrderByDescending(m => m.Number).ToListAsync(cancellationToken);
        var why = trail[0].Words;
        if (happened.WasHidden)
            await mailbox.TellWriterAsync(delivery, happened.Review, "shown", _ => why, cancellationToken);
        // What it said before an earlier judgement was answered by that one.
        var sinceJudged = trail.Skip(1).TakeWhile(m => m.Kind is not (ReviewMoveKind.Kept or ReviewMoveKind.Hidden));
        if (happened.WasHidden || sinceJudged.Any(m => m.Kind == ReviewMoveKind.Contested))
            await mailbox.TellDeskAsync(delivery, happened.Review, "kept-desk", _ => why, cancellationToken);
    }
}
