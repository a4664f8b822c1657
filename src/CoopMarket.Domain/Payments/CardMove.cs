using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>What a line of the card gateway's books is about.</summary>
public enum CardMoveKind
{
    /// <summary>A card was charged.</summary>
    Charge,

    /// <summary>Money went back to a buyer.</summary>
    Refund,

    /// <summary>What went back did not arrive, and the gateway holds it again.</summary>
    RefundFailed,

    /// <summary>A buyer's bank took a charge back.</summary>
    Dispute,

    /// <summary>A buyer's bank gave that up.</summary>
    DisputeReversed,

    /// <summary>What the gateway keeps for its work, or gives back of it.</summary>
    Fee,

    /// <summary>The gateway paid out to the bank account.</summary>
    Payout,

    /// <summary>What it had paid out came back to it.</summary>
    PayoutReversed,

    /// <summary>Something was transferred to a cooperative's account at the gateway.</summary>
    Transfer,

    /// <summary>Something of a transfer was taken back.</summary>
    TransferReversed,

    /// <summary>Anything else: nothing here can explain it but an admin.</summary>
    Other,
}

/// <summary>Where a line of the card gateway's books stands.</summary>
public enum CardMoveState
{
    /// <summary>Nothing here explains it yet, and it may still be on its way to us, or ours to the bank.</summary>
    Waiting,

    /// <summary>A row of ours says the same, or it needs none.</summary>
    Met,

    /// <summary>Nothing here explains it.</summary>
    Unexplained,

    /// <summary>An admin has said what it is.</summary>
    Explained,
}

/// <summary>Why a line of the card gateway's books is not explained.</summary>
public enum CardMoveFlaw
{
    /// <summary>There is no row of ours for it.</summary>
    Unknown,

    /// <summary>There is one, of another amount or currency.</summary>
    Amount,

    /// <summary>What the gateway kept is in a currency for which there is no fresh rate.</summary>
    Rate,

    /// <summary>It is nothing that the market does.</summary>
    Kind,

    /// <summary>What was paid out has not arrived on the bank account.</summary>
    NotArrived,
}

/// <summary>A line of the card gateway's books, as it tells it.</summary>
/// <param name="Name">The gateway's for it; the same line has the same name whenever it is read.</param>
/// <param name="Source">The gateway's name for what moved it; may be empty.</param>
/// <param name="Charge">The gateway's name for the payment that it is about; may be empty.</param>
/// <param name="Amount">Before the fee, in the currency in which the gateway holds it; below zero where it left.</param>
/// <param name="Fee">What the gateway kept, in the same currency; below zero where it gave some back.</param>
/// <param name="Moved">The amount in the currency in which it moved: another one where the gateway changed it on the way.</param>
/// <param name="HappenedAt">UTC.</param>
public sealed record SeenMove(string Name, CardMoveKind Kind, string Source, string Charge, Money Amount, Money Fee, Money Moved, DateTimeOffset HappenedAt);

/// <summary>
/// A line of the card gateway's own books, read once and never forgotten. What the gateway kept leaves the ledger's account of it
/// when the line is explained, and never twice.
/// <code>
/// from                 | to          | when
/// ---------------------|-------------|------------------------------------------------------------------
/// (new)                | Waiting     | it was read
/// Waiting, Unexplained | Met         | a row of ours says the same; a fee needs none
/// Waiting              | Unexplained | it is hours old (a payout: two weeks) and none does
/// Unexplained          | Explained   | an admin says that it is the market's own
/// </code>
/// </summary>
public sealed class CardMove : Entity
{
    private CardMove()
    {
    }

    public CardMoveId Id { get; private init; }

    /// <summary>The gateway's name for it; unique.</summary>
    public string Name { get; private init; } = "";

    public CardMoveKind Kind { get; private init; }

    /// <summary>The gateway's name for what moved it; may be empty.</summary>
    public string Source { get; private init; } = "";

    /// <summary>The gateway's name for the payment that it is about; may be empty.</summary>
    public string Charge { get; private init; } = "";

    /// <summary>Before the fee, in the currency in which the gateway holds it; below zero where it left.</summary>
    public Money Amount { get; private init; }

    /// <summary>What the gateway kept, in the same currency; below zero where it gave some back.</summary>
    public Money Fee { get; private init; }

