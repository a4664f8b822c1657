using System.Runtime.CompilerServices;
using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>The files of sellers' papers, beside what applications name.</summary>
internal sealed class PaperFiles(MarketReads reads, IBlobs blobs)
{
    /// <summary>Where the files lie that applications name.</summary>
    public async Task<HashSet<string>> NamedAsync(CancellationToken cancellationToken)
        => (await reads.Of<SellerApplication>().Select(a => a.Details).ToListAsync(cancellationToken))
            .SelectMany(d => d.Papers).Select(p => Papers.KeyOf(p.Id)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Named files that are not there.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellationToken)
    {
        // What is named first: a paper that is sent meanwhile stands before an application names it.
        var named = await NamedAsync(cancellationToken);
        await foreach (var blob in blobs.List(Papers.Folder, cancellationToken))
            named.Remove(blob.Key);
        return [.. named];
    }

    /// <summary>Files written before a moment, UTC, that no application names: taken off, forgotten, or sent without being kept.</summary>
    public async IAsyncEnumerable<string> UnnamedAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var named = await NamedAsync(cancellationToken);
        await foreach (var blob in blobs.List(Papers.Folder, cancellationToken))
            if (blob.WrittenAt < before && !named.Contains(blob.Key))
                yield return blob.Key;
    }
}
