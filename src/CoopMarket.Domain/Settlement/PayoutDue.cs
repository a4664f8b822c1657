using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>The bank account of a cooperative.</summary>
/// <param name="Bin">Six digits, see <see cref="Banks"/>; empty where it has none.</param>
/// <param name="Number">Letters and digits; empty where it has none.</param>
/// <param name="Holder">As the bank writes it.</param>
/// <param name="Since">Since when it is this one, UTC.</param>
public sealed record PayoutAccount(string Bin, string Number, string Holder, DateTimeOffset Since)
{
    /// <summary>Whether money can be sent there.</summary>
    public bool IsThere => Bin.Length > 0 && Number.Length > 0;
}

/// <summary>Why a cooperative is not paid out now.</summary>
public enum PayoutHindrance
{
    /// <summary>It can be paid.</summary>
    None,

    /// <summary>An earlier payout has not ended.</summary>
    UnderWay,

    /// <summary>Nothing, or too little for a transfer, is left after the fees that it owes.</summary>
    TooLittle,

    /// <summary>It may not sell for now, so an admin looks at it first.</summary>
    Suspended,

    /// <summary>Nobody knows where to.</summary>
    NoAccount,

    /// <summary>Its bank account changed a short time ago: whoever stole a desk would be paid.</summary>
    AccountTooNew,
}

/// <summary>What stands in the ledger for a cooperative and could be paid out, in đồng.</summary>
/// <param name="Payable">Its share of what was delivered and is three days old; not negative.</param>
/// <param name="FeesOwed">What it owes the market for sales in cash; not negative.</param>
/// <param name="IsSuspended">Whether it may not sell for now.</param>
/// <param name="IsUnderWay">Whether an earlier payout has not ended.</param>
public sealed record PayoutDue(CooperativeId Cooperative, Money Payable, Money FeesOwed, PayoutAccount Account, bool IsSuspended, bool IsUnderWay)
{
    /// <summary>How long a new bank account waits before money is sent there.</summary>
    public static readonly TimeSpan AccountWaits = TimeSpan.FromHours(72);

    /// <summary>What would be sent; below zero where it owes more than it is owed.</summary>
    public Money Amount => Payable - FeesOwed;

    /// <summary>When money may be sent to its account, UTC.</summary>
    public DateTimeOffset AccountReadyAt => Account.Since + AccountWaits;

    /// <summary>Whether it can be paid now, and if not, why.</summary>
    /// <param name="least">Smaller amounts wait; at least 1 đồng.</param>
    /// <param name="now">UTC.</param>
    public PayoutHindrance Judge(Money least, DateTimeOffset now)
        => IsUnderWay ? PayoutHindrance.UnderWay
            : Amount < least || Amount.Minor <= 0 ? PayoutHindrance.TooLittle
            : IsSuspended ? PayoutHindrance.Suspended
            : !Account.IsThere ? PayoutHindrance.NoAccount
            : now < AccountReadyAt ? PayoutHindrance.AccountTooNew
            : PayoutHindrance.None;
}
