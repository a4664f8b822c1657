namespace CoopMarket.Domain.Shared;

/// <summary>The days between which a seller promises to send something, in Vietnam; both count.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, not before the first.</param>
public readonly record struct SendWindow(DateOnly From, DateOnly To)
{
    /// <summary>One promise for all of several: what is sent together waits for the last of it, and is late when the last may be. Null of none.</summary>
    public static SendWindow? Together(IEnumerable<SendWindow> windows)
        => windows.Aggregate((SendWindow?)null, (all, one) => all is { } other ? new(Later(other.From, one.From), Later(other.To, one.To)) : one);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>What is promised to a buyer who orders ahead.</summary>
/// <param name="Sale">What it counts against.</param>
/// <param name="Window">When it is sent.</param>
public sealed record AheadPromise(AheadSaleId Sale, SendWindow Window);

/// <summary>What is sold ahead of one size out of one harvest.</summary>
public readonly record struct AheadSaleId(Guid Value) : ITypedId<AheadSaleId>
{
    public static AheadSaleId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
