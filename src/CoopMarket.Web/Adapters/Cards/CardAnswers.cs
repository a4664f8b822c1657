using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Adapters.Cards;

/// <summary>What the gateway is asked for: a page on which one order is paid.</summary>
/// <param name="Attempt">The key of the question: asked again under it, the gateway opens no second page.</param>
/// <param name="Code">The order's public code.</param>
/// <param name="Amount">In the currency that the buyer chose, within <see cref="CardLimits"/>.</param>
/// <param name="Name">What the buyer reads above the amount.</param>
/// <param name="Language">Of the page.</param>
/// <param name="Paid">Where the buyer comes back to when she has paid.</param>
/// <param name="Back">Where she comes back to otherwise.</param>
/// <param name="ClosesAt">When the page closes by itself, UTC.</param>
internal sealed record CardOrder(
    CardAttemptId Attempt, string Code, Money Amount, string Name, string Language, string Paid, string Back, DateTimeOffset ClosesAt);

/// <summary>What the gateway said of a page: yes, no, over, or nobody knows.</summary>
internal abstract record CardAnswer
{
    /// <summary>There is a page.</summary>
    internal sealed record Opened(string Session, string Page) : CardAnswer;

    /// <summary>The gateway will not: nothing happened.</summary>
    /// <param name="Reason">The gateway's word for it, for the log.</param>
    internal sealed record Refused(string Reason) : CardAnswer;

    /// <summary>Nobody can pay on the page any more, and nobody has.</summary>
    internal sealed record Closed(string Session) : CardAnswer;

    /// <summary>No answer in time, or one that says nothing: it may have happened.</summary>
    internal sealed record Unknown : CardAnswer;
}

/// <summary>Where a page stands at the gateway.</summary>
/// <param name="Told">What the gateway says of it.</param>
/// <param name="Page">Its address; empty once it is closed.</param>
/// <param name="IsClosed">Whether nobody can pay on it any more, and nobody has.</param>
internal sealed record CardPageState(CardSession Told, string Page, bool IsClosed);

/// <summary>What the gateway is asked to send back.</summary>
/// <param name="Call">The key of the question: asked again under it, the gateway sends nothing twice.</param>
/// <param name="Charge">The gateway's name for the charge that it goes back on.</param>
internal sealed record CardRefundOrder(RefundCallId Call, string Charge, Money Amount);

/// <summary>What the gateway said when it was asked to send money back.</summary>
internal abstract record RefundAnswer
{
    /// <summary>It is on its way.</summary>
    /// <param name="Refund">The gateway's name for it.</param>
    internal sealed record Sent(string Refund) : RefundAnswer;

    /// <summary>The gateway will not: nothing happened.</summary>
    /// <param name="Reason">The gateway's word for it.</param>
    internal sealed record Refused(string Reason) : RefundAnswer;

    /// <summary>Nothing happened, and the gateway may be asked again later.</summary>
    internal sealed record NotNow : RefundAnswer;

    /// <summary>No answer in time, or one that says nothing: it may have happened.</summary>
    internal sealed record Unknown : RefundAnswer;
}

/// <summary>What the gateway sent back.</summary>
/// <param name="Id">Its name there.</param>
/// <param name="Amount">In the currency of the charge; null where the market doesn't know that.</param>
internal sealed record CardRefund(string Id, Money? Amount);

/// <summary>The gateway can't be asked now; whoever asks comes again later.</summary>
internal sealed class CardsUnreachableException(Exception inner) : Exception("The card gateway can't be reached.", inner);

/// <summary>What the gateway said when it was asked to open an account, to transfer to one, or to take something back of a transfer.</summary>
internal abstract record ConnectAnswer
{
    /// <summary>It did.</summary>
    /// <param name="Name">The gateway's name for the account, the transfer or the reversal.</param>
    internal sealed record Made(string Name) : ConnectAnswer;

    /// <summary>The gateway will not: nothing happened.</summary>
    /// <param name="Reason">The gateway's word for it.</param>
    internal sealed record Refused(string Reason) : ConnectAnswer;

    /// <summary>Nothing happened, and the gateway may be asked again later.</summary>
    internal sealed record NotNow : ConnectAnswer;

    /// <summary>The gateway was asked before, and knows nothing of it long after: nothing happened.</summary>
    internal sealed record Lost : ConnectAnswer;

    /// <summary>No answer in time, or one that says nothing: it may have happened.</summary>
    internal sealed record Unknown : ConnectAnswer;
}

/// <summary>What the gateway is asked to transfer.</summary>
/// <param name="Payout">The key of the question: asked again under it, the gateway transfers nothing twice.</param>
/// <param name="Destination">The gateway's name for the account.</param>
/// <param name="Text">The payout's own, by which it is found again.</param>
internal sealed record TransferOrder(PayoutId Payout, string Destination, Money Amount, string Text);

/// <summary>What the gateway is asked to take back.</summary>
/// <param name="Reversal">The key of the question: asked again under it, the gateway takes nothing back twice.</param>
/// <param name="Transfer">The gateway's name for the transfer.</param>
internal sealed record ReversalOrder(TransferReversalId Reversal, string Transfer, Money Amount);

/// <summary>How an account stands at the gateway.</summary>
/// <param name="HasTold">Whether everything that is asked at the beginning was told.</param>
/// <param name="TakesTransfers">Whether it may be transferred to.</param>
/// <param name="PaysOut">Whether the gateway pays out of it.</param>
internal sealed record AccountState(bool HasTold, bool TakesTransfers, bool PaysOut);

/// <summary>What was taken back of a transfer, as the gateway says.</summary>
/// <param name="Name">The gateway's for it.</param>
/// <param name="Reversal">The key under which the market asked; null where it did not.</param>
/// <param name="Amount">Null where the market doesn't know the currency.</param>
internal sealed record SeenReversal(string Name, TransferReversalId? Reversal, Money? Amount);

/// <summary>What the gateway's own books say.</summary>
/// <param name="Moves">The oldest first.</param>
/// <param name="Strange">The gateway's names of lines in a currency that the market doesn't know.</param>
internal sealed record SeenBooks(IReadOnlyList<SeenMove> Moves, IReadOnlyList<string> Strange);
