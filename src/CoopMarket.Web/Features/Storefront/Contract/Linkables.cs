using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Links;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>Some of what readers see and has no short address.</summary>
internal sealed record Unlinked(IReadOnlyList<CooperativeId> Cooperatives, IReadOnlyList<ProductId> Products, IReadOnlyList<StoryId> Stories)
{
    public int Count => Cooperatives.Count + Products.Count + Stories.Count;
}

/// <summary>Finds what readers see and has no short address.</summary>
internal sealed class Linkables(MarketReads reads)
{
    /// <summary>Up to so many of each kind, the oldest first.</summary>
    public async Task<Unlinked> WithoutAsync(int atMost, CancellationToken cancellationToken)
    {
        var links = reads.Of<ShortLink>();
        return new(
            await reads.Of<Cooperative>().Where(c => c.State == SellerState.Approved && !links.Any(l => l.Cooperative == c.Id)).OrderBy(c => c.Id).Select(c => c.Id).Take(atMost).ToListAsync(cancellationToken),
            await reads.Of<Product>().Where(p => p.FirstLiveAt != null && !links.Any(l => l.Product == p.Id)).OrderBy(p => p.Id).Select(p => p.Id).Take(atMost).ToListAsync(cancellationToken),
            await reads.Of<Story>().Where(s => s.State == StoryState.Live && !links.Any(l => l.Story == s.Id)).OrderBy(s => s.Id).Select(s => s.Id).Take(atMost).ToListAsync(cancellationToken));
    }
}
