using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>The market at a glance: what is in season, one story, all cooperatives. Every cooperative has its turn, by the day.</summary>
internal static class HomePage
{
    private const int Shown = 5;

    internal sealed record Query(Actor Actor) : IQuery<View>, IForAnyone;

    /// <param name="Photo">The big one; null until the market has it.</param>
    /// <param name="Month">1 to 12, in Vietnam.</param>
    /// <param name="Things">What is in season and to be had, the first one large.</param>
    /// <param name="Count">All goods on sale.</param>
    /// <param name="Seasons">Categories with seasons, in the order of the shelves.</param>
    /// <param name="Story">The story of the day; null when there is none.</param>
    /// <param name="Cooperatives">All, by name.</param>
    internal sealed record View(
        PhotoView? Photo, int Month, IReadOnlyList<Thing> Things, int Count, IReadOnlyList<SeasonRow> Seasons, StoryLine? Story, IReadOnlyList<CoopLine> Cooperatives);

    /// <param name="Category">What ripens.</param>
    /// <param name="Bits">Its months, as in <see cref="Contract.Seasons"/>.</param>
    /// <param name="Seller">Whose band shows it: who has most of it.</param>
    internal sealed record SeasonRow(CategoryNode Category, int Bits, Seller Seller);

    internal sealed class Handler(Goods goods, Tales tales, Sellers sellers, CategoryTree categories) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = goods.Today;
            var all = await goods.InOrder(goods.OnSale()).Select(p => new { p.Id, p.Cooperative, p.Category, p.SeasonBits, IsThere = p.MadeToOrderDays != null || p.Variants.Any(v => v.IsOffered && v.OnHand > 0) }).ToListAsync(cancellationToken);
            var turns = Turns(all.Where(p => p.IsThere && Seasons.Has(p.SeasonBits, today.Month)).Select(p => (p.Id, p.Cooperative, Ripens: p.SeasonBits != 0)), today.DayNumber);
            var things = (await goods.CardsAsync([.. turns.Take(Shown * 3)], cancellationToken)).Where(t => t.IsReady).Take(Shown).ToList();
            var cooperatives = await sellers.AllAsync(cancellationToken);
            var byId = cooperatives.ToDictionary(c => c.Seller.Id, c => c.Seller);
            var tree = await categories.AllAsync(cancellationToken);
            var rows = from c in tree
                       let ripe = all.Where(p => p.Category == c.Id && p.SeasonBits != 0).ToList()
                       where ripe.Count > 0
                       let most = ripe.GroupBy(p => p.Cooperative).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Value).First().Key
                       select new SeasonRow(c, ripe.Aggregate(0, (bits, p) => bits | p.SeasonBits), byId[most]);
            return new(
                (await goods.CoversAsync(PhotoSubjectKind.Market, [PhotoSubject.Home.Id], cancellationToken)).GetValueOrDefault(PhotoSubject.Home.Id),
                today.Month, [.. things.Select((t, i) => t with { IsLead = i == 0 })], all.Count, [.. rows], await StoryAsync(today, cancellationToken), cooperatives);
        }

        // One of each cooperative, then a second of each, and so on; another one begins every day. What ripens now goes before
        // what is there all year.
        private static IEnumerable<ProductId> Turns(IEnumerable<(ProductId Id, CooperativeId Cooperative, bool Ripens)> goods, int day)
        {
            var shelves = goods.GroupBy(g => g.Cooperative).OrderBy(g => g.Key.Value)
                .Select(g => g.OrderByDescending(p => p.Ripens).Select(p => p.Id).ToList()).ToList();
            if (shelves.Count == 0)
                yield break;
            for (var round = 0; round < shelves.Max(s => s.Count); round++)
                for (var turn = 0; turn < shelves.Count; turn++)
                    if (shelves[(turn + day) % shelves.Count] is { } shelf && round < shelf.Count)
                        yield return shelf[round];
        }

        private async Task<StoryLine?> StoryAsync(DateOnly today, CancellationToken cancellationToken)
        {
            var count = await tales.Live().CountAsync(cancellationToken);
            if (count == 0)
                return null;
            var story = await Tales.InOrder(tales.Live()).Skip(today.DayNumber % count).FirstOrDefaultAsync(cancellationToken);
            return story is null ? null : (await tales.LinesAsync([story], cancellationToken))[0];
        }
    }
}
