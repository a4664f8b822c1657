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

/// <summary>What moved on the platform's balance; below zero where it left.</summary>
public sealed record BalanceTransaction(string Id, string Type, string Source, long Amount, string Currency, long Created);
