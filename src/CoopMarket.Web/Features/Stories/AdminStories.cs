using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>For admins: what is told in the shop, the last changed first, and what the market has withdrawn.</summary>
internal static class AdminStories
{
    private const int Page = 200;

    internal sealed record Query(Actor Actor) : IQuery<IReadOnlyList<Line>>, IForAdmin;

    internal sealed record Line(StoryId Id, string Slug, LocalizedText Title, LocalizedText Cooperative, bool IsLive, string? WithdrawnBecause, DateTimeOffset ChangedAt);

    internal sealed class Handler(MarketDb db, Cooperatives cooperatives) : IRequestHandler<Query, IReadOnlyList<Line>>
    {
        public async Task<IReadOnlyList<Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            var stories = await db.Set<Story>().AsNoTracking().Where(s => s.State == StoryState.Live || s.WithdrawnBecause != null)
                .OrderByDescending(s => s.ChangedAt).Take(Page).ToListAsync(cancellationToken);
            var whose = await cooperatives.ManyAsync(stories.Select(s => s.Cooperative).Distinct(), cancellationToken);
            return [.. stories.Select(s => new Line(
                s.Id, s.Slug, s.Title, whose.GetValueOrDefault(s.Cooperative)?.Name ?? LocalizedText.Empty, s.State == StoryState.Live, s.WithdrawnBecause, s.ChangedAt))];
        }
    }
}
