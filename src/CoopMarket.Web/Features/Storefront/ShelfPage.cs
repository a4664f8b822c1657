using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>A page of goods: all of them, or those of a category, narrowed to what a reader chose.</summary>
internal static class ShelfPage
{
    /// <summary>Goods on one page.</summary>
    public const int Size = 24;

    internal sealed record Query(Actor Actor, string? Category, Sieve Sieve, int Page) : IQuery<View?>, IForAnyone;

    /// <param name="Category">Null on the shelf of everything.</param>
    /// <param name="Path">The categories above it, the top one first.</param>
    /// <param name="Below">The categories directly below it that have goods on sale.</param>
    /// <param name="Things">The goods of this page.</param>
    /// <param name="Count">Of all pages.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="Pages">At least 1.</param>
    /// <param name="Sieve">What is chosen, as far as it is known.</param>
    /// <param name="Facets">What may be chosen; among them the categories, with their counts.</param>
    internal sealed record View(
        CategoryNode? Category, IReadOnlyList<CategoryNode> Path, IReadOnlyList<CategoryNode> Below, IReadOnlyList<Thing> Things,
        int Count, int Page, int Pages, Sieve Sieve, IReadOnlyList<FacetChoice> Facets)
    {
        /// <summary>How many goods lie in a category, as narrowed; null where nothing was counted.</summary>
        public int? CountOf(CategoryNode category)
            => Facets.FirstOrDefault(f => f.Facet == Facet.Kind)?.Options.FirstOrDefault(o => o.Value == category.Slug)?.Count;
    }

    internal sealed class Handler(Cards cards, Sifter sifter) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var sifting = await sifter.OfAsync(request.Sieve, cancellationToken);
            var (faces, tree) = (sifting.Faces, sifting.Faces.Tree);
            var category = request.Category is null ? null : tree.FirstOrDefault(c => c.Slug == request.Category);
            if (request.Category is not null && category is null)
                return null;

            var branch = category is null ? null : tree.BranchOf(category.Id);
            bool IsHere(Face face) => branch?.Contains(face.Category) ?? true;
            var ids = faces.In(request.Sieve.Order).Where(f => IsHere(f) && sifting.Lets(f)).Select(f => f.Id).ToList();
            var pages = Math.Max(1, (ids.Count + Size - 1) / Size);
            var page = Math.Clamp(request.Page, 1, pages);
            return new(
                category, category is null ? [] : [.. tree.LineOf(category.Id).Skip(1).Reverse()], [.. faces.Filled.Where(c => c.Parent == category?.Id)],
                await cards.OfAsync([.. ids.Skip((page - 1) * Size).Take(Size)], cancellationToken), ids.Count, page, pages, sifting.Sieve,
                faces.Counted(string.Join('&', [request.Category ?? "", .. (sifting.Sieve with { Order = ShelfOrder.Usual }).Words()]), () => sifting.Count(faces.Alike.Where(a => IsHere(a.Face)))));
        }
    }
}
