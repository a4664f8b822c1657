using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Lots;

/// <summary>A cooperative called a lot back from its buyers.</summary>
[EventName("lots.lot-recalled")]
public sealed record LotRecalled(LotId Lot, CooperativeId Cooperative) : DomainEvent;
