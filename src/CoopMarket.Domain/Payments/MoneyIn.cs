using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>How the market learned of a bank line.</summary>
public enum MoneySource
{
    /// <summary>SePay's webhook.</summary>
    SePay,

    /// <summary>An admin typed it off the bank's statement.</summary>
    ByHand,

    /// <summary>A statement's file that an admin uploaded.</summary>
    Statement,

    /// <summary>The card gateway charged a card.</summary>
    Card,

    /// <summary>A buyer's bank took a charge back, or gave it up again; the card gateway told of it.</summary>
    Dispute,
}

/// <summary>What a stored bank line is. The table of moves is drawn in <see cref="MoneyIn"/>.</summary>
public enum MoneyInState
{
    /// <summary>Stored, not yet looked at.</summary>
    Received,

    /// <summary>Paid an order exactly.</summary>
    Matched,

    /// <summary>Paid a part of an order.</summary>
    Short,

    /// <summary>Paid an order; the surplus is owed back.</summary>
    Over,

    /// <summary>Came for an order that had expired or was canceled; owed back.</summary>
    Late,

    /// <summary>Came for an order that was paid already; owed back.</summary>
    Second,

    /// <summary>Came for an order whose money the bank had taken back: it pays what is still owed, the rest goes back.</summary>
    Again,

    /// <summary>Names no order, or several: an admin decides.</summary>
    Unknown,

    /// <summary>Money that went out.</summary>
    Outgoing,

    /// <summary>A line of another account.</summary>
    OtherAccount,

    /// <summary>A line of 0 đồng.</summary>
    Zero,

    /// <summary>An admin has dealt with it.</summary>
    Resolved,

    /// <summary>Came in, and the bank took it back with a later line.</summary>
    TakenBack,

    /// <summary>Took an earlier line back.</summary>
    Reversal,

    /// <summary>The same movement as another line, by an admin's word.</summary>
    ToldTwice,
}

/// <summary>
/// One line of the market's bank account, or one charge of a card. Stored once, whatever comes of it.
/// <code>
/// from              | to                                        | when
/// ------------------|-------------------------------------------|------------------------------------------------------------
/// (new)             | Received                                  | money came in to our account
/// (new)             | Outgoing, OtherAccount, Zero              | it went out, is another account's, or of 0 đồng
/// Received, Unknown | Matched, Short, Over, Late, Second, Again | it names one order: by its text, or an admin says which
/// Received          | Unknown                                   | it names none, or several
/// Unknown           | Resolved                                  | it is a payout that came back or the gateway's, or a carrier's lists name all of it; by an admin's word
/// Outgoing          | Resolved                                  | it paid a refund, a payout, the tax office, or what an admin says
/// Outgoing          | Reversal                                  | it took an earlier line back
/// Unknown…Resolved  | TakenBack                                 | a later line took it back; what came in and is neither new nor of a carrier's list
/// </code>
/// </summary>
public sealed partial class MoneyIn : Entity
{
    private MoneyIn()
    {
    }

    public MoneyInId Id { get; private init; }

    public MoneySource Source { get; private init; }

    /// <summary>Where the money lies.</summary>
    public MoneyPlace Place => PlaceOf(Source);

    /// <summary>The line's name at its source; unique there.</summary>
    public string SourceId { get; private init; } = "";

    /// <summary>The account that the line belongs to, letters and digits only.</summary>
    public string Account { get; private init; } = "";

    public TransferDirection Direction { get; private init; }

    /// <summary>The bank's reference; unique for account and direction, so that one transfer told twice is stored once.</summary>
    public string Reference { get; private init; } = "";

    /// <summary>The bank's short name, as the source writes it; may be empty.</summary>
    public string Bank { get; private init; } = "";

    /// <summary>Đồng; not negative.</summary>
    public Money Amount { get; private init; }

    /// <summary>The same in the currency in which it moved; it moved in đồng where a card was not charged in another.</summary>
    public Money Moved { get; private init; }

    /// <summary>The transfer's text as the bank gave it.</summary>
    public string Text { get; private init; } = "";

    /// <summary>When the bank booked it, UTC.</summary>
    public DateTimeOffset BookedAt { get; private init; }

    /// <summary>What was on the account afterwards, in đồng; null where its source didn't say.</summary>
    public long? Balance { get; private init; }

    /// <summary>When the market learned of it, UTC.</summary>
    public DateTimeOffset StoredAt { get; private init; }

    public MoneyInState State { get; private set; }

    /// <summary>The order it was taken for; null where there is none.</summary>
    public OrderId? Order { get; private set; }

    /// <summary>What counts toward that order.</summary>
    public Money Applied { get; private set; }

    /// <summary>What an outgoing line paid back, or what an incoming one of no order became; null where there is none.</summary>
    public RefundDueId? Refund { get; private set; }

    /// <summary>The run of payouts that an outgoing line paid, or of the one that an incoming line brought back; null where there is none.</summary>
    public PayoutRunId? Payout { get; private set; }

    /// <summary>The place in its run of the payout that an incoming line brought back; null elsewhere.</summary>
    public int? PayoutPosition { get; private set; }

