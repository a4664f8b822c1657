using CoopMarket.Domain.Complaints;
using CoopMarket.Web.Features.Complaints.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Writes to those who wait for a word on a complaint.</summary>
internal sealed class OnComplaintMoved(ComplaintMailbox mailbox) : IHandle<ComplaintMoved>
{
    public async Task HandleAsync(ComplaintMoved happened, Delivery delivery, CancellationToken cancellationToken)
    {
        await mailbox.TellWriterAsync(delivery, happened.Complaint, happened.Number, cancellationToken);
        await mailbox.TellDeskAsync(delivery, happened.Complaint, happened.Number, cancellationToken);
    }
}
