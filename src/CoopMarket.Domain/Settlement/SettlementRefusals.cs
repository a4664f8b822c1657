using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>Another rule starts at the same moment.</summary>
public sealed record RuleStartsThen : Refusal;

/// <summary>A rule can't start in the past: orders were placed under another one.</summary>
public sealed record RuleStartsInPast : Refusal;

/// <summary>Another rate of the same tax starts at the same moment.</summary>
public sealed record TaxStartsThen : Refusal;

/// <summary>A rate of tax can't start in the past: orders were placed, and tax was withheld, under another one.</summary>
public sealed record TaxStartsInPast : Refusal;

/// <summary>No cooperative can be paid out now.</summary>
public sealed record NothingToPayOut : Refusal;

/// <summary>Payouts take two people: who drafted a run can't approve it.</summary>
public sealed record NeedsSecondAdmin : Refusal;

/// <summary>The run is not what the admin saw any more.</summary>
public sealed record PayoutsChanged : Refusal;

/// <summary>What was to be done is done already, or another decision was made.</summary>
public sealed record PayoutAlreadyDecided : Refusal;

/// <summary>Since the draft the cooperative's account changed, or it was suspended.</summary>
/// <param name="Position">Its place in the run.</param>
public sealed record PayoutNoLongerFits(int Position) : Refusal
{
    public override IReadOnlyList<object> Args => [Position];
}