    /// <summary>Whether the card gateway paid out with it what it held.</summary>
    public bool IsFromCards { get; private set; }

    /// <summary>What the card gateway kept of that for its work; nothing elsewhere.</summary>
    public Money Kept { get; private set; }

    /// <summary>What of it carriers' lists say was cash of parcels, their fees taken off; nothing elsewhere.</summary>
    public Money Carried { get; private set; }

    /// <summary>What of it no carrier's list has named.</summary>
    public Money Rest => Amount - Carried;

    /// <summary>Whether nobody has said of any of it what it is.</summary>
    public bool IsUndecided => State == MoneyInState.Unknown && Carried.IsZero;

    /// <summary>The first day of the month whose withheld tax it paid to the tax office; null elsewhere.</summary>
    public DateOnly? TaxMonth { get; private set; }

    /// <summary>The line that it is told twice of; null elsewhere.</summary>
    public MoneyInId? SameAs { get; private set; }

    /// <summary>The line that the bank took back with this one; null where it took none back.</summary>
    public MoneyInId? Reverses { get; private set; }

    /// <summary>What an admin wrote when she dealt with it; null before.</summary>
    public string? Note { get; private set; }

    /// <summary>Whether it doesn't fit what it says it pays, or may be a movement that is stored already: a person decides then.</summary>
    public bool IsDoubtful { get; private init; }

    /// <summary>Whether it is money of ours to account for.</summary>
    public bool IsIncome => State is not (MoneyInState.Outgoing or MoneyInState.OtherAccount or MoneyInState.Zero or MoneyInState.ToldTwice)
        && Direction == TransferDirection.In && !Amount.IsZero;

    /// <summary>Whether an admin still has to say what it is.</summary>
    public bool NeedsDecision => State is MoneyInState.Unknown or MoneyInState.Outgoing;

    /// <summary>Whether it came in, was decided, and is still here. What is cash of parcels is settled with the carrier.</summary>
    public bool MayBeTakenBack => IsIncome && State is not (MoneyInState.Received or MoneyInState.TakenBack or MoneyInState.ToldTwice) && Carried.IsZero;

    /// <summary>Stores a line. Only income of our own account is announced; the rest is kept to be seen.</summary>
    /// <param name="isTaken">Whether another movement carries its reference: then it gets a name of its own.</param>
    public static MoneyIn Store(MoneyInId id, BankLine told, bool isTaken, string ourAccount, DateTimeOffset now)
    {
        var line = told.Transfer;
        var amount = Money.Dong(Math.Abs(line.AmountDong));
        var match = TransferMatch.Decide(line, ourAccount, []);
        var stored = new MoneyIn
        {
            Id = id,
            Source = told.Source,
            SourceId = told.SourceId,
            Account = BankAccount.Plain(line.Account),
            Direction = told.Direction,
            Reference = isTaken ? $"{told.Reference}#{told.SourceId}" : told.Reference,
            IsDoubtful = told.IsDoubtful,
            Bank = told.Bank,
            Amount = amount,
            Moved = told.Moved ?? amount,
            Text = line.Text,
            BookedAt = told.BookedAt,
            Balance = told.Balance,
            StoredAt = now,
            Applied = Money.Zero(amount.Currency),
            Kept = Money.Zero(amount.Currency),
            Carried = Money.Zero(amount.Currency),
            State = match.Kind switch
            {
                TransferKind.Outgoing => MoneyInState.Outgoing,
                TransferKind.OtherAccount => MoneyInState.OtherAccount,
                TransferKind.Zero => MoneyInState.Zero,
                _ => MoneyInState.Received,
            },
        };
        if (stored.State == MoneyInState.Received)
            stored.Raise(new MoneyCameIn(id, amount) { Place = stored.Place, Foreign = stored.Foreign });
        return stored;
    }

    /// <summary>What some of it comes to in đồng.</summary>
    /// <param name="moved">In the currency in which it moved.</param>
    public Money InDong(Money moved) => moved == Moved ? Amount : Exchange.Part(Amount, moved, Moved);

    private Money? Foreign => Moved.Currency == Amount.Currency ? null : Moved;

    /// <summary>The line as the rules of matching see it.</summary>
    public BankTransfer AsTransfer() => new(Amount.Minor, Text, Direction, Account);

    /// <summary>Writes down what it turned out to be.</summary>
    /// <exception cref="InvalidOperationException">That was decided before.</exception>
    public void Decide(TransferMatch match, OrderId? order)
    {
        if (State is not (MoneyInState.Received or MoneyInState.Unknown))
            throw new InvalidOperationException($"{Id} is {State} already.");
        State = Enum.Parse<MoneyInState>(match.Kind.ToString());
        Order = order;
        Applied = Money.Dong(match.AppliedDong);
    }

    /// <summary>Where money lies that such a source tells of.</summary>
    public static MoneyPlace PlaceOf(MoneySource source) => source is MoneySource.Card or MoneySource.Dispute ? MoneyPlace.Cards : MoneyPlace.Bank;
}
