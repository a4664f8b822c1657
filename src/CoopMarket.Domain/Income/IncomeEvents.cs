using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Income;

/// <summary>What the shop shows of where a cooperative's money goes changed: a rule, or whether somebody may be named.</summary>
[EventName("income.sharing-changed")]
public sealed record SharingChanged(CooperativeId Cooperative) : DomainEvent;
