using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Lots;

/// <summary>Another lot of the cooperative has that number.</summary>
public sealed record LotNumberTaken : Refusal;

/// <summary>Some of the lot is there still: it is to be sold, or counted to none.</summary>
public sealed record LotNotEmpty : Refusal;

/// <summary>The best before of the lot is over.</summary>
/// <param name="Number">Its number.</param>
public sealed record LotNotForSale(string Number) : Refusal
{
    public override IReadOnlyList<object> Args => [Number];
}

/// <summary>The stock of the lot changed after the page was opened.</summary>
/// <param name="Now">How many there are now.</param>
public sealed record LotStockMoved(int Now) : Refusal
{
    public override IReadOnlyList<object> Args => [Now];
}

/// <summary>The pieces of a line's lots don't sum to what is packed.</summary>
/// <param name="Name">The product.</param>
/// <param name="Pieces">How many are packed.</param>
public sealed record NotThatManyOfLots(string Name, int Pieces) : Refusal
{
    public override IReadOnlyList<object> Args => [Name, Pieces];
}

/// <summary>Some of what is to be sent is of a lot that was called back.</summary>
/// <param name="Number">Its number.</param>
public sealed record GoodsRecalled(string Number) : Refusal
{
    public override IReadOnlyList<object> Args => [Number];
}

/// <summary>Some of an order is of a lot that was called back, and who packs one more parcel of it has not said that none is in there.</summary>
/// <param name="Number">The lot's.</param>
public sealed record MayHoldRecalled(string Number) : Refusal
{
    public override IReadOnlyList<object> Args => [Number];
}

/// <summary>Not with a lot that stands where it stands.</summary>
public sealed record NotWithThisLot : Refusal;
