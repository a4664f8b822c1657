using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Shipping;

/// <summary>Nothing could reach a buyer any more, neither sent nor fetched.</summary>
public sealed record DeliversNowhere : Refusal;
