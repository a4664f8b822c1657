using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>Another rule starts at the same moment.</summary>
public sealed record RuleStartsThen : Refusal;

/// <summary>A rule can't start in the past: orders were placed under another one.</summary>
public sealed record RuleStartsInPast : Refusal;

/// <summary>A higher fee is promised to be told so many days before.</summary>
/// <param name="Days">How many.</param>
public sealed record FeeNeedsNotice(int Days) : Refusal;

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

/// <summary>The market does not hold as much at the card gateway: the transfer waits.</summary>
public sealed record GatewayHoldsTooLittle(long Held) : Refusal
{
    public override IReadOnlyList<object> Args => [Held];
}

/// <summary>The card gateway is being asked: what it does, nobody knows yet.</summary>
public sealed record TransferUnderWay : Refusal;

/// <summary>More than is left of a transfer can't be taken back.</summary>
public sealed record MoreThanTransferred(long Left) : Refusal
{
    public override IReadOnlyList<object> Args => [Left];
}

/// <summary>What is taken back is agreed to, done or dropped already.</summary>
public sealed record ReversalAlreadyDecided : Refusal;

/// <summary>As much is taken back by two people: who asked for it can't agree to it.</summary>
public sealed record ReversalNeedsAnother : Refusal;

/// <summary>The card gateway has been asked for the cooperative's account and has not answered.</summary>
public sealed record ConnectingUnderWay : Refusal;

/// <summary>The card gateway opens no account for the cooperative.</summary>
/// <param name="Word">The gateway's.</param>
public sealed record NoConnectedAccount(string Word) : Refusal
{
    public override IReadOnlyList<object> Args => [Word];
}

/// <summary>The card gateway's page can't be opened now.</summary>
public sealed record GatewaySilent : Refusal;