    /// <summary>The amount in the currency in which it moved: another one where the gateway changed it on the way.</summary>
    public Money Moved { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset HappenedAt { get; private init; }

    /// <summary>When the market read it, UTC.</summary>
    public DateTimeOffset ReadAt { get; private init; }

    public CardMoveState State { get; private set; }

    /// <summary>Null unless it is unexplained, or was and an admin explained it.</summary>
    public CardMoveFlaw? Flaw { get; private set; }

    /// <summary>The line of ours that says the same; null where none does.</summary>
    public MoneyInId? Line { get; private set; }

    /// <summary>The refund of ours that says the same; null where none does.</summary>
    public RefundDueId? Refund { get; private set; }

    /// <summary>The exchange that it was, or that the gateway made on the way; null where there was none.</summary>
    public CardExchangeId? Exchange { get; private set; }

    /// <summary>What it cost the market, in đồng; below zero where it brought something.</summary>
    public Money Cost { get; private set; }

    /// <summary>What of the fee an admin had typed before as kept: that is booked already. Đồng.</summary>
    public Money Covered { get; private set; }

    /// <summary>What left the gateway's account for that cost, in the line's currency; below zero where it came.</summary>
    public Money Left { get; private set; }

    /// <summary>When the gateway first told other figures of it than it had before, UTC; null where it never did.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>What an admin wrote; null before.</summary>
    public string? Note { get; private set; }

    /// <summary>What it moved on the gateway's account, its fee taken off.</summary>
    public Money Net => Amount - Fee;

    /// <summary>By which name an admin finds it in the gateway's own pages.</summary>
    public string Called => Kind == CardMoveKind.Charge && Charge.Length > 0 ? Charge : Source.Length > 0 ? Source : Name;

    /// <summary>Whether neither a row of ours nor an admin has explained it.</summary>
    public bool IsOpen => State is CardMoveState.Waiting or CardMoveState.Unexplained;

    /// <summary>Whether it waits for an admin.</summary>
    public bool NeedsWord => Note is null && (State == CardMoveState.Unexplained || ChangedAt is not null);

    /// <summary>Writes down what was read.</summary>
    public static CardMove Read(CardMoveId id, SeenMove told, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(told);
        return new()
        {
            Id = id,
            Name = told.Name,
            Kind = told.Kind,
            Source = told.Source,
            Charge = told.Charge,
            Amount = told.Amount,
            Fee = told.Fee,
            Moved = told.Moved,
            HappenedAt = told.HappenedAt,
            ReadAt = now,
            Cost = Money.Dong(0),
            Covered = Money.Dong(0),
            Left = told.Fee with { Minor = 0 },
        };
    }

    /// <summary>It was read once more. Other figures change nothing that is booked: an admin looks.</summary>
    public void ReadAgain(SeenMove told, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (told.Amount != Amount || told.Fee != Fee || told.Moved != Moved || told.Source != Source)
            ChangedAt ??= now;
    }

    /// <summary>Rows of ours say the same, or none is needed.</summary>
    /// <param name="dong">What <see cref="Kept"/> comes to in đồng.</param>
    /// <param name="covered">What of that was typed as kept before; nothing where the gateway gave back, or kept another currency.</param>
    /// <exception cref="InvalidOperationException">It is explained already, or more is covered than was kept.</exception>
    public void Meet(Met with, Money dong, Money covered)
    {
        ArgumentNullException.ThrowIfNull(with);
        if (!IsOpen || covered.Minor < 0 || (covered.Minor > 0 && (covered > dong || Kept.Currency != Currency.VND)))
            throw new InvalidOperationException($"{Name} is {State}, and {covered} of {dong} covered.");
        (State, Flaw, Line, Refund, Exchange) = (CardMoveState.Met, null, with.Line, with.Refund, with.Exchange);
        Book(Kept, dong - covered, covered, isFee: true);
    }

    /// <summary>What the gateway kept with it: the fee, and where it is about nothing else, all of it.</summary>
    public Money Kept => Kind == CardMoveKind.Fee ? -Net : Fee;

    /// <summary>Nothing explains it, so long after it happened.</summary>
    public void Doubt(CardMoveFlaw flaw) => (State, Flaw) = (CardMoveState.Unexplained, flaw);

    /// <summary>An admin says that it is the market's own, or has looked at what changed.</summary>
    /// <param name="note">What it was.</param>
    /// <param name="dong">What it moved, its fee taken off, in đồng.</param>
    public Outcome Explain(string note, Money dong)
    {
        if (!NeedsWord)
            return new MoneyAlreadyDecided();
        Note = note;
        if (State != CardMoveState.Unexplained)
            return Outcome.Done;
        State = CardMoveState.Explained;
        Book(-Net, -dong, Money.Dong(0), isFee: false);
        return Outcome.Done;
    }

    private void Book(Money left, Money cost, Money covered, bool isFee)
    {
        // In đồng what is covered has left the account before.
        (Cost, Covered, Left) = (cost, covered, left.Currency == Currency.VND ? cost : left);
        if (!Left.IsZero)
            Raise(new CardCostFell(Id, cost, Left.Currency == Currency.VND ? null : Left with { Minor = Math.Abs(Left.Minor) }, isFee));
    }
}

/// <summary>Which rows of ours say the same as a line of the card gateway's books.</summary>
/// <param name="Line">A charge, what a dispute moved, or what arrived at the bank; null elsewhere.</param>
/// <param name="Refund">Null elsewhere.</param>
/// <param name="Exchange">What was changed on the way; null where nothing was.</param>
public sealed record Met(MoneyInId? Line = null, RefundDueId? Refund = null, CardExchangeId? Exchange = null);
