using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>Where a cooperative is paid: its bank account, or its account at the card gateway.</summary>
/// <param name="Bin">Six digits, see <see cref="Banks"/>; empty where it has none.</param>
/// <param name="Number">Letters and digits; empty where it has none.</param>
/// <param name="Holder">As the bank writes it.</param>
/// <param name="Since">Since when it is this one, UTC.</param>
public sealed record PayoutAccount(string Bin, string Number, string Holder, DateTimeOffset Since)
{
    /// <summary>The account at the card gateway, by the gateway's name for it; empty where it is a bank's.</summary>
    public string Connected { get; init; } = "";

    /// <summary>Whether money can be sent there.</summary>
    public bool IsThere => Connected.Length > 0 || (Bin.Length > 0 && Number.Length > 0);

    /// <summary>An account at the card gateway.</summary>
    /// <param name="since">Since when the gateway would pay it, UTC.</param>
    public static PayoutAccount At(string connected, DateTimeOffset since) => new("", "", "", since) { Connected = connected };
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
/// <param name="FeesOwed">What it owes the market for sales in cash; below zero where a fee that was kept back already is given up, as the goods came back.</param>
/// <param name="IsSuspended">Whether it may not sell for now.</param>
/// <param name="IsUnderWay">Whether an earlier payout has not ended.</param>
public sealed record PayoutDue(CooperativeId Cooperative, Money Payable, Money FeesOwed, PayoutAccount Account, bool IsSuspended, bool IsUnderWay)
{
    /// <summary>How long a new bank account waits before money is sent there.</summary>
    public static readonly TimeSpan AccountWaits = TimeSpan.FromHours(72);

    /// <summary>Its account at the card gateway, where it has one that the gateway would pay and the market pays so; else null.</summary>
    public PayoutAccount? Connected { get; init; }

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

    /// <summary>
    /// Where each is paid: at the card gateway who has an account there, as long as the market holds enough at the gateway, and at the
    /// bank who has none or for whom too little is held. Who waits there for another reason isn't paid at the bank meanwhile.
    /// </summary>
    /// <param name="held">What the market holds at the gateway and has not promised to anybody.</param>
    /// <param name="least">Smaller amounts wait; at least 1 đồng.</param>
    /// <param name="now">UTC.</param>
    /// <returns>All of them, by cooperative, with <see cref="Account"/> the one that is paid.</returns>
    public static IReadOnlyList<PayoutDue> Place(IEnumerable<PayoutDue> dues, Money held, Money least, DateTimeOffset now)
    {
        List<PayoutDue> placed = [];
        foreach (var due in dues.OrderBy(d => d.Cooperative.Value))
        {
            var there = due.Connected is { } account ? due with { Account = account } : null;
            var isPaid = there?.Judge(least, now) == PayoutHindrance.None;
            if (there is null || (isPaid && due.Amount > held))
            {
                placed.Add(due);
                continue;
            }

            placed.Add(there);
            if (isPaid)
                held -= due.Amount;
        }

        return placed;
    }
}
