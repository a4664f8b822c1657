using CoopMarket.Domain.Photos;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Every photo that is ready has its master and all its variants; those of messages have no variants.</summary>
internal sealed class PhotosHaveFiles(MarketDb db, IBlobs blobs) : IInvariant
{
    private const int Named = 3;

    public string Name => "every photo has its files";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        HashSet<string> standing = new(StringComparer.Ordinal);
        await foreach (var blob in blobs.List(Variants.Folder, cancellationToken))
            standing.Add(blob.Key);
        var photos = await db.Set<Photo>().Where(p => p.State == PhotoState.Ready && p.RemovedAt == null).Select(p => new { p.Hash, p.Width, IsPublic = !PhotoSubject.Private.Contains(p.SubjectKind) }).Distinct().ToListAsync(cancellationToken);
        var missing = photos.SelectMany(p => (p.IsPublic ? Variants.Of(p.Width) : []).Select(v => Variants.Key(p.Hash, v.Width, v.Format)).Append(Variants.MasterKey(p.Hash)))
            .Where(key => !standing.Contains(key)).ToList();
        return missing.Count == 0
            ? new(Holds: true, $"{photos.Count} photos")
            : new(Holds: false, $"{missing.Count} files are missing: {string.Join(", ", missing.Take(Named))}");
    }
}
