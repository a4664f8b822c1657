using System.Runtime.CompilerServices;
using CoopMarket.Domain.Photos;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Photos;

/// <summary>
/// Files that no photo has: uploads that were given up, photos that were removed. Where only what has no public address is left of a
/// picture, its variants are nobody's either: they would go on to be served.
/// </summary>
internal sealed class Orphans(MarketDb db, IBlobs blobs)
{
    /// <summary>Those whose youngest neighbor was written before a moment: a picture that was just sent again keeps all its files.</summary>
    public async IAsyncEnumerable<string> OlderThanAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
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
            if (ofPhoto.TrueForAll(b => b.WrittenAt >= before))
                continue;
            var shown = await db.Set<Photo>().Where(p => p.Hash == hash).Select(p => p.SubjectKind).Distinct().ToListAsync(cancellationToken);
            var over = shown.Count > 0 ? ofPhoto.Where(b => b.WrittenAt < before && Variants.IsPublic(b.Key) && shown.TrueForAll(PhotoSubject.Private.Contains))
                : ofPhoto.Where(_ => ofPhoto.TrueForAll(b => b.WrittenAt < before));
            foreach (var blob in over)
                yield return blob.Key;
        }
    }
}
