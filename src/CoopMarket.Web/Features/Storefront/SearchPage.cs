using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Search.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What is found for a text.</summary>
internal static class SearchPage
{
    private const int MostBeside = 3;

    internal sealed record Query(Actor Actor, string? Text, int Page) : IQuery<View>, IForAnyone;

    /// <param name="Things">The goods of this page, the best first.</param>
    /// <param name="Count">Of all pages.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="Pages">At least 1.</param>
    /// <param name="Cooperatives">A few, on the first page only.</param>
    /// <param name="Stories">A few, on the first page only.</param>
    /// <param name="Kinds">The top categories with goods on sale, where nothing was asked or found.</param>
    internal sealed record View(
        IReadOnlyList<Thing> Things, int Count, int Page, int Pages, IReadOnlyList<CoopLine> Cooperatives, IReadOnlyList<StoryLine> Stories,
        IReadOnlyList<CategoryNode> Kinds)
    {
        public bool IsEmpty => Count == 0 && Cooperatives.Count == 0 && Stories.Count == 0;
    }

    internal sealed class Handler(Finder finder, Goods goods, Sellers sellers, Tales tales, CategoryTree categories) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await finder.FindAsync(request.Text, cancellationToken);
            var products = found.Where(f => f.Kind == FindableKind.Product).ToList();
            var cards = (await goods.CardsAsync([.. products.Select(f => ProductId.From(f.Id))], cancellationToken)).ToDictionary(t => t.Id.Value);
            List<Thing> things =
            [
                .. from f in products
                   where cards.ContainsKey(f.Id)
                   let thing = cards[f.Id]
                   orderby f.Words descending, f.Exact descending, f.Points descending, thing.IsReady descending, thing.SeasonStarts is null descending,
                       thing.FirstLiveAt descending, f.Id
                   select thing,
            ];
            var pages = Math.Max(1, (things.Count + ShelfPage.Size - 1) / ShelfPage.Size);
            var page = Math.Clamp(request.Page, 1, pages);
            var best = found.Count == 0 ? 0 : found[0].Words;
            List<Guid> Beside(FindableKind kind) => page > 1 ? [] : [.. found.Where(f => f.Kind == kind && f.Words == best).Take(MostBeside).Select(f => f.Id)];
            return new(
                [.. things.Skip((page - 1) * ShelfPage.Size).Take(ShelfPage.Size)], things.Count, page, pages,
                await sellers.LinesAsync(Beside(FindableKind.Cooperative), cancellationToken), await tales.LinesAsync(Beside(FindableKind.Story), cancellationToken),
                found.Count > 0 ? [] : [.. (await goods.FilledAsync(await categories.AllAsync(cancellationToken), cancellationToken)).Where(c => c.Parent is null)]);
        }
    }
}
