using System.Runtime.CompilerServices;
using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>The files of sellers' papers, beside what names them.</summary>
internal sealed class PaperFiles(IEnumerable<INamePapers> areas, IBlobs blobs)
{
    /// <summary>Where the files lie that anything names.</summary>
    public async Task<HashSet<string>> NamedAsync(CancellationToken cancellationToken)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (var area in areas)
            keys.UnionWith((await area.NamedAsync(cancellationToken)).Select(Papers.KeyOf));
        return keys;
    }

    /// <summary>Named files that are not there.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellationToken)
    {
        // What is named first: a paper that is sent meanwhile stands before anything names it.
        var named = await NamedAsync(cancellationToken);
        await foreach (var blob in blobs.List(Papers.Folder, cancellationToken))
            named.Remove(blob.Key);
        return [.. named];
    }

    /// <summary>Files written before a moment, UTC, that nothing names: taken off, forgotten, or sent without being kept.</summary>
    public async IAsyncEnumerable<string> UnnamedAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var named = await NamedAsync(cancellationToken);
        await foreach (var blob in blobs.List(Papers.Folder, cancellationToken))
            if (blob.WrittenAt < before && !named.Contains(blob.Key))
                yield return blob.Key;
    }
}

/// <summary>The papers that applications name.</summary>
internal sealed class PapersOfApplications(MarketReads reads) : INamePapers
{
    public async Task<IReadOnlyCollection<Guid>> NamedAsync(CancellationToken cancellationToken)
        => [.. (await reads.Of<SellerApplication>().Select(a => a.Details).ToListAsync(cancellationToken)).SelectMany(d => d.Papers).Select(p => p.Id)];
}
