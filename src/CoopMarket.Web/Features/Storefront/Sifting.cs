using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Storefront.Contract;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>A sieve that is ready.</summary>
/// <param name="Sieve">What of it is known.</param>
/// <param name="Cuts">One for each facet that is chosen.</param>
/// <param name="Faces">What is narrowed and counted.</param>
/// <param name="Month">1 to 12.</param>
internal sealed record Sifting(Sieve Sieve, IReadOnlyList<Cut> Cuts, Faces Faces, int Month)
{
    /// <summary>Whether goods are what was chosen.</summary>
    public bool Lets(Face face) => Cuts.All(cut => cut.Lets(face));

    /// <summary>
    /// What may be chosen among some goods, each with how many there would be: every facet counts what all the others let
    /// through, so that choosing something else of it is possible.
    /// </summary>
    /// <param name="among">Goods, each with how many there are like it.</param>
    public IReadOnlyList<FacetChoice> Count(IEnumerable<(Face Face, int Count)> among)
    {
        var tally = Enum.GetValues<Facet>().ToDictionary(f => f, _ => new Dictionary<string, int>(StringComparer.Ordinal));
        Dictionary<(CooperativeId, CategoryId, bool), int> kinds = [];
        var slugs = Faces.Tree.ToDictionary(c => c.Id, c => Faces.Tree.PathOf(c.Id));
        foreach (var (face, count) in among)
        {
            var barring = Cuts.Where(c => !c.Lets(face)).Take(2).ToList();
            if (barring.Count > 1)
                continue;
            foreach (var (facet, counts) in tally)
                if (facet != Facet.To && (barring.Count == 0 || barring[0].Facet == facet))
                    foreach (var value in Values(face, facet, slugs))
                        counts[value] = counts.GetValueOrDefault(value) + count;
            if (barring.Count == 0 || barring[0].Facet == Facet.To)
                kinds[(face.Cooperative, face.Category, face.IsUntold)] = kinds.GetValueOrDefault((face.Cooperative, face.Category, face.IsUntold)) + count;
        }

        foreach (var country in Faces.Reaches.Keys)
            tally[Facet.To][country] = kinds.Where(k => Faces.GoTo(country, k.Key.Item1, k.Key.Item2, k.Key.Item3)).Sum(k => k.Value);
        return [.. tally.Select(t => new FacetChoice(t.Key, Options(t.Key, t.Value))).Where(f => f.Options.Count > 0)];
    }

    private IEnumerable<string> Values(Face face, Facet facet, Dictionary<CategoryId, IReadOnlyList<string>> slugs) => facet switch
    {
        Facet.Kind => slugs.GetValueOrDefault(face.Category, []),
        Facet.Coop => [Faces.Sellers[face.Cooperative].Seller.Slug],
        Facet.Commune => [face.Commune],
        Facet.Price => [PriceBand.Of(face.Price).Name],
        Facet.Paper => face.Papers,
        Facet.Season => Seasons.Has(face.SeasonBits, Month) ? [Sieve.On] : [],
        _ => face.IsReady ? [Sieve.On] : [],
    };

    // In the order of shelves, names, prices or worth; what is chosen is among them even where nothing is left of it.
    private IReadOnlyList<FacetOption> Options(Facet facet, Dictionary<string, int> counts)
    {
        var chosen = Sieve.Chosen.GetValueOrDefault(facet);
        IEnumerable<(string Value, LocalizedText? Name)> all = facet switch
        {
            Facet.Kind => Faces.Tree.Select(c => (c.Slug, (LocalizedText?)c.Name)),
            Facet.Coop => Faces.Lines.Select(l => (l.Seller.Slug, (LocalizedText?)l.Seller.Name)),
            Facet.Commune => counts.Keys.Concat(chosen is null ? [] : [chosen]).Distinct(StringComparer.Ordinal).Select(Places.FindCommune).OfType<Commune>()
                .OrderBy(c => Folding.Fold(c.Name), StringComparer.Ordinal).Select(c => (c.Code, (LocalizedText?)new LocalizedText(c.Name))),
            Facet.Price => PriceBand.All.Select(b => (b.Name, (LocalizedText?)null)),
            Facet.Paper => Paper.All.Select(p => (p.Name, (LocalizedText?)null)),
            Facet.To => Faces.Reaches.Keys.Select(c => (c, (LocalizedText?)null)),
            _ => [(Sieve.On, null)],
        };
        return [.. all.Select(o => new FacetOption(o.Value, o.Name, counts.GetValueOrDefault(o.Value), o.Value == chosen)).Where(o => o.Count > 0 || o.IsChosen)];
    }
}
