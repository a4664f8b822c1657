namespace CoopMarket.Domain.Shared;

/// <summary>A comparison of the card gateway's books with ours.</summary>
public readonly record struct CardComparisonId(Guid Value) : ITypedId<CardComparisonId>
{
    public static CardComparisonId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What the card gateway changed between a currency and đồng.</summary>
public readonly record struct CardExchangeId(Guid Value) : ITypedId<CardExchangeId>
{
    public static CardExchangeId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A line of the card gateway's own books.</summary>
public readonly record struct CardMoveId(Guid Value) : ITypedId<CardMoveId>
{
    public static CardMoveId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A rate of exchange.</summary>
public readonly record struct RateId(Guid Value) : ITypedId<RateId>
{
    public static RateId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What a carrier paid over of one parcel's cash.</summary>
public readonly record struct RemittedCashId(Guid Value) : ITypedId<RemittedCashId>
{
    public static RemittedCashId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
