using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Reviews;

/// <summary>Only what arrived can be reviewed.</summary>
public sealed record NotReceived : Refusal;

/// <summary>It arrived too long ago.</summary>
public sealed record TooLateToReview : Refusal
{
    public override IReadOnlyList<object> Args => [Review.TimeToWrite.Days];
}

/// <summary>It was written too long ago to become another.</summary>
public sealed record TooLateToChange : Refusal
{
    public override IReadOnlyList<object> Args => [Review.TimeToChange.Days];
}

/// <summary>Whoever belongs to a cooperative doesn't review its goods.</summary>
public sealed record OwnGoods : Refusal;

/// <summary>An admin hid it: its writer can't change it any more.</summary>
public sealed record ReviewIsHidden : Refusal;

/// <summary>A cooperative answers a review once.</summary>
public sealed record AnsweredAlready : Refusal;
