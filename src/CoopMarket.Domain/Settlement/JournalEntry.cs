using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>What an entry of the ledger is about.</summary>
public enum EntryKind
{
    /// <summary>Money arrived on the bank account.</summary>
    MoneyIn,

    /// <summary>A paid order became a sale.</summary>
    Sale,

    /// <summary>A cooperative declined a paid line.</summary>
    Decline,

    /// <summary>A paid part of an order was canceled.</summary>
    Cancellation,

    /// <summary>Money that belongs to no sale is owed back.</summary>
    Surplus,

    /// <summary>What was owed back left the bank account.</summary>
    Refund,

    /// <summary>A delivered sale's share can be paid out.</summary>
    Release,

    /// <summary>A sale in cash was delivered: its fee is owed to the market.</summary>
    CashFee,

    /// <summary>A sale in cash that its carrier collects for the market was delivered: the carrier owes it.</summary>
    CashSale,

    /// <summary>A carrier paid over the cash of a parcel, less what it kept for its work.</summary>
    CashRemitted,

    /// <summary>What a carrier will not pay over is given up, at the market's cost.</summary>
    CashGivenUp,

    /// <summary>Money left the bank account for the market itself.</summary>
    OwnCost,

    /// <summary>The bank took back money that had come in.</summary>
    TakenBack,

    /// <summary>Money that had been told twice came in once.</summary>
    ToldTwice,

    /// <summary>What fell due to a buyer is set off against what she owes since her money was taken back.</summary>
    SetOff,

    /// <summary>What was sent back did not arrive, and is owed as before.</summary>
    RefundFailed,

    /// <summary>The card gateway paid out to the bank account, less what it kept.</summary>
    CardsPaidOut,

    /// <summary>The card gateway changed a currency into đồng, or đồng into it.</summary>
    CardsExchanged,

    /// <summary>What a cooperative can be paid was ordered from the bank, less the fees that it owed.</summary>
    Payout,

    /// <summary>The bank has paid it, or the card gateway has transferred it.</summary>
    PayoutPaid,

    /// <summary>The bank or the gateway has not paid it: the order's lines, the other way round.</summary>
    PayoutFailed,

    /// <summary>The bank had paid it, and the money came back.</summary>
    PayoutReturned,

    /// <summary>Some of what the card gateway had transferred was taken back.</summary>
    TransferReversed,

    /// <summary>A cooperative gives back some of a part that had arrived.</summary>
    RefundGranted,

    /// <summary>Tax is withheld from a seller's share.</summary>
    TaxWithheld,

    /// <summary>Tax that was withheld is given back to her share, because what it was for went back to the buyer.</summary>
    TaxGivenBack,

    /// <summary>Tax that was withheld left the bank account for the tax office.</summary>
    TaxPaid,
}

/// <summary>One line of an entry.</summary>
public sealed class EntryLine
{
    private EntryLine()
    {
    }

    /// <param name="account">The account.</param>
    /// <param name="amount">Positive debits, negative credits.</param>
    /// <param name="cooperative">Where the account is kept by cooperative; else null.</param>
    /// <param name="sellerOrder">The part of an order it is about; null where there is none.</param>
    public EntryLine(LedgerAccount account, Money amount, CooperativeId? cooperative = null, SellerOrderId? sellerOrder = null)
        => (Account, Amount, Cooperative, SellerOrder) = (account, amount, cooperative, sellerOrder);

    public EntryId Entry { get; internal set; }

    /// <summary>Its place in the entry, from 1.</summary>
    public int Number { get; internal set; }

    public LedgerAccount Account { get; private init; }

    public CooperativeId? Cooperative { get; private init; }

    public SellerOrderId? SellerOrder { get; private init; }

    /// <summary>Positive debits, negative credits.</summary>
    public Money Amount { get; private init; }
}

/// <summary>
/// An entry of the ledger: written once, never changed, and balanced in every currency. A correction is a new entry.
/// </summary>
public sealed class JournalEntry
{
    private readonly List<EntryLine> _lines = [];

    private JournalEntry()
    {
    }

    public EntryId Id { get; private init; }

    public EntryKind Kind { get; private init; }

    /// <summary>What caused it; unique for its kind, so that no event is booked twice.</summary>
    public Guid Source { get; private init; }

    /// <summary>The order it is about; null where there is none.</summary>
    public OrderId? Order { get; private init; }

    /// <summary>When what it books happened, UTC.</summary>
    public DateTimeOffset HappenedAt { get; private init; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset PostedAt { get; private init; }

    public IReadOnlyList<EntryLine> Lines => _lines;

    /// <summary>Writes an entry; lines of nothing are left out.</summary>
    /// <exception cref="InvalidOperationException">
    /// It doesn't balance, has fewer than two lines, or a line names a cooperative where its account has none, or the reverse:
    /// a bug that must not reach the ledger.
    /// </exception>
    public static JournalEntry Post(EntryId id, EntryKind kind, Guid source, OrderId? order, DateTimeOffset happenedAt, DateTimeOffset now, IEnumerable<EntryLine> lines)
    {
        var entry = new JournalEntry { Id = id, Kind = kind, Source = source, Order = order, HappenedAt = happenedAt, PostedAt = now };
        entry._lines.AddRange(lines.Where(l => !l.Amount.IsZero));
        if (entry._lines.Count < 2)
            throw new InvalidOperationException($"{kind} {source} has fewer than two lines.");
        foreach (var currency in entry._lines.GroupBy(l => l.Amount.Currency))
            if (!Money.Sum(currency.Select(l => l.Amount), currency.Key).IsZero)
                throw new InvalidOperationException($"{kind} {source} does not balance in {currency.Key}.");
        if (entry._lines.Any(l => Chart.IsByCooperative(l.Account) != l.Cooperative.HasValue))
            throw new InvalidOperationException($"{kind} {source} has a line of the wrong cooperative.");
        for (var i = 0; i < entry._lines.Count; i++)
            (entry._lines[i].Entry, entry._lines[i].Number) = (id, i + 1);
        return entry;
    }
}
