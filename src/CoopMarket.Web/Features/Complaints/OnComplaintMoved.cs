using CoopMarket.Domain.Complaints;
using CoopMarket.Web.Features.Complaints.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Writes to those who wait for a word on a complaint.</summary>
internal sealed class OnComplaintMoved(ComplaintMailbox mailbox) : IHandle<ComplaintMoved>
{
    public Task HandleAsync(ComplaintMoved happened, Delivery delivery, CancellationToken cancellationToken)
        => mailbox.TellAsync(delivery, happened.Complaint, happened.Number, cancellationToken);
}
