using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Search.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What is found for a text, narrowed to what a reader chose.</summary>
internal static class SearchPage
{
    private const int MostBeside = 3;

    internal sealed record Query(Actor Actor, string? Text, Sieve Sieve, int Page) : IQuery<View>, IForAnyone;

    /// <param name="Things">The goods of this page, the best first.</param>
    /// <param name="Count">Of all pages.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="Pages">At least 1.</param>
    /// <param name="Cooperatives">A few, on the first page only.</param>
    /// <param name="Stories">A few, on the first page only.</param>
    /// <param name="Kinds">The top categories with goods on sale, where nothing was asked or found.</param>
    /// <param name="Instead">Words that stand nowhere on the market, with those that were taken for them.</param>
    /// <param name="Nearest">Where nothing was found: goods that are called much alike; may be empty.</param>
    /// <param name="Sieve">What is chosen, as far as it is known.</param>
    /// <param name="Facets">What may be chosen.</param>
    internal sealed record View(
        IReadOnlyList<Thing> Things, int Count, int Page, int Pages, IReadOnlyList<CoopLine> Cooperatives, IReadOnlyList<StoryLine> Stories,
        IReadOnlyList<CategoryNode> Kinds, IReadOnlyList<Instead> Instead, IReadOnlyList<Thing> Nearest, Sieve Sieve, IReadOnlyList<FacetChoice> Facets)
    {
        public bool IsEmpty => Count == 0 && Sieve.Chosen.Count == 0 && Cooperatives.Count == 0 && Stories.Count == 0;
    }

    internal sealed class Handler(Finder finder, Goods goods, Sifter sifter, Sellers sellers, Tales tales, CategoryTree categories) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (found, instead) = await finder.FindAsync(request.Text, cancellationToken);
            var products = found.Where(f => f.Kind == FindableKind.Product).ToDictionary(f => ProductId.From(f.Id));
            var ids = products.Keys.ToList();
            var sifting = await sifter.OfAsync(request.Sieve, cancellationToken);
            var sifted = sifter.Ordered(sifting.Apply(goods.OnSale().Where(p => ids.Contains(p.Id))), request.Sieve.Order);
            var ordered = ids.Count == 0 ? [] : await sifted.Select(p => p.Id).ToListAsync(cancellationToken);
            // Sorting keeps what is equal as it was: in the market's own order.
            if (request.Sieve.Order == ShelfOrder.Usual)
                ordered = [.. ordered.OrderByDescending(id => products[id].Words).ThenByDescending(id => products[id].Exact).ThenByDescending(id => products[id].Points)];
            var pages = Math.Max(1, (ordered.Count + ShelfPage.Size - 1) / ShelfPage.Size);
            var page = Math.Clamp(request.Page, 1, pages);
            var best = found.Count == 0 ? 0 : found[0].Words;
            List<Guid> Beside(FindableKind kind)
                => page > 1 || sifting.Sieve.Chosen.Count > 0 ? [] : [.. found.Where(f => f.Kind == kind && f.Words == best).Take(MostBeside).Select(f => f.Id)];
            var nearest = found.Count > 0 ? [] : await finder.NearestAsync(request.Text, cancellationToken);
            return new(
                await goods.CardsAsync([.. ordered.Skip((page - 1) * ShelfPage.Size).Take(ShelfPage.Size)], cancellationToken), ordered.Count, page, pages,
                await sellers.LinesAsync(Beside(FindableKind.Cooperative), cancellationToken), await tales.LinesAsync(Beside(FindableKind.Story), cancellationToken),
                found.Count > 0 ? [] : [.. (await goods.FilledAsync(await categories.AllAsync(cancellationToken), cancellationToken)).Where(c => c.Parent is null)],
                instead, await goods.CardsAsync([.. nearest.Select(ProductId.From)], cancellationToken), sifting.Sieve, sifting.Count(f => products.ContainsKey(f.Id)));
        }
    }
}
