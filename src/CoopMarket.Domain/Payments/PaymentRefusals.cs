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

/// <summary>No transfer that came in carries this reference.</summary>
public sealed record NoTransferOfThatReference : Refusal;

/// <summary>A bank takes a transfer back whole, on the same account: this is not the transfer.</summary>
/// <param name="Out">What went out, in đồng.</param>
/// <param name="In">What had come in, in đồng.</param>
public sealed record NotTheSameAmount(long Out, long In) : Refusal
{
    public override IReadOnlyList<object> Args => [Out, In];
}
