using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Tells a cooperative that an admin let a product go on sale.</summary>
internal sealed class OnProductApproved(ReviewMail mail) : IHandle<ProductApproved>
{
    public Task HandleAsync(ProductApproved happened, Delivery delivery, CancellationToken cancellationToken)
        => mail.SendAsync(delivery, "Approved", happened.Cooperative, happened.Product, "", cancellationToken);
}
