using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>The voices of a story at its cooperative's desk; null where the story is not there, or another's.</summary>
internal static class StoryVoices
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, StoryId Story) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    /// <param name="Title">Of the story; may be empty.</param>
    internal sealed record View(LocalizedText Title, bool IsLive, IReadOnlyList<Voice> Voices)
    {
        public int Left => Recording.MostOfStory - Voices.Count;
    }

    /// <param name="HasConsent">Whether she whose voice it is agrees today.</param>
    internal sealed record Voice(Recording Recording, bool HasConsent);

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var story = await db.Set<Story>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == query.Story && s.Cooperative == query.Cooperative, cancellationToken);
            if (story is null)
                return null;
            var recordings = await db.Set<Recording>().AsNoTracking().Where(r => r.Story == query.Story).OrderBy(r => r.Id).ToListAsync(cancellationToken);
            var agreed = (await db.Set<Consent>().AsNoTracking().Where(c => c.Story == query.Story && c.Kind == ConsentKind.Voice).ToListAsync(cancellationToken)).ToLookup(c => c.About);
            return new(story.Title, story.State == StoryState.Live, [.. recordings.Select(r => new Voice(r, ConsentGivers.Agree([.. agreed[r.Id.Value]], VietnamDay.Of(time.Now()))))]);
        }
    }

    /// <summary>The voices of one story, in a row.</summary>
    internal sealed class Row(MarketDb db)
    {
        /// <summary>Null where a cooperative may add a voice; else the refusal.</summary>
        public async Task<Refusal?> RoomAsync(CooperativeId cooperative, StoryId story, CancellationToken cancellationToken)
        {
            if (!await db.Set<Story>().AnyAsync(s => s.Id == story && s.Cooperative == cooperative, cancellationToken))
                return new NotFound();
            return await db.Set<Recording>().CountAsync(r => r.Story == story, cancellationToken) >= Recording.MostOfStory ? new TooManyVoices(Recording.MostOfStory) : null;
        }

        /// <summary>One recording of a cooperative, to be changed; null where there is none, or it is another's.</summary>
        public Task<Recording?> OneAsync(CooperativeId cooperative, RecordingId recording, CancellationToken cancellationToken)
            => db.Set<Recording>().FirstOrDefaultAsync(r => r.Id == recording && r.Cooperative == cooperative, cancellationToken);
    }
}
