namespace CoopMarket.Domain.Shared;

/// <summary>What a buyer says of goods that she received.</summary>
public readonly record struct ReviewId(Guid Value) : ITypedId<ReviewId>
{
    public static ReviewId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
