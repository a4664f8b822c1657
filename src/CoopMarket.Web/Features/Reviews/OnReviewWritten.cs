using CoopMarket.Domain.Reviews;
using CoopMarket.Web.Features.Reviews.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>Tells a cooperative what a buyer says of its goods.</summary>
internal sealed class OnReviewWritten(ReviewMailbox mailbox) : IHandle<ReviewWritten>
{
    public Task HandleAsync(ReviewWritten happened, Delivery delivery, CancellationToken cancellationToken)
        => mailbox.TellDeskAsync(delivery, happened.Review, "written", _ => "", cancellationToken);
}
