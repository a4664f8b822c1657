using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Clears the kept pages, so that what was withdrawn vanishes at once here; other nodes' pages run out by themselves.</summary>
internal sealed class OnProductWithdrawn(IOutputCacheStore pages) : IHandle<ProductWithdrawn>
{
    public Task HandleAsync(ProductWithdrawn happened, Delivery delivery, CancellationToken cancellationToken)
        => pages.EvictByTagAsync(PublicCache.Policy, cancellationToken).AsTask();
}
