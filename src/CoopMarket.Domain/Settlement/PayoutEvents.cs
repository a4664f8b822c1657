using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>The bank has paid a cooperative.</summary>
/// <param name="Reference">The bank's.</param>
[EventName("settlement.payout-paid")]
public sealed record PayoutPaid(PayoutId Payout, PayoutRunId Run, CooperativeId Cooperative, Money Amount, string Reference) : DomainEvent;

/// <summary>A payout did not reach the cooperative, or came back from it.</summary>
/// <param name="Reason">As an admin wrote it; empty where the money came back.</param>
[EventName("settlement.payout-failed")]
public sealed record PayoutFailed(PayoutId Payout, CooperativeId Cooperative, Money Amount, string Reason) : DomainEvent;
