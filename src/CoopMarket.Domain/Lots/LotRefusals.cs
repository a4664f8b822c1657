using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Lots;

/// <summary>Another lot of the cooperative has that number.</summary>
public sealed record LotNumberTaken : Refusal;

/// <summary>Not with a lot that stands where it stands.</summary>
public sealed record NotWithThisLot : Refusal;
