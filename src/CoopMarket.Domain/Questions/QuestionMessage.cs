using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Questions;

/// <summary>Who speaks.</summary>
public enum QuestionSide
{
    Buyer,
    Cooperative,
}

/// <summary>Whose turn it is.</summary>
public enum QuestionState
{
    /// <summary>The buyer spoke last and waits.</summary>
    Open,

    /// <summary>The cooperative spoke last.</summary>
    Answered,

    /// <summary>One side closed it.</summary>
    Closed,
}

/// <summary>What one side said. Its words are never changed; they go when they are no longer needed.</summary>
public sealed class QuestionMessage
{
    private QuestionMessage()
    {
    }

    internal QuestionMessage(QuestionId question, int number, QuestionSide side, Spoken spoken, string by, DateTimeOffset at)
        => (Id, Question, Number, Side, FormKey, Words, Signs, By, At) = (spoken.Id, question, number, side, spoken.FormKey, spoken.Words, spoken.Signs, by, at);

    public QuestionMessageId Id { get; private init; }

    public QuestionId Question { get; private init; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private init; }

    public QuestionSide Side { get; private init; }

    /// <summary>Of the form that sent it, 128 random bits: sent twice it makes one message.</summary>
    public string FormKey { get; private init; } = "";

    public string Words { get; private init; } = "";

    /// <summary>How it reads as if it led out of the market; its reader is warned.</summary>
    public OutsideSigns Signs { get; private init; }

    /// <summary>The id of a person, or «guest»; empty once she was forgotten.</summary>
    public string By { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private init; }

    internal void ForgetWriter() => By = "";
}

/// <summary>What is to be said.</summary>
/// <param name="Id">A fresh id.</param>
/// <param name="FormKey">Of the form that sent it.</param>
/// <param name="Signs">What <see cref="OutsideContact.Find"/> found in the words.</param>
public sealed record Spoken(QuestionMessageId Id, string FormKey, string Words, OutsideSigns Signs);

/// <summary>An admin opened the messages, never changed: both sides see when.</summary>
public sealed class QuestionReading
{
    private QuestionReading()
    {
    }

    internal QuestionReading(QuestionId question, int number, string by, string reason, DateTimeOffset at)
        => (Question, Number, By, Reason, At) = (question, number, by, reason, at);

    public QuestionId Question { get; private init; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>The admin's id.</summary>
    public string By { get; private init; } = "";

    /// <summary>Why, for other admins.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; private init; }
}
