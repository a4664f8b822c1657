using System.Runtime.CompilerServices;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Stories.Jobs;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Files of voices that no story has.</summary>
internal sealed class LostVoices(MarketDb db, IBlobs blobs)
{
    /// <summary>Those written before a moment.</summary>
    public async IAsyncEnumerable<string> OlderThanAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<string> old = [];
        await foreach (var blob in blobs.List(Voices.Folder, cancellationToken))
            if (blob.WrittenAt < before)
                old.Add(blob.Key);
        foreach (var key in old)
        {
            var hash = Path.GetFileNameWithoutExtension(key);
            if (!await db.Set<Recording>().AnyAsync(r => r.Hash == hash, cancellationToken))
                yield return key;
        }
    }
}

/// <summary>Every voice has its file, and every file that was swept by belongs to one.</summary>
internal sealed class VoicesHaveFiles(MarketDb db, IBlobs blobs, LostVoices lost, TimeProvider time) : IInvariant
{
    private const int Named = 3;

    public string Name => "every voice has its file";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        List<string> found = [];
        var kept = await db.Set<Recording>().Select(r => new { r.Hash, r.Kind }).Distinct().ToListAsync(cancellationToken);
        foreach (var one in kept)
            if (!await blobs.Exists(Voices.Key(one.Hash, one.Kind), cancellationToken))
                found.Add(Voices.Key(one.Hash, one.Kind) + " is missing");
        await foreach (var key in lost.OlderThanAsync(time.Now() - SweepVoices.Rest - (2 * SweepVoices.Round), cancellationToken))
            found.Add(key + " belongs to no voice");
        return found.Count == 0 ? new(Holds: true, $"{kept.Count} voices") : new(Holds: false, string.Join(", ", found.Take(Named)));
    }
}
