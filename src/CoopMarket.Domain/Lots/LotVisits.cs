using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Lots;

/// <summary>How often the page behind a lot's label was opened on one day. Who opened it is kept nowhere. Counted up by conditional updates only.</summary>
public sealed class LotVisits
{
    private LotVisits()
    {
    }

    public LotId Lot { get; private init; }

    /// <summary>In Vietnam.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>Above zero.</summary>
    public int Count { get; private init; }

    /// <summary>The first of a day.</summary>
    public static LotVisits Begin(LotId lot, DateOnly day, int count) => new() { Lot = lot, Day = day, Count = count };
}
