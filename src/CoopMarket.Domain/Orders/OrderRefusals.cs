using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>The part is at a step that this doesn't fit.</summary>
public sealed record WrongStep : Refusal;

/// <summary>The cooperative still has time to accept.</summary>
/// <param name="AcceptBy">Until when, UTC; the buyer may call the part off afterwards.</param>
public sealed record TooEarlyToCancel(DateTimeOffset AcceptBy) : Refusal
{
    public override IReadOnlyList<object> Args => [AcceptBy.ToOffset(WorkingDays.Vietnam).DateTime];
}

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

/// <summary>Cash is not taken for this part, so nobody can refuse to pay it at the door.</summary>
public sealed record NotInCash : Refusal;

/// <summary>The parcel's number is missing or isn't one.</summary>
public sealed record NoParcelNumber : Refusal;

/// <summary>The buyer says that the parcel did not arrive: the cooperative's word alone doesn't settle that.</summary>
public sealed record BuyerMissesIt : Refusal;
