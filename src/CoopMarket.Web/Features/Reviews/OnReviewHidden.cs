using CoopMarket.Domain.Reviews;
using CoopMarket.Web.Features.Reviews.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>Tells the writer of a review and the cooperative that an admin hid it, and why.</summary>
internal sealed class OnReviewHidden(ReviewMailbox mailbox) : IHandle<ReviewHidden>
{
    public async Task HandleAsync(ReviewHidden happened, Delivery delivery, CancellationToken cancellationToken)
    {
        await mailbox.TellWriterAsync(delivery, happened.Review, "hidden", r => r.HiddenBecause, cancellationToken);
        await mailbox.TellDeskAsync(delivery, happened.Review, "hidden-desk", r => r.HiddenBecause, cancellationToken);
    }
}
