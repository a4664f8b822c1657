using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Complaints;

/// <summary>It is settled; nothing is added to it.</summary>
public sealed record ComplaintSettled : Refusal;

/// <summary>The time was up before more of it was asked for, or would end before it does now.</summary>
public sealed record TooLateToExtend : Refusal;

/// <summary>It would take longer than the market may say at once.</summary>
public sealed record TooFarToExtend : Refusal
{
    public override IReadOnlyList<object> Args => [Complaint.LongestExtension.Days];
}

/// <summary>A second look can be asked for once, and only for some days after it was settled.</summary>
public sealed record NoSecondLook : Refusal
{
    public override IReadOnlyList<object> Args => [Complaint.TimeForSecondLook.Days];
}

/// <summary>Whoever settled it does not look at it a second time.</summary>
public sealed record SecondLookByAnother : Refusal;
