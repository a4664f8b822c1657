namespace CoopMarket.FakeStripe;

/// <content>Accounts that can be transferred to, transfers, and what was taken back of these.</content>
public sealed partial class Books
{
    private const long LinkLives = 300;

    private readonly Entries<ConnectedAccount> accounts = new(a => a.Id);
    private readonly Entries<AccountLink> links = new(l => l.Id);
    private readonly Entries<Transfer> transfers = new(t => t.Id);
    private readonly Entries<TransferReversal> reversals = new(r => r.Id);
    public IReadOnlyList<ConnectedAccount> Accounts => InTurn(accounts.Copy);

    public IReadOnlyList<AccountLink> AccountLinks => InTurn(links.Copy);

    public IReadOnlyList<Transfer> Transfers => InTurn(transfers.Copy);

    public IReadOnlyList<TransferReversal> Reversals => InTurn(reversals.Copy);

    internal ConnectedAccount Open(ConnectedAccount account, Caller by) => InTurn(() =>
    {
        accounts.Put(account);
        RaiseOf(account, by);
        return account;
    });

    internal ConnectedAccount Account(string id) => InTurn(() => accounts.Find(id) ?? throw Refusal.NotFound("account", id));

    internal IReadOnlyList<ConnectedAccount> AccountsAfter(string? id, int count, Func<ConnectedAccount, bool> wanted) => InTurn(() => accounts.Newest(id).Where(wanted).Take(count).ToArray());

    internal AccountLink Link(string account, string refresh, string back) => InTurn(() =>
    {
        var known = accounts.Find(account) ?? throw Refusal.Bad($"No such account: '{account}'", "account", "resource_missing");
        return links.Put(new(NewId("link"), known.Id, refresh, back, Now, Now + LinkLives));
    });

    /// <summary>Opens the page of a link, once; null where it is used or over.</summary>
    internal AccountLink? Follow(string id) => InTurn(() =>
        links.Find(id) is { Used: false } link && link.ExpiresAt > Now ? links.Put(link with { Used = true }) : null);

    internal AccountLink? FindLink(string id) => InTurn(() => links.Find(id));

    /// <summary>Something changes about an account; its platform is told.</summary>
    internal ConnectedAccount Change(string id, bool told, bool active, bool paysOut) => InTurn(() =>
    {
        var account = accounts.Find(id) ?? throw Refusal.NotFound("account", id);
        account = accounts.Put(account with { DetailsSubmitted = told, Transfers = active ? "active" : "inactive", PayoutsEnabled = paysOut });
        RaiseOf(account, by: null);
        return account;
    });

    internal Transfer FindTransfer(string id) => InTurn(() => transfers.Find(id) ?? throw Refusal.NotFound("transfer", id));

    internal Transfer Send(long amount, string currency, string destination, string? description, string? group, IReadOnlyDictionary<string, string> metadata, Caller by) => InTurn(() =>
    {
        var account = accounts.Find(destination) ?? throw Refusal.Bad($"No such destination: '{destination}'", "destination", "resource_missing");
        if (account.Transfers != "active")
            throw Refusal.State("Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments", "insufficient_capabilities_for_transfer");
        if (amount > Held(currency))
            throw Refusal.State("You have insufficient available funds in your Stripe account.", "balance_insufficient");
        var transfer = transfers.Put(new(NewId("tr"), amount, currency, account.Id, description, group, metadata, NewId("txn"), Now));
        moves.Put(new(transfer.BalanceTransaction, "transfer", "transfer", transfer.Id, -amount, 0, currency, Now));
        Raise("transfer.created", Render.Transfer(transfer, []), by: by);
        return transfer;
    });

    internal IReadOnlyList<Transfer> TransfersAfter(string? id, int count, Func<Transfer, bool> wanted) => InTurn(() => transfers.Newest(id).Where(wanted).Take(count).ToArray());

    internal TransferReversal TakeBack(string id, long? amount, IReadOnlyDictionary<string, string> metadata, Caller by) => InTurn(() =>
    {
        var transfer = transfers.Find(id) ?? throw Refusal.NotFound("transfer", id);
        var left = transfer.Amount - transfer.AmountReversed;
        if (left == 0)
            throw Refusal.State($"Transfer {id} is already fully reversed.");
        if (amount is < 1)
            throw Refusal.Bad("Invalid positive integer", "amount", "parameter_invalid_integer");
        if (amount > left)
            throw Refusal.State($"Reversal amount ({amount}) is greater than the unreversed amount on transfer ({left}).");
        var reversal = reversals.Put(new(NewId("trr"), id, amount ?? left, transfer.Currency, metadata, NewId("txn"), Now));
        transfer = transfers.Put(transfer with { AmountReversed = transfer.AmountReversed + reversal.Amount });
        moves.Put(new(reversal.BalanceTransaction, "transfer_refund", "transfer_reversal", reversal.Id, reversal.Amount, 0, transfer.Currency, Now));
        Raise("transfer.reversed", Render.Transfer(transfer, ReversalsOf(id)), by: by);
        return reversal;
    });

    internal IReadOnlyList<TransferReversal> ReversalsAfter(string transfer, string? id, int count)
        => InTurn(() => (transfers.Find(transfer) is null ? throw Refusal.NotFound("transfer", transfer) : reversals.Newest(id)).Where(r => r.Transfer == transfer).Take(count).ToArray());

    internal IReadOnlyList<TransferReversal> ReversalsOf(string transfer) => InTurn(() => reversals.Copy().Where(r => r.Transfer == transfer).ToArray());

    private void RaiseOf(ConnectedAccount account, Caller? by)
        => events.Put(Raise("account.updated", Render.Account(account), by: by) with { Account = account.Id });
}
