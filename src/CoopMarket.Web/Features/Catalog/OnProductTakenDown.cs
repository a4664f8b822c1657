using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Tells a cooperative that an admin took a product down.</summary>
internal sealed class OnProductTakenDown(ReviewMail mail) : IHandle<ProductTakenDown>
{
    public Task HandleAsync(ProductTakenDown happened, Delivery delivery, CancellationToken cancellationToken)
        => mail.SendAsync(delivery, "TakenDown", happened.Cooperative, happened.Product, happened.Reason, cancellationToken);
}
