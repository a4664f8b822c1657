using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <content>What may be said of it while it is on its way, and once somebody said that it is there.</content>
public sealed partial class SellerOrder
{
    /// <summary>The first day in Vietnam on which it may be there, by the days that its way usually takes; null until it is sent.</summary>
    public DateOnly? UsuallyFrom => UsuallyAfter(DaysMin);

    /// <summary>The day in Vietnam by which it is usually there; null until it is sent.</summary>
    public DateOnly? UsuallyBy => UsuallyAfter(DaysMax);

    /// <summary>Whether the buyer may say that it did not arrive: while it is on its way, or shortly after another said it was there.</summary>
    public bool MayBeMissed(DateTimeOffset now) => NotArrivedAt is null
        && (State == SellerOrderState.Shipped || (State == SellerOrderState.Delivered && DeliveredBy != Witness.Buyer && now < DeliveredAt + Order.TimeToObject));

    /// <summary>Whether it may be written down as lost, by the word of a cooperative or an admin.</summary>
    public bool MayBeLost(PaymentWay way, Witness by)
        => State == SellerOrderState.Shipped
            ? by is Witness.Cooperative or Witness.Admin
            : State == SellerOrderState.Delivered && NotArrivedAt is not null && by == Witness.Admin && way != PaymentWay.CashOnDelivery;

    /// <summary>Whether the buyer may say that she has it.</summary>
    public bool MayBeConfirmed => State == SellerOrderState.Shipped || this is { State: SellerOrderState.Packed, Way: DeliveryWay.PickUp }
        or { State: SellerOrderState.Delivered, NotArrivedAt: not null };

    /// <summary>Whether an admin may find that it was taken after all: it was to be paid at the door, to a carrier that pays the cooperative.</summary>
    /// <param name="way">How the order is paid.</param>
    public bool MayBeTakenAfterAll(PaymentWay way) => State == SellerOrderState.Refused && way == PaymentWay.CashOnDelivery && !IsCashForMarket;

    private DateOnly? UsuallyAfter(int workingDays) => ShippedAt is { } sent ? VietnamDay.Of(WorkingDays.After(sent, workingDays, [])) : null;
}
