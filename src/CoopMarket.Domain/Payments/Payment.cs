using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>Where the payment of an order stands. The table of moves is drawn in <see cref="Payment"/>.</summary>
public enum PaymentState
{
    /// <summary>Nothing has come in.</summary>
    Awaiting,

    /// <summary>Something has come in, not all.</summary>
    PartlyPaid,

    /// <summary>All of it has come in.</summary>
    Paid,

    /// <summary>Its time ran out.</summary>
    Expired,

    /// <summary>Its order was canceled before it was paid.</summary>
    Canceled,

    /// <summary>The carrier collects it for the cooperatives.</summary>
    CashOnDelivery,

    /// <summary>All of it had come in, and the bank took some of it back.</summary>
    TakenBack,
}

/// <summary>
/// What is to be paid for one order, and what has come in for it.
/// <code>
/// from                  | to             | when
/// ----------------------|----------------|------------------------------------------------------------
/// (new)                 | Awaiting       | the order is placed
/// (new)                 | CashOnDelivery | the same, where it is paid at the door
/// Awaiting, PartlyPaid  | PartlyPaid     | some of it comes in
/// Awaiting, PartlyPaid  | Paid           | the last of it comes in
/// Awaiting, PartlyPaid  | Expired        | its time runs out; what had come in is owed back
/// Awaiting, PartlyPaid  | Canceled       | the order is called off; what had come in is owed back
/// CashOnDelivery        | Expired, Canceled | the same, where the order ends before it is sent
/// Expired               | Awaiting       | nothing had come in, all of it comes late, and the goods can still be had
/// PartlyPaid            | Awaiting       | the bank takes back the last of what had come in
/// Paid                  | TakenBack      | the bank takes some of it back
/// </code>
/// What the bank takes back of what is closed already only counts less toward it. A dispute is a flag on any state, and no state.
/// </summary>
public sealed class Payment : Entity
{
    private Payment()
    {
    }

    public PaymentId Id { get; private init; }

    public OrderId Order { get; private init; }

    /// <summary>The order's public code, which the buyer writes into the transfer.</summary>
    public string Code { get; private init; } = "";

    public PaymentWay Way { get; private init; }

    /// <summary>The order's total; never changes.</summary>
    public Money Expected { get; private init; }

    /// <summary>What a card is charged for all of it, in the currency that the buyer chose; the same where that is the đồng. Never changes.</summary>
    public Money Charged { get; private init; }

    /// <summary>What counts toward the order so far; at most <see cref="Expected"/>.</summary>
    public Money Paid { get; private set; }

    /// <summary>Where the money that came for it last lies.</summary>
    public MoneyPlace Place { get; private set; }

    public PaymentState State { get; private set; }

