using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Who agreed to what in a story, the last written down first; null where the story is not there, or another's.</summary>
internal static class StoryConsents
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, StoryId Story) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    /// <param name="Title">Of the story; may be empty.</param>
    /// <param name="Members">Whose consent it may be that has an account.</param>
    /// <param name="Today">In Vietnam.</param>
    internal sealed record View(
        LocalizedText Title, IReadOnlyList<ConsentLine> Consents, IReadOnlyList<Recording> Recordings, IReadOnlyList<PhotoView> Photos, IReadOnlyList<DeskPerson> Members, DateOnly Today)
    {
        /// <summary>What can be agreed to: voices, photos, those taken away with a face, and the motif.</summary>
        public IReadOnlyList<Guid> Things(StoryId story)
            => [.. Recordings.Select(r => r.Id.Value).Concat(Photos.Select(p => p.Id.Value)).Concat(Consents.Where(c => c.Kind == ConsentKind.Face).Select(c => c.About)).Distinct(), story.Value];
    }

    internal sealed class Handler(MarketDb db, Photos.Contract.Photos photos, DeskPeople people, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
            => await db.Set<Story>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == query.Story && s.Cooperative == query.Cooperative, cancellationToken) is { } story
                ? new(
                    story.Title,
                    [.. (await db.Set<Consent>().AsNoTracking().Where(c => c.Story == query.Story).OrderByDescending(c => c.Id).ToListAsync(cancellationToken)).Select(c => ConsentLine.Of(c, VietnamDay.Of(time.Now())))],
                    await db.Set<Recording>().AsNoTracking().Where(r => r.Story == query.Story).OrderBy(r => r.Id).ToListAsync(cancellationToken),
                    await photos.OfAsync(PhotoSubject.Of(story.Id), cancellationToken),
                    await people.OfAsync(query.Cooperative, cancellationToken),
                    VietnamDay.Of(time.Now()))
                : null;
    }
}
