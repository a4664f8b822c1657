using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Complaints;

/// <summary>How far the market is with a complaint.</summary>
public enum ComplaintState
{
    Received,

    /// <summary>The market answered for the first time.</summary>
    Answered,
    Settled,

    /// <summary>Whoever complained was not content and asked another person to look.</summary>
    SecondLook,

    /// <summary>Settled for the second time.</summary>
    Closed,
}

/// <summary>What happened to a complaint.</summary>
public enum ComplaintMoveKind
{
    Received,
    Answered,

    /// <summary>The cooperative said how it sees the matter.</summary>
    SideTold,

    /// <summary>The market takes longer, and said why before the time was up.</summary>
    Extended,
    Settled,
    SecondLook,
    Closed,
}

/// <summary>One step in the life of a complaint, never changed: what was said then, and by whom.</summary>
public sealed class ComplaintMove
{
    private ComplaintMove()
    {
    }

    internal ComplaintMove(ComplaintId complaint, int number, ComplaintMoveKind kind, string by, string words, DateTimeOffset at)
        => (Complaint, Number, Kind, By, Words, At) = (complaint, number, kind, by, words, at);

    public ComplaintId Complaint { get; private init; }

    /// <summary>Its place in the trail, from 1.</summary>
    public int Number { get; private init; }

    public ComplaintMoveKind Kind { get; private init; }

    /// <summary>The id of a person, the name of a job, or «guest».</summary>
    public string By { get; private init; } = "";

    public string Words { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private init; }
}
