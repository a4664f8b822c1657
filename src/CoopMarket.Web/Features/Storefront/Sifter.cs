using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What may be chosen of one facet.</summary>
/// <param name="Facet">Which.</param>
/// <param name="Options">Those with goods, and what is chosen.</param>
internal sealed record FacetChoice(Facet Facet, IReadOnlyList<FacetOption> Options)
{
    public FacetOption? Chosen => Options.FirstOrDefault(o => o.IsChosen);
}

/// <param name="Value">As in addresses.</param>
/// <param name="Name">What the market calls it; null where a text or a country's name says it.</param>
/// <param name="Count">How many goods there would be, the other facets as they are chosen.</param>
/// <param name="IsChosen">Whether it is chosen.</param>
internal sealed record FacetOption(string Value, LocalizedText? Name, int Count, bool IsChosen);

/// <summary>Narrows goods to what a reader chose, and counts what she may choose.</summary>
internal sealed class Sifter(Goods goods, MarketReads reads, CategoryTree categories, FaceReader reader)
{
    /// <summary>Makes a sieve ready: what it says that nobody knows is left.</summary>
    public async Task<Sifting> OfAsync(Sieve sieve, CancellationToken cancellationToken)
    {
        var faces = await reader.NowAsync(cancellationToken);
        var tree = await categories.AllAsync(cancellationToken);
        var today = goods.Today;
        List<Cut> cuts = [];
        foreach (var (facet, value) in sieve.Chosen)
        {
            var cut = facet switch
            {
                Facet.Kind => tree.FirstOrDefault(c => c.Slug == value) is { } kind ? await KindAsync(kind, cancellationToken) : null,
                Facet.Coop => await CoopAsync(value, faces, cancellationToken),
                Facet.Commune => Places.FindCommune(value) is { } commune ? new Cut(facet, q => q.Where(p => p.CommuneCode == commune.Code), f => f.Commune == commune.Code) : null,
                Facet.Price => Price(PriceBand.All.First(b => b.Name == value)),
                Facet.Paper => Certified(Paper.All.First(p => p.Name == value), today),
                Facet.Season => Season(today.Month),
                Facet.To => To(value, faces),
                _ => new Cut(facet, q => q.Where(p => p.MadeToOrderDays != null || p.Variants.Any(v => v.IsOffered && v.OnHand > 0)), f => f.IsReady),
            };
            if (cut is not null)
                cuts.Add(cut);
        }

        var known = sieve with { Chosen = sieve.Chosen.Where(c => cuts.Exists(cut => cut.Facet == c.Key)).ToDictionary() };
        return new(known, cuts, faces, tree, today.Month);
    }

    /// <summary>Goods in an order that was chosen; in the market's own where none was.</summary>
    public IOrderedQueryable<Product> Ordered(IQueryable<Product> products, ShelfOrder order) => order switch
    {
        ShelfOrder.Newest => products.OrderByDescending(p => p.FirstLiveAt).ThenBy(p => p.Id),
        ShelfOrder.Cheapest => products.OrderBy(p => p.Variants.Where(v => v.IsOffered).Min(v => v.Price.Minor)).ThenBy(p => p.Id),
        ShelfOrder.Dearest => products.OrderByDescending(p => p.Variants.Where(v => v.IsOffered).Min(v => v.Price.Minor)).ThenBy(p => p.Id),
        // What is weighed, what is measured and what is counted can't be compared: one after the other.
        ShelfOrder.Unit => products
            .OrderByDescending(p => p.Variants.Any(v => v.IsOffered && v.Kind == NetKind.Mass)).ThenByDescending(p => p.Variants.Any(v => v.IsOffered && v.Kind == NetKind.Volume))
            .ThenBy(p => p.Variants.Where(v => v.IsOffered).Min(v => v.Price.Minor * 1_000 / v.NetAmount)).ThenBy(p => p.Id),
        _ => goods.InOrder(products),
    };

    private async Task<Cut> KindAsync(CategoryNode kind, CancellationToken cancellationToken)
    {
        var branch = (await categories.BranchAsync(kind.Id, cancellationToken)).Select(c => c.Id).ToHashSet();
        var ids = branch.Select(c => (CategoryId?)c).ToList();
        return new(Facet.Kind, q => q.Where(p => ids.Contains(p.Category)), f => branch.Contains(f.Category));
    }

    private async Task<Cut?> CoopAsync(string slug, Faces faces, CancellationToken cancellationToken)
    {
        var known = faces.Sellers.Values.FirstOrDefault(s => s.Slug == slug)?.Id;
        var id = known ?? (await reads.Of<Cooperative>().Where(c => c.Slug == slug && c.State == SellerState.Approved).Select(c => (CooperativeId?)c.Id).FirstOrDefaultAsync(cancellationToken));
        return id is { } coop ? new(Facet.Coop, q => q.Where(p => p.Cooperative == coop), f => f.Cooperative == coop) : null;
    }

    private static Cut Price(PriceBand band)
        => new(
            Facet.Price,
            q => q.Where(p => p.Variants.Any(v => v.IsOffered && v.Price.Minor < band.Below) && !p.Variants.Any(v => v.IsOffered && v.Price.Minor < band.From)),
            f => band.Holds(f.Price));

    private static Cut Certified(Paper paper, DateOnly today)
        => new(
            Facet.Paper,
            q => q.Where(p => p.Certificates.Any(c => c.Kind == paper.Kind && c.Stars == paper.Stars && c.Issued <= today && (c.Expires == null || c.Expires >= today))),
            f => f.Papers.Contains(paper.Name));

    private static Cut Season(int month)
    {
        var bit = 1 << (month - 1);
        return new(Facet.Season, q => q.Where(p => p.SeasonBits == 0 || (p.SeasonBits & bit) != 0), f => Seasons.Has(f.SeasonBits, month));
    }

    private static Cut To(string country, Faces faces)
    {
        var reach = faces.Reaches[country];
        var cooperatives = faces.Served.Where(s => s.Zone == reach.Zone).Select(s => s.Cooperative).ToList();
        var barred = reach.Barred.Select(c => (CategoryId?)c).ToList();
        return new(Facet.To, q => q.Where(p => cooperatives.Contains(p.Cooperative) && !barred.Contains(p.Category)), f => faces.GoTo(country, f.Cooperative, f.Category));
    }
}

/// <summary>One facet's choice, for the database and for the counts: both say the same.</summary>
internal sealed record Cut(Facet Facet, Func<IQueryable<Product>, IQueryable<Product>> Apply, Func<Face, bool> Lets);
