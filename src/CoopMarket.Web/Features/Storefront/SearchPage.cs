using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Search.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;

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
    /// <param name="IsCut">Whether there is more than was looked at: counts are what there is at least.</param>
    internal sealed record View(
        IReadOnlyList<Thing> Things, int Count, int Page, int Pages, IReadOnlyList<CoopLine> Cooperatives, IReadOnlyList<StoryLine> Stories,
        IReadOnlyList<CategoryNode> Kinds, IReadOnlyList<Instead> Instead, IReadOnlyList<Thing> Nearest, Sieve Sieve, IReadOnlyList<FacetChoice> Facets,
        bool IsCut)
    {
        public bool IsEmpty => Count == 0 && Sieve.Chosen.Count == 0 && Cooperatives.Count == 0 && Stories.Count == 0;
    }

    /// <summary>What was found for a text among what a reader chose.</summary>
    internal sealed class Searched(Answer answer)
    {
        private IReadOnlyList<FacetChoice>? _counted;

        public Answer Answer => answer;

        /// <summary>What may be chosen of it; two who ask at once both count, and come to the same.</summary>
        public IReadOnlyList<FacetChoice> Counted(Func<IReadOnlyList<FacetChoice>> count) => _counted ??= count();
    }

    internal sealed class Handler(Finder finder, Cards cards, Sifter sifter, Sellers sellers, Tales tales) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var sifting = await sifter.OfAsync(request.Sieve, cancellationToken);
            var faces = sifting.Faces;
            var searched = await SearchedAsync(request.Text?.Trim() ?? "", sifting, cancellationToken);
            var (found, instead, isCut) = searched.Answer;
            var products = found.Where(f => f.Kind == FindableKind.Product && faces.ById.ContainsKey(ProductId.From(f.Id))).ToDictionary(f => ProductId.From(f.Id));
            var among = products.Keys.Select(id => faces.ById[id]).ToList();
            var ordered = Faces.Sort(among.Where(sifting.Lets), request.Sieve.Order).Select(f => f.Id).ToList();
            // Sorting keeps what is equal as it was: in the market's own order.
            if (request.Sieve.Order == ShelfOrder.Usual)
                ordered = [.. ordered.OrderByDescending(id => products[id].Words).ThenByDescending(id => products[id].Exact).ThenByDescending(id => products[id].Points)];
            var pages = Math.Max(1, (ordered.Count + ShelfPage.Size - 1) / ShelfPage.Size);
            var page = Math.Clamp(request.Page, 1, pages);
            var best = found.Count == 0 ? 0 : found[0].Words;
            List<Guid> Beside(FindableKind kind)
                => page > 1 || sifting.Sieve.Chosen.Count > 0 ? [] : [.. found.Where(f => f.Kind == kind && f.Words == best).Take(MostBeside).Select(f => f.Id)];
            var told = Beside(FindableKind.Story) is { Count: > 0 } stories
                ? await tales.KnownAsync(string.Join(' ', stories), c => tales.ReadAsync(stories, c), cancellationToken) : [];
            var nearest = found.Count > 0 ? [] : await finder.NearestAsync(request.Text, cancellationToken);
            var (things, photos) = await cards.WithAsync(
                found.Count > 0 ? [.. ordered.Skip((page - 1) * ShelfPage.Size).Take(ShelfPage.Size)] : [.. nearest.Select(ProductId.From)], told.Select(t => PhotoSubject.Of(t.Story.Id)), cancellationToken);
            return new(
                found.Count > 0 ? things : [], ordered.Count, page, pages,
                await sellers.LinesAsync(Beside(FindableKind.Cooperative), cancellationToken), await tales.LinesAsync(told, photos, cancellationToken),
                found.Count > 0 ? [] : [.. faces.Filled.Where(c => c.Parent is null)],
                instead, found.Count > 0 ? [] : things, sifting.Sieve, searched.Counted(() => sifting.Count(among.Select(f => (f, 1)))), isCut);
        }

        // The next page, and the next of many who ask the same, need not look again.
        private async Task<Searched> SearchedAsync(string text, Sifting sifting, CancellationToken cancellationToken)
        {
            var called = string.Join('&', [text, .. (sifting.Sieve with { Order = ShelfOrder.Usual }).Words()]);
            if (sifting.Faces.Searches.Knows(called, out var known))
                return known;
            Searched searched = new(await finder.FindAsync(text, Chosen(sifting), cancellationToken));
            sifting.Faces.Searches.Keep(called, searched);
            return searched;
        }

        // What a choice leaves is looked at even where a thousand others are called alike.
        private static List<ProductId> Chosen(Sifting sifting)
            => sifting.Cuts.Count == 0 ? [] : [.. sifting.Faces.All.Where(sifting.Lets).Take(Finder.MostAmong).Select(f => f.Id)];
    }
}
