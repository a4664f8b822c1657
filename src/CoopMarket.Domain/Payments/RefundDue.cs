using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>Why money is owed back.</summary>
public enum RefundReason
{
    /// <summary>More came in than the order cost.</summary>
    Surplus,

    /// <summary>It came for an order that was paid already.</summary>
    Second,

    /// <summary>It came for an order that had expired or was canceled.</summary>
    Late,

    /// <summary>The order expired or was canceled after a part had come in.</summary>
    Unfinished,

    /// <summary>It named no order and goes back to its sender.</summary>
    Unknown,

    /// <summary>A cooperative declined a paid line.</summary>
    Declined,

    /// <summary>A paid part of an order was canceled.</summary>
    Canceled,

    /// <summary>It came for an order whose money the bank had taken back before.</summary>
    Again,

    /// <summary>The bank took it back before it was part of a sale.</summary>
    TakenBack,

    /// <summary>A cooperative gives back some of what had arrived.</summary>
    Granted,
}

/// <summary>
/// Money that the market owes back to a buyer. What a card paid the market sends back by itself through the gateway; what came by the
/// bank an admin transfers, and writes down the reference.
/// <code>
/// from                 | to        | when
/// ---------------------|-----------|------------------------------------------------------------------
/// (new)                | Owed      | money falls due
/// Owed                 | UnderWay  | the gateway is about to be asked
/// UnderWay             | Uncertain | no answer in time, or one that says nothing
/// UnderWay, Uncertain  | Owed      | the gateway said no, or long after knows nothing of it
/// UnderWay, Uncertain  | Sent      | the gateway says that it sent it
/// Owed                 | Sent      | an admin wrote down the reference, or the gateway tells of it
/// Owed                 | SetOff    | the bank took as much back from the market
/// Sent                 | Failed    | the gateway says that it did not arrive; another one owes it
/// </code>
/// </summary>
public sealed partial class RefundDue : Entity
{
    private RefundDue()
    {
    }

    public RefundDueId Id { get; private init; }

    /// <summary>Null where the money named no order.</summary>
    public OrderId? Order { get; private init; }

    /// <summary>What a transfer of it carries as its text, so that the bank's line tells what it paid; of the form of an order's code, and none.</summary>
    public string Code { get; private init; } = "";

    /// <summary>The part of the order; null where it is not about one.</summary>
    public SellerOrderId? SellerOrder { get; private init; }

    /// <summary>The bank line that it goes back on; null for money of a sale.</summary>
    public MoneyInId? MoneyIn { get; private init; }

    public RefundReason Reason { get; private init; }

    /// <summary>Where the money lies that goes back.</summary>
    public MoneyPlace Place { get; private init; }

    public Money Amount { get; private init; }

    /// <summary>
    /// What goes back of the charge that it goes back on, in the charge's currency and by the order's rate; nothing while nobody has
    /// been asked to send it, and what is to be sent where that is đồng.
    /// </summary>
    public Money Moved { get; private set; }

    /// <summary>What of it needn't be sent: the bank took as much back from the market, for the same order.</summary>
    public Money SetOff { get; private set; }

    /// <summary>What is to be sent.</summary>
    public Money Left => Amount - SetOff;

    /// <summary>UTC.</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>When it was sent or nothing was left to send, UTC; null while it is owed.</summary>
    public DateTimeOffset? PaidAt { get; private set; }

    /// <summary>The bank's reference of the transfer back; null while it is owed, and where nothing was to be sent.</summary>
    public string? Reference { get; private set; }

    /// <summary>When the card gateway said that it did not arrive, UTC; another one owes it since then. Null where it arrived or is owed.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    public bool IsOpen => PaidAt is null;

    /// <summary>Owes back money that belongs to no sale.</summary>
    public static RefundDue OfSurplus(RefundDueId id, RefundReason reason, OrderId? order, MoneyInId? moneyIn, MoneyPlace place, Money amount, DateTimeOffset now)
    {
        var due = Make(id, reason, order, null, moneyIn, place, amount, now);
        due.Raise(new SurplusFellDue(id, order, amount) { Reason = reason, Place = place });
        return due;
    }

    /// <summary>Owes back money of a sale; whoever books the sale's correction calls this in the same transaction.</summary>
    public static RefundDue OfSale(RefundDueId id, RefundReason reason, OrderId order, SellerOrderId sellerOrder, MoneyPlace place, Money amount, DateTimeOffset now)
        => Make(id, reason, order, sellerOrder, null, place, amount, now);

    /// <summary>An admin has sent it and writes down the reference.</summary>
    /// <param name="limit">What one person decides.</param>
    /// <param name="on">The charge that it went back on and what of it, where it was not sent in đồng.</param>
    public Outcome Pay(string reference, RefundLimit limit, DateTimeOffset now, OnCharge? on = null)
    {
        if (MaySend(limit) is { IsDone: false } no)
            return no;
        PutOn(on);
        Settle(reference, now);
        return Outcome.Done;
    }

    /// <summary>What had been sent did not arrive.</summary>
    /// <param name="again">The id of the one that owes it from now on.</param>
    /// <returns>That one; null where nothing was sent, or that was known: nothing changes then.</returns>
    public RefundDue? Fail(RefundDueId again, DateTimeOffset now)
    {
        if (IsOpen || Reference is null || FailedAt is not null)
            return null;
        FailedAt = now;
        Raise(new RefundFailed(Id, Order, Left) { Place = Place, Again = again, Foreign = Foreign });
        var due = Make(again, Reason, Order, SellerOrder, MoneyIn, Place, Amount, now);
        due.SetOff = SetOff;
        return due;
    }

    /// <summary>Sets off what the bank took back.</summary>
    /// <returns>How much; nothing where it was paid before or is just being sent.</returns>
    public Money Deduct(Money atMost, DateTimeOffset now)
    {
        var off = !IsOpen || Call is not null ? Money.Zero(Amount.Currency) : atMost < Left ? atMost : Left;
        SetOff += off;
        if (IsOpen && Left.IsZero)
            PaidAt = now;
        return off;
    }

    private void Settle(string reference, DateTimeOffset now)
    {
        (PaidAt, Reference, Call, AskedUntil, RefusedFor) = (now, reference, null, null, null);
        Raise(new RefundPaid(Id, Order, Left) { Place = Place, Foreign = Foreign });
    }

    private Money? Foreign => Moved.Currency == Amount.Currency ? null : Moved;

    private void PutOn(OnCharge? on) => (Charge, Moved) = on is null ? (Charge, Left) : (on.Charge, on.Moved);

    private static RefundDue Make(
        RefundDueId id, RefundReason reason, OrderId? order, SellerOrderId? sellerOrder, MoneyInId? moneyIn, MoneyPlace place, Money amount, DateTimeOffset now)
    {
        if (amount.Minor <= 0)
            throw new ArgumentException("Nothing is not owed.", nameof(amount));
        return new()
        {
            Id = id,
            // A UUIDv7 ends with random bits.
            Code = PublicCode.From(id.Value.ToByteArray(bigEndian: true).AsSpan(11)).Value,
            Reason = reason,
            Order = order,
            SellerOrder = sellerOrder,
            MoneyIn = moneyIn,
            Place = place,
            Amount = amount,
            Moved = Money.Zero(amount.Currency),
            SetOff = Money.Zero(amount.Currency),
            OpenedAt = now,
        };
    }
}
