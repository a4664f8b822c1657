using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog.Contract;

/// <summary>All categories as they stand now.</summary>
internal sealed class CategoryTree(MarketDb db, TimeProvider time)
{
    private IReadOnlyList<CategoryNode>? _all;

    /// <summary>Every category in the order of the shelves: each top one, followed by those below it. Read once per request.</summary>
    public async Task<IReadOnlyList<CategoryNode>> AllAsync(CancellationToken cancellationToken)
    {
        if (_all is not null)
            return _all;
        var now = time.Now();
        var entries = await db.Set<CategoryEntry>().AsNoTracking().Where(e => e.From <= now).ToListAsync(cancellationToken);
        var nodes = entries.GroupBy(e => e.Category)
            .Select(g => g.OrderBy(e => e.From).ThenBy(e => e.Id.Value).Last())
            .OrderBy(e => e.Position).ThenBy(e => e.Slug, StringComparer.Ordinal)
            .Select(e => new CategoryNode(e.Category, e.Slug, e.Name, e.Parent, e.Position, e.IsFood))
            .ToLookup(n => n.Parent);
        return _all = [.. nodes[null].SelectMany(top => Below(top, nodes))];
    }

    /// <summary>The category and all below it; empty where there is none.</summary>
    public async Task<IReadOnlyList<CategoryNode>> BranchAsync(CategoryId category, CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken);
        var branch = all.BranchOf(category);
        return [.. all.Where(n => branch.Contains(n.Id))];
    }

    private static IEnumerable<CategoryNode> Below(CategoryNode node, ILookup<CategoryId?, CategoryNode> nodes)
        => nodes[node.Id].SelectMany(child => Below(child, nodes)).Prepend(node);
}

/// <summary>A category as it stands now.</summary>
/// <param name="Id">Stays whatever it is called.</param>
/// <param name="Slug">Its part of the address <c>/c/{slug}</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The category above; null at the top.</param>
/// <param name="Position">Its place among its neighbors.</param>
/// <param name="IsFood">As it is written; see <see cref="CategoryPaths.IsFood"/>.</param>
internal sealed record CategoryNode(CategoryId Id, string Slug, LocalizedText Name, CategoryId? Parent, int Position, bool IsFood = true);

/// <summary>Ways through the tree.</summary>
internal static class CategoryPaths
{
    /// <summary>A category and those above it, the nearest first; empty where there is none.</summary>
    public static IReadOnlyList<CategoryNode> LineOf(this IReadOnlyList<CategoryNode> tree, CategoryId category)
    {
        List<CategoryNode> line = [];
        for (var node = tree.FirstOrDefault(n => n.Id == category); node is not null && line.Count < tree.Count; node = tree.FirstOrDefault(n => n.Id == node.Parent))
            line.Add(node);
        return line;
    }

    /// <summary>Whether people eat or drink what is in a category, as far as anybody knows: what has none yet may be food.</summary>
    public static bool IsFood(this IReadOnlyList<CategoryNode> tree, CategoryId? category) => category is not { } known || tree.LineOf(known).All(n => n.IsFood);

    /// <summary>A category and all below it; empty where there is none.</summary>
    public static IReadOnlySet<CategoryId> BranchOf(this IReadOnlyList<CategoryNode> tree, CategoryId category)
        => tree.Where(n => tree.LineOf(n.Id).Any(above => above.Id == category)).Select(n => n.Id).ToHashSet();

    /// <summary>Their addresses, the nearest first.</summary>
    public static IReadOnlyList<string> PathOf(this IReadOnlyList<CategoryNode> tree, CategoryId category) => [.. tree.LineOf(category).Select(n => n.Slug)];
}
