using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Removes papers that no application names: taken off, forgotten, or sent without being kept. Young ones are left alone.</summary>
internal sealed class SweepPapers(MarketReads reads, IBlobs blobs, TimeProvider time) : IScheduled
{
    private static readonly TimeSpan Young = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var named = (await reads.Of<SellerApplication>().Select(a => a.Details).ToListAsync(cancellationToken))
            .SelectMany(d => d.Papers).Select(p => Papers.KeyOf(p.Id)).ToHashSet(StringComparer.Ordinal);
        var oldest = time.Now() - Young;
        List<string> unnamed = [];
        await foreach (var blob in blobs.List(Papers.Folder, cancellationToken))
            if (blob.WrittenAt < oldest && !named.Contains(blob.Key))
                unnamed.Add(blob.Key);
        foreach (var key in unnamed)
            await blobs.Delete(key, cancellationToken);
    }
}
