namespace CoopMarket.Web.Seed;

/// <summary>The clock of Development: the machine's, but for the while in which the demo's year is lived through.</summary>
internal sealed class MovedClock : TimeProvider
{
    private long _movedTo;

    /// <summary>Stands still at a moment, UTC, until moved again or let go.</summary>
    public void MoveTo(DateTimeOffset at) => Volatile.Write(ref _movedTo, at.UtcTicks);

    /// <summary>Follows the machine again.</summary>
    public void LetGo() => Volatile.Write(ref _movedTo, 0);

    public override DateTimeOffset GetUtcNow() => Volatile.Read(ref _movedTo) is > 0 and var ticks ? new(ticks, TimeSpan.Zero) : base.GetUtcNow();
}
