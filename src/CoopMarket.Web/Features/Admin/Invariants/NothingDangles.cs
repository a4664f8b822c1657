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
        List<string> wrong = [];
        foreach (var reference in reads.References)
            if (await reads.DanglingAsync(reference, cancellationToken) is > 0 and var count)
                wrong.Add($"{count} of {reference.Table}.{reference.Column} are not in {reference.Target}");
        return wrong.Count == 0 ? new(true, $"{reads.References.Count} kinds of references") : new(false, string.Join("; ", wrong));
    }
}
