using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Tells a cooperative that an admin asks for other words.</summary>
internal sealed class OnHeldTextsRefused(ReviewMail mail) : IHandle<HeldTextsRefused>
{
    public Task HandleAsync(HeldTextsRefused happened, Delivery delivery, CancellationToken cancellationToken)
        => mail.SendAsync(delivery, "WordsRefused", happened.Cooperative, happened.Product, happened.Reason, cancellationToken);
}
