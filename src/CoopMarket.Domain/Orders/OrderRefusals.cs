using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>The part is at a step that this doesn't fit.</summary>
public sealed record WrongStep : Refusal;

/// <summary>The order was called off before.</summary>
public sealed record AlreadyCalledOff : Refusal;

/// <summary>The cooperative is at work on what was ordered from it; only she can call that off.</summary>
public sealed record BeingMade : Refusal;

/// <summary>Its cooperative may sell, so it sends or declines by itself; the market does not decide in its place.</summary>
public sealed record SellerIsAtWork : Refusal;

/// <summary>Something of the order is on its way: where it goes can't be put right any more.</summary>
public sealed record AlreadySent : Refusal;

/// <summary>The time to send it back is over.</summary>
public sealed record TooLateToReturn : Refusal;

/// <summary>It is of a kind that can't be sent back by who changed her mind: it spoils.</summary>
/// <param name="Name">What it is called, in the reader's language.</param>
public sealed record CannotBeReturned(string Name) : Refusal
{
    public override IReadOnlyList<object> Args => [Name];
}

/// <summary>It can be sent back unopened only, and the buyer has not said that it is.</summary>
/// <param name="Name">What it is called, in the reader's language.</param>
public sealed record OnlyUnopened(string Name) : Refusal
{
    public override IReadOnlyList<object> Args => [Name];
}

/// <summary>Nothing of it was chosen, or nothing is left of it to send back.</summary>
public sealed record NothingToReturn : Refusal;

/// <summary>Nothing was paid for the order yet, so there is nothing to withdraw from: the buyer calls it off, or it ends by itself.</summary>
public sealed record NothingPaidYet : Refusal;

/// <summary>The right to withdraw is for buyers in the European Union and the United Kingdom.</summary>
public sealed record NotWithdrawable : Refusal;

/// <summary>More is declined than is left of the line.</summary>
/// <param name="Left">What is left of it.</param>
public sealed record MoreThanLeft(int Left) : Refusal
{
    public override IReadOnlyList<object> Args => [Left];
}

/// <summary>The cooperative has the money in its hand: the market has nothing to give back.</summary>
public sealed record PaidInCash : Refusal;

/// <summary>More is to be given back than was paid and not given back yet.</summary>
/// <param name="Left">What can still be given back, in đồng.</param>
public sealed record MoreThanPaid(long Left) : Refusal
{
    public override IReadOnlyList<object> Args => [Left];
}

/// <summary>What is to be paid would be more than the market takes in one order.</summary>
/// <param name="MostDong">The most, in đồng.</param>
public sealed record OrderTooLarge(long MostDong) : Refusal
{
    public override IReadOnlyList<object> Args => [MostDong];
}

/// <summary>The parcel's number is missing or isn't one.</summary>
public sealed record NoParcelNumber : Refusal;

/// <summary>What a buyer typed as her parcel's number is none; she may leave it out.</summary>
public sealed record StrangeParcelNumber : Refusal;

/// <summary>Another parcel of the same part has that number.</summary>
public sealed record ParcelKnown : Refusal;

/// <summary>It goes in as many parcels as the market writes down.</summary>
/// <param name="Most">The most.</param>
public sealed record TooManyParcels(int Most) : Refusal
{
    public override IReadOnlyList<object> Args => [Most];
}

/// <summary>The cooperative said that it calls the buyer first, and did not say that it has.</summary>
public sealed record CallFirst : Refusal;

/// <summary>The buyer says that the parcel did not arrive: the cooperative's word alone doesn't settle that.</summary>
public sealed record BuyerMissesIt : Refusal;
