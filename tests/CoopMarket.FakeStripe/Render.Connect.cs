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

    public static JsonObject Move(BalanceTransaction move) => new()
    {
        ["id"] = move.Id,
        ["object"] = "balance_transaction",
        ["amount"] = move.Amount,
        ["available_on"] = move.Created,
        ["created"] = move.Created,
        ["currency"] = move.Currency,
        ["fee"] = 0,
        ["net"] = move.Amount,
        ["reporting_category"] = move.Type,
        ["source"] = move.Source,
        ["status"] = "available",
        ["type"] = move.Type,
    };
}
