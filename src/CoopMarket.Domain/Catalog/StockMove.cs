using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>A change of stock. Only ever added; the sum of a size's moves is what is on hand.</summary>
public sealed class StockMove : Entity
{
    private StockMove()
    {
    }

    public StockMoveId Id { get; private init; }

    public VariantId Variant { get; private init; }

    public StockCause Cause { get; private init; }

    /// <summary>Pieces; negative where stock left.</summary>
    public int Change { get; private init; }

    /// <summary>In her words; empty where there is nothing to say.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Who did it; null for orders and jobs.</summary>
    public PersonId? By { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Notes a change.</summary>
    public static StockMove Note(StockMoveId id, VariantId variant, StockCause cause, int change, string reason, PersonId? by, DateTimeOffset now)
        => new() { Id = id, Variant = variant, Cause = cause, Change = change, Reason = reason, By = by, At = now };
}
