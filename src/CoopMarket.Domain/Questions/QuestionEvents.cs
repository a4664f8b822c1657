using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Questions;

/// <summary>One side is to hear that the other wrote.</summary>
/// <param name="Number">Of the newest message that it has not been told of.</param>
/// <param name="To">Who is to hear of it.</param>
[EventName("questions.said")]
public sealed record QuestionSaid(QuestionId Question, int Number, QuestionSide To) : DomainEvent;
