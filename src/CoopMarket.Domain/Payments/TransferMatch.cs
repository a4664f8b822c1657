using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>Which way the money of a bank line went, seen from the market's account.</summary>
public enum TransferDirection
{
    /// <summary>Money came in.</summary>
    In,

    /// <summary>Money went out: our own payment, a fee or a reversal.</summary>
    Out,
}

/// <summary>One line of a bank's statement or webhook.</summary>
/// <param name="AmountDong">The amount in đồng, normally above zero whatever the direction.</param>
/// <param name="Text">The transfer's text as the bank gave it.</param>
/// <param name="Direction">In or out.</param>
/// <param name="Account">The account the line belongs to.</param>
public sealed record BankTransfer(long AmountDong, string Text, TransferDirection Direction, string Account);

/// <summary>Whether an order still waits for its money.</summary>
public enum AwaitedPaymentState
{
    /// <summary>Placed and not closed; it may be paid in part or in full.</summary>
    Awaiting,

    /// <summary>Its time ran out and its stock was let go.</summary>
    Expired,

    /// <summary>Canceled by the buyer, the cooperative or the market.</summary>
    Canceled,

    /// <summary>It was paid, and the bank took the money back.</summary>
    TakenBack,
}

/// <summary>What an order expects by bank transfer.</summary>
/// <param name="Code">The code that its buyer was told to write.</param>
/// <param name="ExpectedDong">The whole amount in đồng, above zero.</param>
/// <param name="PaidDong">What has come for it so far, in đồng.</param>
/// <param name="State">Whether it still waits.</param>
public sealed record AwaitedPayment(PublicCode Code, long ExpectedDong, long PaidDong, AwaitedPaymentState State);

/// <summary>What a bank line turned out to be.</summary>
public enum TransferKind
{
    /// <summary>Pays exactly what was open.</summary>
    Matched,

    /// <summary>Pays a part; the rest stays open.</summary>
    Short,

    /// <summary>Pays what was open and more; the surplus is owed back.</summary>
    Over,

    /// <summary>For an order that expired or was canceled; owed back, or the order is taken up again by a person.</summary>
    Late,

    /// <summary>For an order that was already paid in full; owed back.</summary>
    Second,

    /// <summary>For an order whose money the bank had taken back: what is still owed for it is settled with it, the rest goes back.</summary>
    Again,

    /// <summary>Not income: money went out, or an earlier line was reversed.</summary>
    Outgoing,

    /// <summary>Not income: the line belongs to another account.</summary>
    OtherAccount,

    /// <summary>Names no order, or more than one: a person decides.</summary>
    Unknown,

    /// <summary>A line of 0 đồng.</summary>
    Zero,
}

/// <summary>
/// Decides what a bank line pays. An order is only ever found by the code in the text, never by its amount.
/// For money that came in to our account, <see cref="AppliedDong"/> and <see cref="SurplusDong"/> sum to the line's amount.
/// </summary>
/// <param name="Kind">What the line turned out to be.</param>
/// <param name="Code">The order it names; null when it names none or several, or isn't income.</param>
/// <param name="AppliedDong">What counts toward the order, in đồng.</param>
/// <param name="SurplusDong">What came in and doesn't belong to an open order, in đồng.</param>
/// <param name="RestDong">What stays open of an awaiting order afterwards, in đồng.</param>
public sealed record TransferMatch(
    TransferKind Kind, PublicCode? Code, long AppliedDong, long SurplusDong, long RestDong)
{
    /// <summary>Decides one line.</summary>
    /// <param name="transfer">The line.</param>
    /// <param name="ourAccount">The account that buyers pay to; spaces don't matter.</param>
    /// <param name="candidates">
    /// The orders whose codes <see cref="PublicCode.Find"/> saw in the text. Others are ignored, so any list is safe.
    /// </param>
    public static TransferMatch Decide(BankTransfer transfer, string ourAccount, IEnumerable<AwaitedPayment> candidates)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        ArgumentNullException.ThrowIfNull(candidates);
        var amount = transfer.AmountDong;
        if (transfer.Direction == TransferDirection.Out || amount < 0) return new(TransferKind.Outgoing, null, 0, 0, 0);
        if (!IsSameAccount(transfer.Account, ourAccount)) return new(TransferKind.OtherAccount, null, 0, 0, 0);
        if (amount == 0) return new(TransferKind.Zero, null, 0, 0, 0);

        var codes = PublicCode.Find(transfer.Text);
        var named = candidates.Where(order => codes.Contains(order.Code)).DistinctBy(order => order.Code).ToList();
        return named is [var only] ? Decide(amount, only) : new(TransferKind.Unknown, null, 0, amount, 0);
    }

    private static TransferMatch Decide(long amount, AwaitedPayment order)
    {
        if (order.State == AwaitedPaymentState.TakenBack) return new(TransferKind.Again, order.Code, 0, amount, 0);
        if (order.State != AwaitedPaymentState.Awaiting) return new(TransferKind.Late, order.Code, 0, amount, 0);
        var open = order.ExpectedDong - order.PaidDong;
        if (open <= 0) return new(TransferKind.Second, order.Code, 0, amount, 0);
        if (amount < open) return new(TransferKind.Short, order.Code, amount, 0, open - amount);
        return amount == open
            ? new(TransferKind.Matched, order.Code, amount, 0, 0)
            : new(TransferKind.Over, order.Code, open, amount - open, 0);
    }

    private static bool IsSameAccount(string? one, string? other)
    {
        var plain = Plain(one);
        return plain.Length > 0 && plain == Plain(other);
    }

    private static string Plain(string? account) => new((account ?? "").Where(char.IsAsciiLetterOrDigit).ToArray());
}
