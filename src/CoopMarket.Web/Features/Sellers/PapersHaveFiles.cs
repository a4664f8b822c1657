using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Every paper that an application or a certificate names is there, and none is kept that nothing names any more.</summary>
internal sealed class PapersHaveFiles(PaperFiles files, TimeProvider time) : IInvariant
{
    private const int Shown = 3;

    public string Name => "every paper has its file, and every file its paper";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        var missing = await files.MissingAsync(cancellationToken);
        if (missing.Count > 0)
            return new(Holds: false, $"{missing.Count} papers are missing: {string.Join(", ", missing.Take(Shown))}");
        List<string> left = [];
        await foreach (var key in files.UnnamedAsync(time.Now() - SweepPapers.Young - (2 * SweepPapers.Round), cancellationToken))
            left.Add(key);
        return left.Count == 0
            ? new(Holds: true, $"{(await files.NamedAsync(cancellationToken)).Count} papers")
            : new(Holds: false, $"{left.Count} files belong to nothing and were not swept: {string.Join(", ", left.Take(Shown))}");
    }
}
