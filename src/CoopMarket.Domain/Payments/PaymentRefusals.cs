using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>The bank's reference was written down before.</summary>
public sealed record ReferenceUsed : Refusal;

/// <summary>The money was sent back already.</summary>
public sealed record RefundAlreadyPaid : Refusal;

/// <summary>The bank line was dealt with already.</summary>
public sealed record MoneyAlreadyDecided : Refusal;

/// <summary>No order has this code.</summary>
public sealed record NoOrderOfThatCode : Refusal;
