using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Storefront.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What becomes of a price, by the rule and the arithmetic by which a sale's shares are frozen.</summary>
internal sealed class PriceShares(MarketReads reads, Goods goods)
{
    /// <summary>Shares of the price of one piece without the market's fee; empty where the cooperative has written no rule.</summary>
    /// <param name="faces">What is known.</param>
    /// <param name="left">How many there are of the size: when one is sold, the next may be of another lot.</param>
    public async Task<IReadOnlyList<ProductPage.Share>> OfAsync(Faces faces, Variant size, int left, CancellationToken cancellationToken)
    {
        if (!faces.Shared.Contains(size.Product))
            return [];
        if (faces.Shares.Knows((size.Id, left), out var known))
            return known;
        var shares = await ReadAsync(size, faces.FeeBasisPoints, cancellationToken);
        faces.Shares.Keep((size.Id, left), shares);
        return shares;
    }

    private async Task<IReadOnlyList<ProductPage.Share>> ReadAsync(Variant size, int feeBasisPoints, CancellationToken cancellationToken)
    {
        var (product, variant, price, today) = (size.Product, size.Id, size.Price, goods.Today);
        // Of which lot the next piece is served.
        var next = reads.Of<LotStock>().Where(s => s.Variant == variant && s.Pieces > 0).Join(reads.Of<Lot>().Where(l => l.State != LotState.Recalled && (l.BestBefore == null || l.BestBefore >= today)), s => s.Lot, l => l.Id, (s, l) => l)
            .OrderBy(l => l.BestBefore == null).ThenBy(l => l.BestBefore).ThenBy(l => l.MadeOn).ThenBy(l => l.Id).Select(l => (LotId?)l.Id);
        var rows = await (
            from share in reads.Of<Sharing>().Where(s => s.Product == product && (s.Lot == null || s.Lot == next.FirstOrDefault()))
                .OrderByDescending(s => s.Lot != null).ThenByDescending(s => s.From).Take(1).SelectMany(s => s.Shares)
            join p in reads.Of<Producer>().Where(p => p.MayBeNamed) on share.Member equals (ProducerId?)p.Id into members
            from member in members.DefaultIfEmpty()
            select new { Share = share, Name = (string?)member.Name, AddedAt = (DateTimeOffset?)member.AddedAt }).ToListAsync(cancellationToken);
        var terms = rows.OrderBy(r => r.Share.Number).Select(r => r.Share.Term).ToList();
        var named = rows.Where(r => r.Name is not null).OrderBy(r => r.AddedAt).Select(r => r.Name!).ToList();
        var unnamed = terms.Count(t => t.Member is not null) - named.Count;
        return
        [
            .. terms.Zip(IncomeShares.Split(terms, price - price.BasisPoints(feeBasisPoints), 1), (t, s) => (t.Kind, Amount: s)).GroupBy(s => s.Kind)
                .Select(g => new ProductPage.Share(g.Key, Money.Sum(g.Select(s => s.Amount)), g.Key == ShareKind.Member ? named : [], g.Key == ShareKind.Member ? unnamed : 0))
                .Where(s => !s.Amount.IsZero).OrderBy(s => s.Kind != ShareKind.Member).ThenBy(s => s.Kind != ShareKind.Fund),
        ];
    }
}
