using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shipping;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Search.Contract;
using CoopMarket.Web.Features.Search.Data;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Search;

/// <summary>Keeps the words of products up to date.</summary>
internal sealed class OnProduct(IndexWords words) : IHandle<ProductWentLive>, IHandle<ProductChanged>, IHandle<ProductWithdrawn>
{
    public Task HandleAsync(ProductWentLive happened, Delivery delivery, CancellationToken cancellationToken) => words.ProductsAsync([happened.Product], cancellationToken);

    public Task HandleAsync(ProductChanged happened, Delivery delivery, CancellationToken cancellationToken) => words.ProductsAsync([happened.Product], cancellationToken);

    public Task HandleAsync(ProductWithdrawn happened, Delivery delivery, CancellationToken cancellationToken) => words.ProductsAsync([happened.Product], cancellationToken);
}

/// <summary>Keeps the words of products up to date whose category, or one above it, is called otherwise.</summary>
internal sealed class OnCategory(IndexWords words, Findables findables) : IHandle<CategoryChanged>
{
    public async Task HandleAsync(CategoryChanged happened, Delivery delivery, CancellationToken cancellationToken)
        => await words.ProductsAsync(await findables.ProductsInAsync(happened.Category, cancellationToken), cancellationToken);
}

/// <summary>Keeps the words of cooperatives and of what they sell up to date.</summary>
internal sealed class OnCooperative(IndexWords words)
    : IHandle<CooperativeApproved>, IHandle<CooperativeChanged>, IHandle<CooperativeSuspended>, IHandle<CooperativeReopened>, IHandle<CooperativeClosed>
{
    public Task HandleAsync(CooperativeApproved happened, Delivery delivery, CancellationToken cancellationToken)
        => words.CooperativeWithProductsAsync(happened.Cooperative, cancellationToken);

    public Task HandleAsync(CooperativeChanged happened, Delivery delivery, CancellationToken cancellationToken)
        => words.CooperativeWithProductsAsync(happened.Cooperative, cancellationToken);

    public Task HandleAsync(CooperativeSuspended happened, Delivery delivery, CancellationToken cancellationToken)
        => words.CooperativeWithProductsAsync(happened.Cooperative, cancellationToken);

    public Task HandleAsync(CooperativeReopened happened, Delivery delivery, CancellationToken cancellationToken)
        => words.CooperativeWithProductsAsync(happened.Cooperative, cancellationToken);

    public Task HandleAsync(CooperativeClosed happened, Delivery delivery, CancellationToken cancellationToken)
        => words.CooperativeWithProductsAsync(happened.Cooperative, cancellationToken);
}

/// <summary>Keeps the words of stories and of the products they are about up to date.</summary>
internal sealed class OnStory(IndexWords words) : IHandle<StoryWentLive>, IHandle<StoryChanged>, IHandle<StoryLeftProducts>, IHandle<StoryWithdrawn>
{
    public Task HandleAsync(StoryWentLive happened, Delivery delivery, CancellationToken cancellationToken) => words.StoryWithProductsAsync(happened.Story, cancellationToken);

    public Task HandleAsync(StoryChanged happened, Delivery delivery, CancellationToken cancellationToken) => words.StoryWithProductsAsync(happened.Story, cancellationToken);

    public Task HandleAsync(StoryLeftProducts happened, Delivery delivery, CancellationToken cancellationToken) => words.ProductsAsync(happened.Products, cancellationToken);

    public Task HandleAsync(StoryWithdrawn happened, Delivery delivery, CancellationToken cancellationToken) => words.StoryWithProductsAsync(happened.Story, cancellationToken);
}

/// <summary>What is found stays the same, but not what is seen of it: photos, how money is shared, what buyers say, what is certified, what is sold ahead, what delivery costs.</summary>
internal sealed class OnLooks(CountChange change, MarketDb db)
    : IHandle<PhotoShown>, IHandle<PhotoShownOtherwise>, IHandle<PhotoRemoved>, IHandle<SharingChanged>, IHandle<ReviewsChanged>, IHandle<CertificateShownOtherwise>, IHandle<AheadChanged>, IHandle<DeliveryPricesSet>
{
    public Task HandleAsync(PhotoShown happened, Delivery delivery, CancellationToken cancellationToken) => PhotoAsync(happened.Kind, happened.Subject, cancellationToken);

    public Task HandleAsync(PhotoShownOtherwise happened, Delivery delivery, CancellationToken cancellationToken) => PhotoAsync(happened.Kind, happened.Subject, cancellationToken);

    public Task HandleAsync(PhotoRemoved happened, Delivery delivery, CancellationToken cancellationToken) => change.OnceAsync(cancellationToken);

    public Task HandleAsync(SharingChanged happened, Delivery delivery, CancellationToken cancellationToken) => change.OnceAsync(cancellationToken);

    public Task HandleAsync(CertificateShownOtherwise happened, Delivery delivery, CancellationToken cancellationToken) => change.OnceAsync(cancellationToken);

    public Task HandleAsync(ReviewsChanged happened, Delivery delivery, CancellationToken cancellationToken) => change.OnceAsync(cancellationToken);

    public Task HandleAsync(AheadChanged happened, Delivery delivery, CancellationToken cancellationToken) => change.OnceAsync(cancellationToken);

    public Task HandleAsync(DeliveryPricesSet happened, Delivery delivery, CancellationToken cancellationToken) => change.OnceAsync(cancellationToken);

    // Photos of drafts come by the dozen, and no reader's page is another for them: what readers may see has words.
    private async Task PhotoAsync(PhotoSubjectKind kind, Guid subject, CancellationToken cancellationToken)
    {
        FindableKind? findable = kind switch
        {
            PhotoSubjectKind.Product => FindableKind.Product,
            PhotoSubjectKind.Story => FindableKind.Story,
            PhotoSubjectKind.Cooperative => FindableKind.Cooperative,
            _ => null,
        };
        if (kind is not (PhotoSubjectKind.Message or PhotoSubjectKind.Complaint)
            && (findable is not { } seen || await db.Set<SearchWord>().AnyAsync(w => w.Kind == seen && w.Subject == subject, cancellationToken)))
            await change.OnceAsync(cancellationToken);
    }
}
