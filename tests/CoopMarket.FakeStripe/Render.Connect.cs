using System.Text.Json.Nodes;

namespace CoopMarket.FakeStripe;

/// <content>Accounts, transfers and what was taken back of these.</content>
internal static partial class Render
{
    public static JsonObject Account(ConnectedAccount account) => new()
    {
        ["id"] = account.Id,
        ["object"] = "account",
        ["capabilities"] = new JsonObject { ["transfers"] = account.Transfers },
        ["charges_enabled"] = false,
        ["country"] = account.Country,
        ["created"] = account.Created,
        ["default_currency"] = "vnd",
        ["details_submitted"] = account.DetailsSubmitted,
        ["metadata"] = Metadata(account.Metadata),
        ["payouts_enabled"] = account.PayoutsEnabled,
        ["tos_acceptance"] = new JsonObject { ["service_agreement"] = account.Agreement },
        ["type"] = account.Type,
    };

    public static JsonObject Link(AccountLink link, Uri address) => new()
    {
        ["object"] = "account_link",
        ["created"] = link.Created,
        ["expires_at"] = link.ExpiresAt,
        ["url"] = new Uri(address, $"/connect/{link.Id}").AbsoluteUri,
    };

    public static JsonObject Transfer(Transfer transfer, IReadOnlyList<TransferReversal> reversals) => new()
    {
        ["id"] = transfer.Id,
        ["object"] = "transfer",
        ["amount"] = transfer.Amount,
        ["amount_reversed"] = transfer.AmountReversed,
        ["balance_transaction"] = transfer.BalanceTransaction,
        ["created"] = transfer.Created,
        ["currency"] = transfer.Currency,
        ["description"] = transfer.Description,
        ["destination"] = transfer.Destination,
        ["livemode"] = false,
        ["metadata"] = Metadata(transfer.Metadata),
        ["reversals"] = List($"/v1/transfers/{transfer.Id}/reversals", reversals.Reverse().ToList(), 10, Reversal),
        ["reversed"] = transfer.AmountReversed == transfer.Amount,
        ["source_type"] = "card",
        ["transfer_group"] = transfer.TransferGroup,
    };

    public static JsonObject Reversal(TransferReversal reversal) => new()
    {
        ["id"] = reversal.Id,
        ["object"] = "transfer_reversal",
        ["amount"] = reversal.Amount,
        ["balance_transaction"] = reversal.BalanceTransaction,
        ["created"] = reversal.Created,
        ["currency"] = reversal.Currency,
        ["metadata"] = Metadata(reversal.Metadata),
        ["transfer"] = reversal.Transfer,
    };

    /// <param name="source">What it is about in full, where that was asked for.</param>
    public static JsonObject Move(BalanceTransaction move, JsonObject? source) => new()
    {
        ["id"] = move.Id,
        ["object"] = "balance_transaction",
        ["amount"] = move.Amount,
        ["available_on"] = move.Created,
        ["created"] = move.Created,
        ["currency"] = move.Currency,
        ["exchange_rate"] = move.ExchangeRate,
        ["fee"] = move.Fee,
        ["net"] = move.Net,
        ["reporting_category"] = move.Category,
        ["source"] = source is not null ? source : move.Source.Length > 0 ? move.Source : null,
        ["status"] = "available",
        ["type"] = move.Type,
    };

    public static JsonObject Dispute(Dispute dispute) => new()
    {
        ["id"] = dispute.Id,
        ["object"] = "dispute",
        ["amount"] = dispute.Amount,
        ["charge"] = dispute.Charge,
        ["created"] = dispute.Created,
        ["currency"] = dispute.Currency,
        ["evidence_details"] = new JsonObject { ["due_by"] = dispute.DueBy, ["has_evidence"] = false, ["past_due"] = false, ["submission_count"] = 0 },
        ["livemode"] = false,
        ["payment_intent"] = dispute.PaymentIntent,
        ["reason"] = "general",
        ["status"] = dispute.Status,
    };

    public static JsonObject Payout(BankPayout payout) => new()
    {
        ["id"] = payout.Id,
        ["object"] = "payout",
        ["amount"] = payout.Amount,
        ["arrival_date"] = payout.Created,
        ["created"] = payout.Created,
        ["currency"] = payout.Currency,
        ["livemode"] = false,
        ["status"] = payout.Status,
    };

    /// <summary>What is held; all of it may be paid out at once here.</summary>
    public static JsonObject Balance(IReadOnlyDictionary<string, long> held) => new()
    {
        ["object"] = "balance",
        ["available"] = new JsonArray([.. held.Select(h => (JsonNode)new JsonObject { ["amount"] = h.Value, ["currency"] = h.Key })]),
        ["livemode"] = false,
        ["pending"] = new JsonArray([.. held.Select(h => (JsonNode)new JsonObject { ["amount"] = 0, ["currency"] = h.Key })]),
    };
}
