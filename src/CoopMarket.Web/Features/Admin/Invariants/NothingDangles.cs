using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>Every id that names a row of another area finds it: between areas there are no foreign keys that would see to it.</summary>
internal sealed class NothingDangles(MarketReads reads) : IInvariant
{
    public const string Invariant = "every id names a row that is there";

    public string Name => Invariant;

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        var references = reads.References;
        var wrong = (await reads.DanglingAsync(references, cancellationToken)).OrderBy(d => d.Key)
            .Select(d => $"{d.Value} of {references[d.Key].Table}.{references[d.Key].Column} are not in {references[d.Key].Target}").ToList();
        return wrong.Count == 0 ? new(true, $"{references.Count} kinds of references") : new(false, string.Join("; ", wrong));
    }
}
