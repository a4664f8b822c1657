using CoopMarket.Domain.Photos;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos;

/// <summary>What must hold at any time: every photo that is ready has its master and all its variants.</summary>
internal sealed class PhotosHaveFiles(MarketDb db, IBlobs blobs)
{
    /// <summary>The keys of files that are missing, and how many photos were looked at.</summary>
    public async Task<(IReadOnlyList<string> Missing, int Photos)> FindAsync(CancellationToken cancellationToken)
    {
        HashSet<string> standing = new(StringComparer.Ordinal);
        await foreach (var blob in blobs.List(Variants.Folder, cancellationToken))
            standing.Add(blob.Key);
        var photos = await db.Set<Photo>().Where(p => p.State == PhotoState.Ready && p.RemovedAt == null).Select(p => new { p.Hash, p.Width }).Distinct().ToListAsync(cancellationToken);
        var wanted = photos.SelectMany(p => Variants.Of(p.Width).Select(v => Variants.Key(p.Hash, v.Width, v.Format)).Append(Variants.MasterKey(p.Hash)));
        return ([.. wanted.Where(k => !standing.Contains(k))], photos.Count);
    }
}
