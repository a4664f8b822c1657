using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>The bank has paid a cooperative, or the card gateway has transferred it.</summary>
/// <param name="Reference">The bank's, or the gateway's name for the transfer.</param>
[EventName("settlement.payout-paid")]
public sealed record PayoutPaid(PayoutId Payout, PayoutRunId Run, CooperativeId Cooperative, Money Amount, string Reference) : DomainEvent
{
    /// <summary>Whether the card gateway transferred it, and no bank.</summary>
    public bool IsTransfer { get; init; }
}

/// <summary>A payout did not reach the cooperative, or came back from it.</summary>
/// <param name="Reason">As an admin wrote it, or the gateway's word; empty where the money came back.</param>
[EventName("settlement.payout-failed")]
public sealed record PayoutFailed(PayoutId Payout, CooperativeId Cooperative, Money Amount, string Reason) : DomainEvent
{
    /// <summary>Whether the card gateway was to transfer it, and no bank.</summary>
    public bool IsTransfer { get; init; }
}

/// <summary>Some of a transfer to a cooperative's account at the card gateway was taken back.</summary>
/// <param name="Reason">As an admin wrote it; empty where it was done in the gateway's own pages.</param>
[EventName("settlement.transfer-taken-back")]
public sealed record TransferTakenBack(TransferReversalId Reversal, CooperativeId Cooperative, Money Amount, string Reason) : DomainEvent;
