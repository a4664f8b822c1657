using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Whether what a product points to is there.</summary>
internal sealed class Shelves(CategoryTree categories, Makers makers)
{
    /// <summary>Null where the category is there or none is named.</summary>
    public async Task<Flaw?> FlawAsync(CategoryId? category, CancellationToken cancellationToken)
        => category is null || (await categories.AllAsync(cancellationToken)).Any(c => c.Id == category) ? null : new("Category", "catalog.flaw.category");

    /// <summary>Null where the maker is the cooperative's or none is named.</summary>
    public async Task<Flaw?> FlawAsync(CooperativeId cooperative, MakerId? maker, CancellationToken cancellationToken)
        => maker is not { } id || (await makers.OneAsync(id, cancellationToken))?.Cooperative == cooperative ? null : new("Maker", "catalog.flaw.maker");
}
