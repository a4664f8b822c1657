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
}

/// <summary>Money that the market owes back to a buyer. An admin transfers it and writes down the bank's reference.</summary>
public sealed class RefundDue : Entity
{
    private RefundDue()
    {
    }

    public RefundDueId Id { get; private init; }

    /// <summary>Null where the money named no order.</summary>
    public OrderId? Order { get; private init; }

    /// <summary>The part of the order; null where it is not about one.</summary>
    public SellerOrderId? SellerOrder { get; private init; }

    /// <summary>The bank line that it goes back on; null for money of a sale.</summary>
    public MoneyInId? MoneyIn { get; private init; }

    public RefundReason Reason { get; private init; }

    public Money Amount { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>UTC; null while it is owed.</summary>
    public DateTimeOffset? PaidAt { get; private set; }

    /// <summary>The bank's reference of the transfer back; null while it is owed.</summary>
    public string? Reference { get; private set; }

    public bool IsOpen => PaidAt is null;

    /// <summary>Owes back money that belongs to no sale.</summary>
    public static RefundDue OfSurplus(RefundDueId id, RefundReason reason, OrderId? order, MoneyInId? moneyIn, Money amount, DateTimeOffset now)
    {
        var due = Make(id, reason, order, null, moneyIn, amount, now);
        due.Raise(new SurplusFellDue(id, order, amount));
        return due;
    }

    /// <summary>Owes back money of a sale; whoever books the sale's correction calls this in the same transaction.</summary>
    public static RefundDue OfSale(RefundDueId id, RefundReason reason, OrderId order, SellerOrderId sellerOrder, Money amount, DateTimeOffset now)
        => Make(id, reason, order, sellerOrder, null, amount, now);

    /// <summary>It was transferred back.</summary>
    /// <returns>False when that was written down before; nothing changes then.</returns>
    public bool TryPay(string reference, DateTimeOffset now)
    {
        if (!IsOpen)
            return false;
        (PaidAt, Reference) = (now, reference);
        Raise(new RefundPaid(Id, Order, Amount));
        return true;
    }

    private static RefundDue Make(RefundDueId id, RefundReason reason, OrderId? order, SellerOrderId? sellerOrder, MoneyInId? moneyIn, Money amount, DateTimeOffset now)
    {
        if (amount.Minor <= 0)
            throw new ArgumentException("Nothing is not owed.", nameof(amount));
        return new() { Id = id, Reason = reason, Order = order, SellerOrder = sellerOrder, MoneyIn = moneyIn, Amount = amount, OpenedAt = now };
    }
}
