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
internal sealed record Finding(bool Holds, string Figure)
{
    /// <summary>False where the books still wait for messages, so that nothing could be said.</summary>
    public bool IsCompared { get; init; } = true;

    /// <summary>Nothing is known to be wrong, but the books are not up to date.</summary>
    /// <param name="messages">How many messages they wait for.</param>
    public static Finding NotCompared(int messages) => new(true, $"{messages} messages are on their way, not compared") { IsCompared = false };
}

/// <summary>What one invariant found in a run of the check.</summary>
internal sealed record CheckLine(string Name, bool Holds, string Figure)
{
    /// <summary>False where the books still wait for messages, so that nothing could be said.</summary>
    public bool IsCompared { get; init; } = true;
}

/// <summary>Runs every invariant. What does not hold is looked at once more: a sale may be half told while the market is open.</summary>
internal sealed class Check(IEnumerable<IInvariant> invariants)
{
    private const int MostTries = 30;

    /// <summary>The same, again each second while the books wait for messages and these get fewer or more: on a market that is open they come within seconds.</summary>
    public async Task<IReadOnlyList<CheckLine>> RunAtRestAsync(CancellationToken cancellationToken)
    {
        var lines = await RunAsync(cancellationToken);
        for (var tries = 1; tries < MostTries && lines.Any(l => !l.IsCompared); tries++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            var before = lines;
            lines = await RunAsync(cancellationToken);
            if (lines.SequenceEqual(before))
                break;
        }

        return lines;
    }

    public async Task<IReadOnlyList<CheckLine>> RunAsync(CancellationToken cancellationToken)
    {
        List<CheckLine> lines = [];
        foreach (var invariant in invariants)
        {
            var finding = await LookAsync(invariant, cancellationToken);
            if (!finding.Holds)
                finding = await LookAsync(invariant, cancellationToken);
            lines.Add(new(invariant.Name, finding.Holds, finding.Figure) { IsCompared = finding.IsCompared });
        }

        return lines;
    }

    // What can't be looked at is not known to hold, and keeps none of the others from being looked at.
    private static async Task<Finding> LookAsync(IInvariant invariant, CancellationToken cancellationToken)
    {
        try
        {
            return await invariant.FindAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new(Holds: false, $"could not be looked at: {e.GetType().Name}: {e.Message}");
        }
    }
}
