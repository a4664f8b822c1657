namespace CoopMarket.Domain.Shared;

/// <summary>What a buyer and a cooperative say to each other about one thing.</summary>
public readonly record struct QuestionId(Guid Value) : ITypedId<QuestionId>
{
    public static QuestionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What one of them said once.</summary>
public readonly record struct QuestionMessageId(Guid Value) : ITypedId<QuestionMessageId>
{
    public static QuestionMessageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
