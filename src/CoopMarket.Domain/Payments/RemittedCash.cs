using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>What a line of the bank brought of one parcel's cash, as the carrier's list says. Written once, never changed.</summary>
public sealed class RemittedCash : Entity
{
    private RemittedCash()
    {
    }

    public RemittedCashId Id { get; private init; }

    /// <summary>The line of the bank.</summary>
    public MoneyInId Money { get; private init; }

    public OrderId Order { get; private init; }

    public SellerOrderId SellerOrder { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    /// <summary>What was collected at the door; nothing where the parcel came back, below zero where the carrier takes back what it had paid.</summary>
    public Money Cash { get; private init; }

    /// <summary>What the carrier kept of it for its work; the cooperative's cost.</summary>
    public Money Fee { get; private init; }

    /// <summary>When it was taken in, UTC.</summary>
    public DateTimeOffset TakenAt { get; private init; }

    /// <summary>Writes it down and announces it.</summary>
    /// <param name="cash">Below zero where the carrier takes it back.</param>
    /// <param name="fee">Not negative.</param>
    public static RemittedCash Take(RemittedCashId id, MoneyInId money, CashParcel parcel, Money cash, Money fee, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(parcel);
        var taken = new RemittedCash
        {
            Id = id,
            Money = money,
            Order = parcel.Order,
            SellerOrder = parcel.SellerOrder,
            Cooperative = parcel.Cooperative,
            Cash = cash,
            Fee = fee,
            TakenAt = now,
        };
        taken.Raise(new CashRemitted(id, parcel.Order, parcel.SellerOrder, parcel.Cooperative, cash, fee));
        return taken;
    }
}
