using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>One voice at its cooperative's desk; null where it is not there, or another's.</summary>
internal static class OneVoice
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, RecordingId Recording) : IQuery<StoryVoices.Voice?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Query, StoryVoices.Voice?>
    {
        public async Task<StoryVoices.Voice?> Handle(Query query, CancellationToken cancellationToken)
        {
            var recording = await db.Set<Recording>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.Recording && r.Cooperative == query.Cooperative, cancellationToken);
            if (recording is null)
                return null;
            var about = recording.Id.Value;
            var agreed = await db.Set<Consent>().AsNoTracking().Where(c => c.Kind == ConsentKind.Voice && c.About == about).ToListAsync(cancellationToken);
            return new(recording, ConsentGivers.Agree(agreed, VietnamDay.Of(time.Now())));
        }
    }
}
