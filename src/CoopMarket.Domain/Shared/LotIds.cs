namespace CoopMarket.Domain.Shared;

/// <summary>A lot: what was made or harvested together.</summary>
public readonly record struct LotId(Guid Value) : ITypedId<LotId>
{
    public static LotId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
