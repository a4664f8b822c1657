using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;

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

    /// <summary>What of all goods the page of a day shows; the same for everybody.</summary>
    /// <param name="Day">In Vietnam.</param>
    /// <param name="First">What is in season and to be had, in turns: more than are shown, as some may be sold out by now.</param>
    /// <param name="Seasons">As in <see cref="View"/>.</param>
    internal sealed record Sight(DateOnly Day, IReadOnlyList<ProductId> First, IReadOnlyList<SeasonRow> Seasons)
    {
        public static Sight Of(Faces faces, DateOnly day)
        {
            var turns = Turns(faces.All.Where(f => f.Rank == 2 && Contract.Seasons.Has(f.SeasonBits, day.Month)).Select(f => (f.Id, f.Cooperative, Ripens: f.SeasonBits != 0)), day.DayNumber);
            var rows = from ripe in faces.All.Where(f => f.SeasonBits != 0).GroupBy(f => f.Category)
                       join c in faces.Tree.Select((category, place) => (Category: category, Place: place)) on ripe.Key equals c.Category.Id
                       orderby c.Place
                       let most = ripe.GroupBy(p => p.Cooperative).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Value).First().Key
                       select new SeasonRow(c.Category, ripe.Aggregate(0, (bits, p) => bits | p.SeasonBits), faces.Sellers[most].Seller);
            return new(day, [.. turns.Take(Shown * 3)], [.. rows]);
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
    }

    internal sealed class Handler(FaceReader reader, Cards cards, Tales tales) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (faces, today) = (await reader.NowAsync(cancellationToken), reader.Today);
            var sight = faces.On(today);
            var told = await tales.KnownAsync($"{today:O}", c => StoryAsync(faces.Tellings, today, c), cancellationToken);
            var (things, photos) = await cards.WithAsync(sight.First, [PhotoSubject.Home, .. told.Select(t => PhotoSubject.Of(t.Story.Id))], cancellationToken);
            return new(
                photos[PhotoSubject.Home].FirstOrDefault(), today.Month, [.. things.Where(t => t.IsReady).Take(Shown).Select((t, i) => t with { IsLead = i == 0 })],
                faces.All.Count, sight.Seasons, (await tales.LinesAsync(told, photos, cancellationToken)).SingleOrDefault(), faces.LinesIn(Languages.Current));
        }

        // One a day, in turn; none where there is none.
        private async Task<IReadOnlyList<Told>> StoryAsync(IReadOnlyList<StoryFace> all, DateOnly today, CancellationToken cancellationToken)
            => all.Count == 0 ? [] : await tales.ReadAsync([all[today.DayNumber % all.Count].Id.Value], cancellationToken);
    }
}
