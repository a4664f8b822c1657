namespace CoopMarket.Domain.Settlement;

/// <summary>The accounts of the market's ledger.</summary>
public enum LedgerAccount
{
    /// <summary>Asset: what lies on the market's bank account for buyers and cooperatives.</summary>
    Bank,

    /// <summary>Asset: what the card gateway holds until it pays out to the bank account.</summary>
    Cards,

    /// <summary>
    /// What was changed between đồng and another currency: both sides of every exchange meet here, so that each currency balances by
    /// itself. Where nothing of a currency is left, its đồng are what the exchange brought (credit) or cost (debit).
    /// </summary>
    Exchange,

    /// <summary>Asset: fees that cooperatives owe the market for sales whose cash they received themselves.</summary>
    FeesOwed,

    /// <summary>Asset: cash that carriers collected for the market and have not paid over.</summary>
    CarriersOwe,

    /// <summary>Asset: what buyers owe because the bank took back what they had paid, less what was due to them anyway.</summary>
    OwedByBuyers,

    /// <summary>Liability: money that came in and is not yet part of a sale.</summary>
    BuyersMoney,

    /// <summary>Liability: owed back to buyers.</summary>
    RefundsDue,

    /// <summary>Liability: a cooperative's share of sales that are not yet delivered and three days old.</summary>
    Held,

    /// <summary>Liability: a cooperative's share that can be paid out.</summary>
    Payable,

    /// <summary>Liability: ordered from the bank for a cooperative, and not yet known to have arrived.</summary>
    PayoutsOnTheWay,

    /// <summary>Liability: tax withheld from households and persons who sell, and not yet paid to the tax office.</summary>
    TaxWithheld,

    /// <summary>Income: the market's fee, its VAT included.</summary>
    FeeIncome,

    /// <summary>Expense: what left the bank account for the market itself, such as the bank's fees.</summary>
    OwnCosts,
}

/// <summary>The chart of accounts.</summary>
public static class Chart
{
    /// <summary>Whether each line names a cooperative; otherwise none does.</summary>
    public static bool IsByCooperative(LedgerAccount account)
        => account is LedgerAccount.Held or LedgerAccount.Payable or LedgerAccount.PayoutsOnTheWay or LedgerAccount.FeesOwed;

    /// <summary>The number under which an accountant finds it, after the Vietnamese chart (Circular 200/2014/TT-BTC).</summary>
    public static string Code(LedgerAccount account) => account switch
    {
        LedgerAccount.Bank => "112",
        LedgerAccount.Cards => "113",
        LedgerAccount.Exchange => "413",
        LedgerAccount.FeesOwed => "131",
        LedgerAccount.CarriersOwe => "13881",
        LedgerAccount.OwedByBuyers => "1388",
        LedgerAccount.BuyersMoney => "3381",
        LedgerAccount.RefundsDue => "3382",
        LedgerAccount.Held => "3311",
        LedgerAccount.Payable => "3312",
        LedgerAccount.PayoutsOnTheWay => "3313",
        LedgerAccount.TaxWithheld => "3338",
        LedgerAccount.FeeIncome => "511",
        LedgerAccount.OwnCosts => "642",
        _ => throw new ArgumentOutOfRangeException(nameof(account)),
    };
}