    /// <summary>UTC; null where nothing runs out.</summary>
    public DateTimeOffset? PayBy { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>When it was paid, expired or canceled, UTC; null before.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Since when the buyer's bank disputes it, UTC; null while nobody does. What cooperatives are owed for it is held as long.</summary>
    public DateTimeOffset? DisputedAt { get; private set; }

    /// <summary>Until when the gateway takes proof that it was right, UTC; null where it named no moment, and while nobody disputes it.</summary>
    public DateTimeOffset? ProofBy { get; private set; }

    /// <summary>What is still to come; zero once it is paid or closed.</summary>
    public Money Open => IsOpen ? Expected - Paid : Money.Zero(Expected.Currency);

    /// <summary>What a card is charged for what is still to come.</summary>
    public Money OpenCharged => Exchange.Part(Charged, Open, Expected);

    /// <summary>Whether money for it is still awaited here.</summary>
    public bool IsOpen => State is PaymentState.Awaiting or PaymentState.PartlyPaid;

    /// <summary>Opens the payment of an order that is being placed.</summary>
    /// <param name="charged">What a card is charged for all of it; null where that is the same.</param>
    /// <exception cref="ArgumentException">There is nothing to pay.</exception>
    public static Payment For(PaymentId id, OrderId order, PublicCode code, PaymentWay way, Money total, DateTimeOffset? payBy, DateTimeOffset now, Money? charged = null)
    {
        if (total.Minor <= 0)
            throw new ArgumentException("An order costs something.", nameof(total));
        return new()
        {
            Id = id,
            Order = order,
            Code = code.Value,
            Way = way,
            Expected = total,
            Charged = charged ?? total,
            Paid = Money.Zero(total.Currency),
            State = way == PaymentWay.CashOnDelivery ? PaymentState.CashOnDelivery : PaymentState.Awaiting,
            PayBy = payBy,
            OpenedAt = now,
        };
    }

    /// <summary>How a bank line is matched against it.</summary>
    public AwaitedPayment AsAwaited() => new(PublicCode.Parse(Code), Expected.Minor, Paid.Minor, State switch
    {
        PaymentState.Expired => AwaitedPaymentState.Expired,
        PaymentState.TakenBack => AwaitedPaymentState.TakenBack,
        // What the carrier collects is not awaited here: a transfer for it is owed back.
        PaymentState.Canceled or PaymentState.CashOnDelivery => AwaitedPaymentState.Canceled,
        _ => AwaitedPaymentState.Awaiting,
    });

    /// <summary>Counts money toward it; raises <see cref="PaymentCaptured"/> when all is there, else <see cref="PaymentFellShort"/>.</summary>
    /// <exception cref="InvalidOperationException">It is closed, or the amount is not between 1 and what is open.</exception>
    public void Take(Money amount, MoneyPlace place, DateTimeOffset now)
    {
        if (!IsOpen || amount.Minor <= 0 || amount > Open)
            throw new InvalidOperationException($"{Code} is {State} and can't take {amount}.");
        Paid += amount;
        Place = place;
        State = Paid == Expected ? PaymentState.Paid : PaymentState.PartlyPaid;
        if (State != PaymentState.Paid)
        {
            Raise(new PaymentFellShort(Id, Order, Paid, Open));
            return;
        }

        SettledAt = now;
        Raise(new PaymentCaptured(Id, Order, Expected));
    }

    /// <summary>
    /// The bank took back money that counts toward it. What is still to be paid waits for it again; what was paid is paid no more.
    /// </summary>
    /// <exception cref="InvalidOperationException">So much doesn't count toward it.</exception>
    public void TakeBack(Money amount)
    {
        if (amount.Minor <= 0 || amount > Paid)
            throw new InvalidOperationException($"{Code} counts {Paid}; {amount} can't be taken from it.");
        Paid -= amount;
        State = State switch
        {
            PaymentState.PartlyPaid when Paid.IsZero => PaymentState.Awaiting,
            PaymentState.Paid => PaymentState.TakenBack,
            _ => State,
        };
    }

    /// <summary>Whether an amount that came late would pay all of it, and nothing that came before is on its way back.</summary>
    public bool WouldBePaidBy(Money amount) => State == PaymentState.Expired && Paid.IsZero && amount >= Expected;

    /// <summary>Its order was taken up again: it waits for its money as before.</summary>
    /// <exception cref="InvalidOperationException">It has not run out, or some of it had come.</exception>
    public void TakeUpAgain()
    {
        if (State != PaymentState.Expired || !Paid.IsZero)
            throw new InvalidOperationException($"{Code} is {State} and can't be taken up again.");
        (State, SettledAt) = (PaymentState.Awaiting, null);
    }

    /// <summary>The buyer's bank disputes it. Once disputed, saying it again changes nothing.</summary>
    /// <param name="proofBy">Until when the gateway takes proof, UTC; null where it named no moment.</param>
    public void Dispute(DateTimeOffset now, DateTimeOffset? proofBy = null)
    {
        if (DisputedAt is not null)
            return;
        (DisputedAt, ProofBy) = (now, proofBy);
        Raise(new PaymentDisputed(Order) { ProofBy = proofBy });
    }

    /// <summary>The dispute is over; nothing happens where there was none.</summary>
    public void EndDispute(bool isWon)
    {
        if (DisputedAt is null)
            return;
        (DisputedAt, ProofBy) = (null, null);
        Raise(new DisputeEnded(Order, isWon));
    }

    /// <summary>Stops waiting. What has come in so far is owed back.</summary>
    /// <returns>False when it is paid or closed already; nothing changes then.</returns>
    public bool TryClose(AwaitedPaymentState end, DateTimeOffset now)
    {
        if (!IsOpen && State != PaymentState.CashOnDelivery)
            return false;
        State = end == AwaitedPaymentState.Expired ? PaymentState.Expired : PaymentState.Canceled;
        SettledAt = now;
        return true;
    }
}
