using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>A cooperative as a list shows it.</summary>
/// <param name="Seller">Its name, address and band.</param>
/// <param name="Line">One line under the name; what it makes where nothing was written.</param>
/// <param name="Goods">How many products are on sale.</param>
/// <param name="OpensOn">When it opens again; null when it is open.</param>
internal sealed record CoopLine(Seller Seller, LocalizedText Line, int Goods, DateOnly? OpensOn);

/// <summary>The cooperatives that readers may see.</summary>
internal sealed class Sellers(MarketReads reads, FaceReader reader)
{
    public IQueryable<Cooperative> Approved() => reads.Of<Cooperative>().Where(c => c.State == SellerState.Approved);

    /// <summary>Lines of all approved cooperatives, by name.</summary>
    public async Task<IReadOnlyList<CoopLine>> AllAsync(CancellationToken cancellationToken) => (await reader.NowAsync(cancellationToken)).LinesIn(Languages.Current);

    /// <summary>Lines of those that are approved, in the order of the ids.</summary>
    public async Task<IReadOnlyList<CoopLine>> LinesAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var all = (await AllAsync(cancellationToken)).ToDictionary(l => l.Seller.Id.Value);
        return [.. ids.Select(all.GetValueOrDefault).OfType<CoopLine>()];
    }
}
