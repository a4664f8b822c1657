using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Storefront.Contract;

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
internal sealed class Sifter(FaceReader reader)
{
    /// <summary>Makes a sieve ready: what it says that nobody knows is left.</summary>
    public async Task<Sifting> OfAsync(Sieve sieve, CancellationToken cancellationToken)
    {
        var faces = await reader.NowAsync(cancellationToken);
        var month = reader.Today.Month;
        List<Cut> cuts = [];
        foreach (var (facet, value) in sieve.Chosen)
            if (Of(facet, value, faces, month) is { } lets)
                cuts.Add(new(facet, lets));
        var known = sieve with { Chosen = sieve.Chosen.Where(c => cuts.Exists(cut => cut.Facet == c.Key)).ToDictionary() };
        return new(known, cuts, faces, month);
    }

    private static Func<Face, bool>? Of(Facet facet, string value, Faces faces, int month) => facet switch
    {
        Facet.Kind => faces.Tree.FirstOrDefault(c => c.Slug == value) is { } kind && faces.Tree.BranchOf(kind.Id) is var branch ? f => branch.Contains(f.Category) : null,
        Facet.Coop => faces.Sellers.Values.FirstOrDefault(s => s.Seller.Slug == value).Seller is { Id: var coop } ? f => f.Cooperative == coop : null,
        Facet.Commune => Places.FindCommune(value) is { Code: var code } ? f => f.Commune == code : null,
        Facet.Price => PriceBand.All.First(b => b.Name == value) is var band ? f => band.Holds(f.Price) : null,
        Facet.Paper => f => f.Papers.Contains(value),
        Facet.Season => f => Seasons.Has(f.SeasonBits, month),
        Facet.To => f => faces.GoTo(value, f.Cooperative, f.Category, f.IsUntold),
        _ => f => f.IsReady,
    };
}

/// <summary>One facet's choice.</summary>
/// <param name="Lets">Whether it lets goods through.</param>
internal sealed record Cut(Facet Facet, Func<Face, bool> Lets);
