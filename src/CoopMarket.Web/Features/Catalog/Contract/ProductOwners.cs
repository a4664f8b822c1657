using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog.Contract;

/// <summary>Whose product it is.</summary>
internal sealed class ProductOwners(MarketDb db)
{
    /// <summary>Whether the product is there and the cooperative's.</summary>
    public Task<bool> OwnsAsync(CooperativeId cooperative, ProductId product, CancellationToken cancellationToken)
        => db.Set<Product>().AnyAsync(p => p.Id == product && p.Cooperative == cooperative, cancellationToken);

    /// <summary>Whose product it is, in whatever state; null where there is none.</summary>
    public Task<CooperativeId?> OfAsync(ProductId product, CancellationToken cancellationToken)
        => db.Set<Product>().Where(p => p.Id == product).Select(p => (CooperativeId?)p.Cooperative).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A product that buyers see, whatever state its cooperative is in; null where there is none.</summary>
    public Task<ProductSeen?> OnSaleAsync(ProductId product, CancellationToken cancellationToken)
        => db.Set<Product>().Where(p => p.Id == product && p.State == ProductState.Live).Select(p => new ProductSeen(p.Id, p.Cooperative, p.Name, p.Slug)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Whether buyers or an admin look at it, so that it must show one photo at least.</summary>
    public Task<bool> NeedsPhotoAsync(ProductId product, CancellationToken cancellationToken)
        => db.Set<Product>().AnyAsync(p => p.Id == product && (p.State == ProductState.Live || p.State == ProductState.InReview), cancellationToken);

    /// <summary>The name of a product that is still being set up, step by step; null where it isn't.</summary>
    public Task<LocalizedText?> BeingSetUpAsync(ProductId product, CancellationToken cancellationToken)
        => db.Set<Product>().Where(p => p.Id == product && p.State == ProductState.Draft).Select(p => p.Name).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The names of products of one cooperative, by id; others' are left out.</summary>
    public async Task<IReadOnlyDictionary<ProductId, LocalizedText>> NamesAsync(CooperativeId cooperative, CancellationToken cancellationToken)
        => await db.Set<Product>().Where(p => p.Cooperative == cooperative).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);

    /// <summary>The price of the cheapest size on the product's page; null where nothing is offered.</summary>
    public Task<Money?> PriceAsync(ProductId product, CancellationToken cancellationToken)
        => db.Set<Variant>().Where(v => v.Product == product && v.IsOffered).OrderBy(v => v.Price.Minor).Select(v => (Money?)v.Price).FirstOrDefaultAsync(cancellationToken);
}

/// <summary>A product as buyers see it.</summary>
/// <param name="Slug">Its part of <c>/p/{slug}</c>.</param>
internal sealed record ProductSeen(ProductId Id, CooperativeId Cooperative, LocalizedText Name, string Slug);
