namespace CoopMarket.Domain.Orders;

/// <summary>Where an order as a whole stands.</summary>
public enum OrderState
{
    /// <summary>Placed, to be paid by <see cref="Order.PayBy"/>; its stock is kept until then.</summary>
    AwaitingPayment,

    /// <summary>Paid, or to be paid in cash; the cooperatives are at it.</summary>
    Placed,

    /// <summary>Not paid in time; its stock went back.</summary>
    Expired,

    /// <summary>Called off before it was paid, or none of its parts was delivered.</summary>
    Cancelled,

    /// <summary>Every part has ended and at least one was delivered.</summary>
    Completed,
}

/// <summary>Where one cooperative's part stands. The table of moves is drawn in <see cref="SellerOrder"/>.</summary>
public enum SellerOrderState
{
    AwaitingPayment,
    ToAccept,
    ToPack,
    Packed,
    Shipped,
    Delivered,

    /// <summary>The cooperative declined every line.</summary>
    Declined,

    /// <summary>Not paid in time, called off by the buyer or as a whole, or withdrawn from before it was taken.</summary>
    Cancelled,

    /// <summary>The buyer did not take the parcel, and it came back; she had not withdrawn from it.</summary>
    Refused,

    /// <summary>The carrier lost it.</summary>
    Lost,
}

/// <summary>What follows from the state of a part.</summary>
public static class SellerOrderStates
{
    /// <summary>Whether it was ordered for good and still lies with its cooperative.</summary>
    public static bool IsHere(this SellerOrderState state) => state is SellerOrderState.ToAccept or SellerOrderState.ToPack or SellerOrderState.Packed;
}

/// <summary>How a part gets to the buyer.</summary>
public enum DeliveryWay
{
    /// <summary>By a carrier.</summary>
    Standard,

    /// <summary>The buyer fetches it at the cooperative; costs nothing.</summary>
    PickUp,
}

/// <summary>Who said that a part arrived.</summary>
public enum Witness
{
    Buyer,
    Cooperative,

    /// <summary>Long enough after shipping, unless the buyer said that it did not arrive.</summary>
    Clock,

    /// <summary>An admin, who asked the buyer and the carrier.</summary>
    Admin,
}
