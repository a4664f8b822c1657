using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>The stories of a desk, the last changed first.</summary>
internal static class StoryList
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<IReadOnlyList<Line>>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    internal sealed record Line(StoryId Id, LocalizedText Title, StoryState State, bool IsForbidden, DateTimeOffset ChangedAt, PhotoView? Cover);

    internal sealed class Handler(MarketDb db, Photos.Contract.Photos photos) : IRequestHandler<Query, IReadOnlyList<Line>>
    {
        public async Task<IReadOnlyList<Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            var stories = await db.Set<Story>().AsNoTracking().Where(s => s.Cooperative == query.Cooperative).OrderByDescending(s => s.ChangedAt).ToListAsync(cancellationToken);
            var covers = await photos.OfAsync(stories.Select(s => PhotoSubject.Of(s.Id)), cancellationToken);
            return [.. stories.Select(s => new Line(s.Id, s.Title, s.State, s.WithdrawnBecause is not null, s.ChangedAt, covers[s.Id].FirstOrDefault()))];
        }
    }
}
