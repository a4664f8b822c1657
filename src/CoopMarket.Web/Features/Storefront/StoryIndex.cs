using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What the index knows of a story that readers may see.</summary>
/// <param name="Commune">The code of its cooperative's commune; empty outside Sơn La.</param>
/// <param name="Products">What it tells of.</param>
internal sealed record StoryFace(StoryId Id, CooperativeId Cooperative, string Commune, IReadOnlyList<ProductId> Products);

/// <summary>How stories are looked for.</summary>
internal enum StoryWay
{
    /// <summary>Where their cooperative is.</summary>
    Commune,

    /// <summary>Whose they are.</summary>
    Coop,

    /// <summary>What is made in them: the category of their goods.</summary>
    Craft,
}

/// <summary>A way to some stories.</summary>
/// <param name="Value">As the address has it: a commune's code, or a slug.</param>
/// <param name="Name">In the readers' languages; of a commune in none but its own.</param>
/// <param name="Stories">The newest first.</param>
internal sealed record StoryEntry(StoryWay Way, string Value, LocalizedText Name, IReadOnlyList<Guid> Stories);

/// <summary>All ways to stories, as the shop was at one moment; the fullest first in each.</summary>
internal sealed class StoryIndex
{
    // So many of each are shown; a cooperative beyond is found by its own page.
    private const int Most = 30;

    private readonly Dictionary<(StoryWay Way, string Value), StoryEntry> _all;

    /// <param name="stories">The newest first.</param>
    public StoryIndex(IReadOnlyList<StoryFace> stories, Faces faces)
    {
        var found = stories.SelectMany(s => Of(s, faces).Select(e => (e.Way, e.Value, e.Name, s.Id)));
        _all = found.GroupBy(f => (f.Way, f.Value)).ToDictionary(g => g.Key, g => new StoryEntry(g.Key.Way, g.Key.Value, g.First().Name, [.. g.Select(f => f.Id.Value)]));
    }

    /// <summary>The ways of one kind, the fullest first.</summary>
    public IReadOnlyList<StoryEntry> By(StoryWay way)
        => [.. _all.Values.Where(e => e.Way == way).OrderByDescending(e => e.Stories.Count).ThenBy(e => e.Value, StringComparer.Ordinal).Take(Most)];

    /// <summary>Null where no story is there.</summary>
    public StoryEntry? Find(StoryWay way, string? value) => value is null ? null : _all.GetValueOrDefault((way, value));

    private static IEnumerable<(StoryWay Way, string Value, LocalizedText Name)> Of(StoryFace story, Faces faces)
    {
        if (Places.FindCommune(story.Commune) is { } commune)
            yield return (StoryWay.Commune, commune.Code, new(commune.Name));
        if (faces.Sellers.TryGetValue(story.Cooperative, out var of))
            yield return (StoryWay.Coop, of.Seller.Slug, of.Seller.Name);
        // The branch that all of a craft hangs on: who looks for weaving looks for bags and for blankets.
        var crafts = story.Products.Select(faces.ById.GetValueOrDefault).OfType<Face>().Select(f => faces.Tree.LineOf(f.Category).LastOrDefault()).OfType<CategoryNode>();
        foreach (var craft in crafts.DistinctBy(c => c.Id))
            yield return (StoryWay.Craft, craft.Slug, craft.Name);
    }
}
