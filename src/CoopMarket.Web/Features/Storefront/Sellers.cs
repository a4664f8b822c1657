using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Storefront.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>A cooperative as a list shows it.</summary>
/// <param name="Seller">Its name, address and band.</param>
/// <param name="Line">One line under the name; what it makes where nothing was written.</param>
/// <param name="Goods">How many products are on sale.</param>
/// <param name="OpensOn">When it opens again; null when it is open.</param>
internal sealed record CoopLine(Seller Seller, LocalizedText Line, int Goods, DateOnly? OpensOn);

/// <summary>Reads the cooperatives that readers may see.</summary>
internal sealed class Sellers(MarketReads reads, Goods goods)
{
    public IQueryable<Cooperative> Approved() => reads.Of<Cooperative>().Where(c => c.State == SellerState.Approved);

    /// <summary>Lines of all approved cooperatives, by name.</summary>
    public async Task<IReadOnlyList<CoopLine>> AllAsync(CancellationToken cancellationToken)
        => [.. (await LinesAsync(Approved(), cancellationToken)).OrderBy(l => l.Seller.Slug, StringComparer.Ordinal)];

    /// <summary>Lines of those that are approved, in the order of the ids.</summary>
    public async Task<IReadOnlyList<CoopLine>> LinesAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var asked = ids.Select(CooperativeId.From).ToList();
        return [.. (await LinesAsync(Approved().Where(c => asked.Contains(c.Id)), cancellationToken)).OrderBy(l => asked.IndexOf(l.Seller.Id))];
    }

    private async Task<IReadOnlyList<CoopLine>> LinesAsync(IQueryable<Cooperative> cooperatives, CancellationToken cancellationToken)
    {
        var rows = await cooperatives.Select(c => new { c.Id, c.Line, c.Makes }).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(r => r.Id);
        var counts = await reads.Of<Product>().Where(p => p.State == ProductState.Live && ids.Contains(p.Cooperative))
            .GroupBy(p => p.Cooperative).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var sellers = await goods.SellersAsync(ids, cancellationToken);
        return rows.ConvertAll(r => new CoopLine(
            sellers[r.Id].Seller, r.Line.All.Count > 0 ? r.Line : new LocalizedText(r.Makes), counts.GetValueOrDefault(r.Id), sellers[r.Id].OpensOn));
    }
}
