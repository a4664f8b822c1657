namespace CoopMarket.FakeStripe;

/// <summary>Somebody's account that can be transferred to. Transfers: inactive until it has told everything.</summary>
public sealed record ConnectedAccount(
    string Id, string Type, string Country, string Agreement, IReadOnlyDictionary<string, string> Metadata, long Created, bool DetailsSubmitted = false, string Transfers = "inactive", bool PayoutsEnabled = false);

/// <summary>The way to the page where an account is told about: it opens once, and for five minutes.</summary>
public sealed record AccountLink(string Id, string Account, string RefreshUrl, string ReturnUrl, long Created, long ExpiresAt, bool Used = false);

/// <summary>Money moved from the platform's balance to an account.</summary>
public sealed record Transfer(
    string Id, long Amount, string Currency, string Destination, string? Description, string? TransferGroup, IReadOnlyDictionary<string, string> Metadata, string BalanceTransaction, long Created, long AmountReversed = 0);

/// <summary>Money of a transfer moved back to the platform's balance.</summary>
public sealed record TransferReversal(string Id, string Transfer, long Amount, string Currency, IReadOnlyDictionary<string, string> Metadata, string BalanceTransaction, long Created);

/// <summary>
/// A line of the platform's balance, which never changes; the amount is below zero where it left, the fee where some was given back. Its type
/// and Stripe's category for reports are two things: «adjustment» is the type of a dispute. ExchangeRate: of a line in another currency than its source's.
/// </summary>
public sealed record BalanceTransaction(string Id, string Type, string Category, string Source, long Amount, long Fee, string Currency, long Created, decimal? ExchangeRate = null)
{
    public long Net => Amount - Fee;
}

/// <summary>A buyer's bank takes a charge back. Status: needs_response → won or lost.</summary>
public sealed record Dispute(string Id, string Charge, string PaymentIntent, long Amount, string Currency, string Status, long Created, long? DueBy);

/// <summary>Money paid out to the platform's bank. Status: paid, or failed.</summary>
public sealed record BankPayout(string Id, long Amount, string Currency, string Status, long Created);

/// <summary>What Stripe keeps of each charge, and of each dispute: in the currency's smallest unit.</summary>
/// <param name="PerTenThousand">Of the charge.</param>
/// <param name="Fixed">Of each charge.</param>
/// <param name="Dispute">Of each dispute, whoever wins it.</param>
public sealed record Fees(int PerTenThousand, long Fixed, long Dispute)
{
    /// <summary>Stripe keeps something of each charge; here it keeps nothing until a test says otherwise.</summary>
    public static Fees None { get; } = new(0, 0, 0);

    public long Of(long amount) => (amount * PerTenThousand / 10_000) + Fixed;
}
