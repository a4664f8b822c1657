namespace CoopMarket.Web.Pipeline;

/// <summary>Something that must be true of the data at any time. Read only.</summary>
internal interface IInvariant
{
    /// <summary>What must hold, in a few words for a log.</summary>
    string Name { get; }

    Task<Finding> FindAsync(CancellationToken cancellationToken);
}

/// <summary>What an invariant found.</summary>
/// <param name="Holds">Whether it is true.</param>
/// <param name="Figure">How much was looked at, or what is wrong and by how much.</param>
internal sealed record Finding(bool Holds, string Figure);

/// <summary>What one invariant found in a run of the check.</summary>
internal sealed record CheckLine(string Name, bool Holds, string Figure);

/// <summary>Runs every invariant. What does not hold is looked at once more: a sale may be half told while the market is open.</summary>
internal sealed class Check(IEnumerable<IInvariant> invariants)
{
    public async Task<IReadOnlyList<CheckLine>> RunAsync(CancellationToken cancellationToken)
    {
        List<CheckLine> lines = [];
        foreach (var invariant in invariants)
        {
            var finding = await invariant.FindAsync(cancellationToken);
            if (!finding.Holds)
                finding = await invariant.FindAsync(cancellationToken);
            lines.Add(new(invariant.Name, finding.Holds, finding.Figure));
        }

        return lines;
    }
}
