using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Stories.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Tells a cooperative that somebody no longer agrees, and what left the shop with it.</summary>
internal sealed class OnConsentWithdrawn(StoryMailbox mailbox) : IHandle<ConsentWithdrawn>
{
    public Task HandleAsync(ConsentWithdrawn happened, Delivery delivery, CancellationToken cancellationToken) => mailbox.TellDeskAsync(delivery, happened.Consent, cancellationToken);
}
