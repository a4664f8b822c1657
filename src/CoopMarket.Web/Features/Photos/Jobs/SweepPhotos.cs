using CoopMarket.Domain.Photos;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos.Jobs;

/// <summary>
/// Clears away what nobody shows: photos removed more than a day ago, then files that no photo has had for a day
/// (uploads that were given up, photos that were removed), the variants of pictures that stand beside private words alone, and what
/// a program that was killed had taken in half.
/// </summary>
internal sealed class SweepPhotos(MarketDb db, WriteGate gate, Orphans orphans, IBlobs blobs, MarketSettings market, TimeProvider time) : IScheduled
{
    /// <summary>How long everything is left alone.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    /// <summary>How often it comes by.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromHours(6);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.Now() - Rest;
        using (await gate.EnterAsync(cancellationToken))
            await db.Set<Photo>().Where(p => p.RemovedAt < before).ExecuteDeleteAsync(cancellationToken);
        await foreach (var key in orphans.OlderThanAsync(before, cancellationToken))
            await blobs.Delete(key, cancellationToken);
        IncomingFile.Sweep(market, before);
    }
}
