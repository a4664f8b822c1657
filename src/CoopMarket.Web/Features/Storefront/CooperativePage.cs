using CoopMarket.Domain.Links;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>One cooperative: who they are, what they sell, what they tell.</summary>
internal static class CooperativePage
{
    private const int MostStories = 3;

    internal sealed record Query(Actor Actor, string Slug) : IQuery<View?>, IForAnyone;

    /// <param name="Cooperative">Approved.</param>
    /// <param name="OpensOn">When it opens again; null when it is open.</param>
    /// <param name="Photo">Its cover; null where it has none.</param>
    /// <param name="Makers">The first introduced first.</param>
    /// <param name="Things">All its goods on sale.</param>
    /// <param name="Stories">The newest.</param>
    /// <param name="Certificates">Those that buyers may see today.</param>
    /// <param name="ShortCode">Of its short address; null until it has one.</param>
    internal sealed record View(
        Cooperative Cooperative, DateOnly? OpensOn, PhotoView? Photo, IReadOnlyList<Maker> Makers, IReadOnlyList<Thing> Things, IReadOnlyList<StoryLine> Stories, IReadOnlyList<Seal> Certificates,
        string? ShortCode)
    {
        /// <summary>How many stories it has, also those that are not among the newest.</summary>
        public int StoriesInAll { get; init; }
    }

    /// <summary>What is remembered of it.</summary>
    /// <param name="Makers">The first introduced first.</param>
    /// <param name="ShortCode">Of its short address.</param>
    internal sealed record Facts(Cooperative Cooperative, IReadOnlyList<Maker> Makers, string? ShortCode);

    internal sealed class Handler(MarketReads reads, Sellers sellers, FaceReader reader, Cards cards, Tales tales) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var faces = await reader.NowAsync(cancellationToken);
            if (await FactsAsync(faces, request.Slug, cancellationToken) is not { Cooperative: var cooperative, Makers: var makers } facts)
                return null;
            var told = await tales.KnownAsync(
                "of " + request.Slug, c => tales.ReadAsync(Tales.InOrder(tales.Live().Where(s => s.Cooperative == cooperative.Id)).Take(MostStories), c), cancellationToken);
            var (things, photos) = await cards.WithAsync(
                [.. faces.All.Where(f => f.Cooperative == cooperative.Id).Select(f => f.Id)], [cooperative.Id, .. told.Select(t => PhotoSubject.Of(t.Story.Id))], cancellationToken);
            return new(
                cooperative,
                (await reader.SellersAsync([cooperative.Id], cancellationToken))[cooperative.Id].OpensOn,
                photos[cooperative.Id].FirstOrDefault(),
                makers, things, await tales.LinesAsync(told, photos, cancellationToken), [.. faces.Seals.Where(s => s.Cooperative == cooperative.Id)], facts.ShortCode)
            { StoriesInAll = faces.Tellings.Count(t => t.Cooperative == cooperative.Id) };
        }

        private async Task<Facts?> FactsAsync(Faces faces, string slug, CancellationToken cancellationToken)
        {
            if (faces.Cooperatives.Knows(slug, out var known))
                return known;
            var read = await sellers.Approved().Where(c => c.Slug == slug)
                .Select(c => new
                {
                    Cooperative = c,
                    Makers = reads.Of<Maker>().Where(m => m.Cooperative == c.Id && m.LeftAt == null).OrderBy(m => m.AgreedAt).ThenBy(m => m.Id).ToList(),
                    ShortCode = reads.Of<ShortLink>().Where(l => l.Cooperative == c.Id).Select(l => l.Code).FirstOrDefault(),
                })
                .AsSingleQuery().FirstOrDefaultAsync(cancellationToken);
            if (read is null)
                return null;
            Facts facts = new(read.Cooperative, read.Makers, read.ShortCode);
            faces.Cooperatives.Keep(slug, facts);
            return facts;
        }
    }
}
