using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Stories.Jobs;

/// <summary>Clears away the files of voices that no story has had for a day: uploads that were given up, voices that were removed.</summary>
internal sealed class SweepVoices(LostVoices lost, IBlobs blobs, TimeProvider time) : IScheduled
{
    /// <summary>How long everything is left alone.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    /// <summary>How often it comes by.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromHours(6);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var key in lost.OlderThanAsync(time.Now() - Rest, cancellationToken))
            await blobs.Delete(key, cancellationToken);
    }
}
