using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using Microsoft.AspNetCore.OutputCaching;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// What readers may no longer see, and how money is no longer shared, leaves the kept pages at once; where pages are kept by several nodes apart, the others
/// follow when their pages run out.
/// </summary>
internal sealed class OnWithdrawn(IOutputCacheStore pages) : IHandle<ProductWithdrawn>, IHandle<CooperativeSuspended>, IHandle<StoryWithdrawn>, IHandle<SharingChanged>
{
    public Task HandleAsync(ProductWithdrawn happened, Messaging.Delivery delivery, CancellationToken cancellationToken) => ForgetAsync(cancellationToken);

    public Task HandleAsync(CooperativeSuspended happened, Messaging.Delivery delivery, CancellationToken cancellationToken) => ForgetAsync(cancellationToken);

    public Task HandleAsync(StoryWithdrawn happened, Messaging.Delivery delivery, CancellationToken cancellationToken) => ForgetAsync(cancellationToken);

    public Task HandleAsync(SharingChanged happened, Messaging.Delivery delivery, CancellationToken cancellationToken) => ForgetAsync(cancellationToken);

    private async Task ForgetAsync(CancellationToken cancellationToken) => await pages.EvictByTagAsync(PublicCache.Tag, cancellationToken);
}
