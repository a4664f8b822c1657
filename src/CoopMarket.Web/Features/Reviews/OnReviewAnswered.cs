using CoopMarket.Domain.Reviews;
using CoopMarket.Web.Features.Reviews.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>Tells the writer of a review what the cooperative answered.</summary>
internal sealed class OnReviewAnswered(ReviewMailbox mailbox) : IHandle<ReviewAnswered>
{
    public Task HandleAsync(ReviewAnswered happened, Delivery delivery, CancellationToken cancellationToken)
        => mailbox.TellWriterAsync(delivery, happened.Review, "answered", r => r.Answer, cancellationToken);
}
