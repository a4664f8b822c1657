using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>For admins: what waits for them, what is told in the shop, the last changed first, and what the market has withdrawn.</summary>
internal static class AdminStories
{
    internal const int PageSize = 50;

    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, int Page = 1) : IQuery<View>, IForAdmin;

    /// <param name="HasMore">Whether there is a next page.</param>
    internal sealed record View(IReadOnlyList<Line> Stories, bool HasMore);

    internal sealed record Line(StoryId Id, string Slug, LocalizedText Title, LocalizedText Cooperative, bool IsLive, string? WithdrawnBecause, DateTimeOffset ChangedAt, IReadOnlyList<string> HeldWords, LocalizedText Body);

    internal sealed class Handler(MarketDb db, Cooperatives cooperatives) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var stories = await db.Set<Story>().AsNoTracking().Where(s => s.State == StoryState.Live || s.State == StoryState.Held || s.WithdrawnBecause != null)
                .OrderByDescending(s => s.State == StoryState.Held).ThenByDescending(s => s.ChangedAt).ThenBy(s => s.Id).Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            var whose = await cooperatives.ManyAsync(stories.Select(s => s.Cooperative).Distinct(), cancellationToken);
            return new(
                [.. stories.Take(PageSize).Select(s => new Line(
                    s.Id, s.Slug, s.Title, whose.GetValueOrDefault(s.Cooperative)?.Name ?? LocalizedText.Empty, s.State == StoryState.Live, s.WithdrawnBecause, s.ChangedAt, s.HeldWords, s.State == StoryState.Held ? s.Body : LocalizedText.Empty))],
                stories.Count > PageSize);
        }
    }
}
