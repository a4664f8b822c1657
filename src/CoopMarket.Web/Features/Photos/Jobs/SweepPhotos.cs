using CoopMarket.Domain.Photos;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos.Jobs;

/// <summary>
/// Clears away what nobody shows: photos removed more than a day ago, then files that no photo has had for a day
/// (uploads that were given up, photos that were removed).
/// </summary>
internal sealed class SweepPhotos(MarketDb db, WriteGate gate, IBlobs blobs, TimeProvider time) : IScheduled
{
    private static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.Now() - Rest;
        using (await gate.EnterAsync(cancellationToken))
            await db.Set<Photo>().Where(p => p.RemovedAt < before).ExecuteDeleteAsync(cancellationToken);

        Dictionary<string, List<Blob>> files = new(StringComparer.Ordinal);
        await foreach (var blob in blobs.List(Variants.Folder, cancellationToken))
        {
            var hash = blob.Key.Split('/')[1];
            if (!files.TryGetValue(hash, out var ofPhoto))
                files[hash] = ofPhoto = [];
            ofPhoto.Add(blob);
        }

        foreach (var (hash, ofPhoto) in files)
        {
            // The youngest counts: a file that was just sent again keeps all.
            if (ofPhoto.TrueForAll(b => b.WrittenAt < before) && !await db.Set<Photo>().AnyAsync(p => p.Hash == hash, cancellationToken))
                foreach (var blob in ofPhoto)
                    await blobs.Delete(blob.Key, cancellationToken);
        }
    }
}
