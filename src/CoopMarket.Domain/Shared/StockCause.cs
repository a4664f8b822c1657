namespace CoopMarket.Domain.Shared;

/// <summary>Why stock changed.</summary>
public enum StockCause
{
    /// <summary>Made or brought in.</summary>
    Received,

    /// <summary>Counted anew; the difference.</summary>
    Counted,

    /// <summary>Broken, gone off, given away.</summary>
    Spoiled,

    /// <summary>Taken by an order.</summary>
    Sold,

    /// <summary>Given back by an order.</summary>
    GivenBack,

    /// <summary>Laid aside out of what came in, for those who had ordered ahead.</summary>
    LaidAside,

    /// <summary>Not for sale any more, though it is there: its lot is past its best before. Above zero: for sale again.</summary>
    Withheld,
}
