using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Tells a cooperative that an admin asks for changes.</summary>
internal sealed class OnProductRefused(ReviewMail mail) : IHandle<ProductRefused>
{
    public Task HandleAsync(ProductRefused happened, Delivery delivery, CancellationToken cancellationToken)
        => mail.SendAsync(delivery, "Refused", happened.Cooperative, happened.Product, happened.Reason, cancellationToken);
}
