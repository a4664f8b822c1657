using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Questions;

/// <summary>One side closed it; nothing is added to it.</summary>
public sealed record QuestionIsClosed : Refusal;

/// <summary>The cooperative has said nothing yet, and has not asked the market to look: whoever asked would wait for ever.</summary>
public sealed record NotAnsweredYet : Refusal;

/// <summary>It has as many messages as one may have.</summary>
public sealed record QuestionIsLong : Refusal
{
    public override IReadOnlyList<object> Args => [Question.MostMessages];
}

/// <summary>The cooperative is not at the market at present, so nobody would read it.</summary>
public sealed record CooperativeIsAway : Refusal;

/// <summary>What was typed reads as if it led out of the market. Whoever means it may send it all the same.</summary>
public sealed record LeadsOutside : Refusal;
