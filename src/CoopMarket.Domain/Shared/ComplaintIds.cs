namespace CoopMarket.Domain.Shared;

/// <summary>What somebody complains of to the market.</summary>
public readonly record struct ComplaintId(Guid Value) : ITypedId<ComplaintId>
{
    public static ComplaintId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
