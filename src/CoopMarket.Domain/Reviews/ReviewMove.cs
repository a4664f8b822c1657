using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Reviews;

/// <summary>Whether readers see a review.</summary>
public enum ReviewState
{
    Shown,

    /// <summary>An admin took it off the pages, with a reason.</summary>
    Hidden,

    /// <summary>Its writer took it back.</summary>
    TakenBack,
}

/// <summary>What happened to a review.</summary>
public enum ReviewMoveKind
{
    Written,
    Changed,
    TakenBack,
    Answered,

    /// <summary>The cooperative wrote down what it says in another language.</summary>
    Translated,

    /// <summary>A reader thinks that it should not stand there.</summary>
    Reported,

    /// <summary>The cooperative thinks so.</summary>
    Contested,
    Hidden,

    /// <summary>An admin looked at it and lets it stand, or lets it stand again.</summary>
    Kept,
}

/// <summary>Why somebody thinks that a review should not stand there.</summary>
public enum ReportReason
{
    Insulting,

    /// <summary>It tells a person's name, address or number.</summary>
    Private,
    Advertising,

    /// <summary>It is not about the goods.</summary>
    BesideThePoint,
    Untrue,
}

/// <summary>One step in the life of a review, never changed: what was said then, by whom, and why.</summary>
public sealed class ReviewMove
{
    private ReviewMove()
    {
    }

    internal ReviewMove(ReviewId review, int number, ReviewMoveKind kind, string by, int stars, string words, ReportReason? reason, DateTimeOffset at)
        => (Review, Number, Kind, By, Stars, Words, Reason, At) = (review, number, kind, by, stars, words, reason, at);

    public ReviewId Review { get; private init; }

    /// <summary>Its place in the trail, from 1.</summary>
    public int Number { get; private init; }

    public ReviewMoveKind Kind { get; private init; }

    /// <summary>The id of a person, the name of a job, or «guest».</summary>
    public string By { get; private init; } = "";

    /// <summary>How many stars it had from then on, 1 to 5.</summary>
    public int Stars { get; private init; }

    /// <summary>The review's words as they were written, the answer, the translation, or the reason of a report or an admin; may be empty.</summary>
    public string Words { get; private init; } = "";

    /// <summary>Of a report; null else.</summary>
    public ReportReason? Reason { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private init; }
}
