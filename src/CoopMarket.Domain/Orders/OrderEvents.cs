using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>How an order is paid.</summary>
public enum PaymentWay
{
    BankTransfer,
    CashOnDelivery,
    Card,
}

/// <summary>A buyer placed an order.</summary>
[EventName("orders.order-placed")]
public sealed record OrderPlaced(OrderId Order, string Code, PaymentWay Way, Money Total) : DomainEvent;

/// <summary>An order is paid, or needs no payment in advance: its parts wait to be accepted.</summary>
[EventName("orders.order-ready")]
public sealed record OrderReady(OrderId Order, string Code) : DomainEvent;

/// <summary>Somebody asks for the link of an order again. Whether the address is the buyer's is looked up after the answer.</summary>
/// <param name="Code">The order's public code, as it may be: perhaps there is no such order.</param>
/// <param name="Email">As typed.</param>
[EventName("orders.link-asked")]
public sealed record OrderLinkAsked(string Code, string Email) : DomainEvent;

/// <summary>An unpaid order let its stock go.</summary>
[EventName("orders.order-expired")]
public sealed record OrderExpired(OrderId Order, string Code) : DomainEvent;

/// <summary>A buyer called off an unpaid order; its stock went back.</summary>
[EventName("orders.order-cancelled")]
public sealed record OrderCancelled(OrderId Order, string Code) : DomainEvent;

/// <summary>
/// A seller order was cancelled: by the buyer before it was packed, because she withdrew, because the cooperative declined its last
/// line, the bank took the money back, or the parcel was lost or came back untaken.
/// The amounts are what was left of it: declined lines are told by <see cref="LineDeclined"/>, never again here.
/// </summary>
[EventName("orders.seller-order-cancelled")]
public sealed record SellerOrderCancelled(OrderId Order, SellerOrderId SellerOrder) : DomainEvent
{
    /// <summary>The goods that are called off with it.</summary>
    public Money Goods { get; init; }

    /// <summary>The delivery that doesn't take place.</summary>
    public Money Delivery { get; init; }

    /// <summary>The market's fee on those goods.</summary>
    public Money Fee { get; init; }
}

/// <summary>A cooperative can't deliver a line (or some of it); its stock went back.</summary>
[EventName("orders.line-declined")]
public sealed record LineDeclined(OrderId Order, SellerOrderId SellerOrder, OrderLineId Line, int Quantity) : DomainEvent
{
    /// <summary>The price of what was declined this time.</summary>
    public Money Goods { get; init; }

    /// <summary>The market's fee on it; over all declines of a line these sum to the line's fee.</summary>
    public Money Fee { get; init; }

    /// <summary>What the buyer reads.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether nothing is left of the part, so that its delivery doesn't take place either.</summary>
    public bool EndsPart { get; init; }
}

/// <summary>A cooperative gives back some of a part that arrived.</summary>
[EventName("orders.refund-granted")]
public sealed record RefundGranted(OrderId Order, SellerOrderId SellerOrder) : DomainEvent
{
    /// <summary>Of the goods, this time.</summary>
    public Money Goods { get; init; }

    /// <summary>Of the delivery, this time.</summary>
    public Money Delivery { get; init; }

    /// <summary>The market's fee on those goods; over all refunds of a line these sum to no more than its fee.</summary>
    public Money Fee { get; init; }

    /// <summary>What the buyer reads.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>A part that its buyer fetches is packed.</summary>
[EventName("orders.ready-to-fetch")]
public sealed record ReadyToFetch(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>A parcel left the cooperative.</summary>
[EventName("orders.parcel-shipped")]
public sealed record ParcelShipped(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>The carrier or the number of a parcel on its way was put right.</summary>
[EventName("orders.parcel-renumbered")]
public sealed record ParcelRenumbered(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>What was sent goes in one more parcel.</summary>
/// <param name="Number">The carrier's.</param>
[EventName("orders.further-parcel-sent")]
public sealed record FurtherParcelSent(OrderId Order, SellerOrderId SellerOrder, string Number) : DomainEvent;

/// <summary>A parcel arrived, by the word of the buyer, the cooperative or the clock.</summary>
[EventName("orders.parcel-delivered")]
public sealed record ParcelDelivered(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>The buyer says that a parcel that was sent did not arrive.</summary>
[EventName("orders.parcel-missed")]
public sealed record ParcelMissed(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>A parcel that the buyer missed although another had said that it arrived is there after all.</summary>
[EventName("orders.missed-parcel-found")]
public sealed record MissedParcelFound(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>A parcel came back untaken; its stock went back. What goes back of the money is told by <see cref="SellerOrderCancelled"/>.</summary>
[EventName("orders.parcel-refused")]
public sealed record ParcelRefused(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>What was written down as refused was taken and paid at the door, told besides by <see cref="ParcelDelivered"/>.</summary>
[EventName("orders.parcel-taken-after-all")]
public sealed record ParcelTakenAfterAll(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>The buyer herself called off a part, told besides by <see cref="SellerOrderCancelled"/>.</summary>
[EventName("orders.buyer-called-off")]
public sealed record BuyerCalledOff(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>Who gets an order or where was put right, by the buyer or by an admin.</summary>
[EventName("orders.order-readdressed")]
public sealed record OrderReaddressed(OrderId Order) : DomainEvent;

/// <summary>A carrier lost a parcel; what was paid for it is owed back, told by <see cref="SellerOrderCancelled"/>.</summary>
[EventName("orders.parcel-lost")]
public sealed record ParcelLost(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>A buyer wants to send something back, or withdraws from it.</summary>
[EventName("orders.return-asked")]
public sealed record ReturnAsked(ReturnId Return, OrderId Order, SellerOrderId SellerOrder, ReturnReason Reason) : DomainEvent;

/// <summary>The cooperative agreed to a return, or refused it.</summary>
[EventName("orders.return-answered")]
public sealed record ReturnAnswered(ReturnId Return, OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>Nothing is given back for goods that a buyer sent back, or was to.</summary>
[EventName("orders.return-unpaid")]
public sealed record ReturnUnpaid(ReturnId Return, OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>An admin settled a return for its cooperative, or wrote down that it was lost on its way back.</summary>
[EventName("orders.return-settled-for-seller")]
public sealed record ReturnSettledForSeller(ReturnId Return, OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>A return is over: refused, dropped, void, lost, or settled.</summary>
[EventName("orders.return-ended")]
public sealed record ReturnEnded(ReturnId Return, OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>A buyer withdrew from what she bought.</summary>
[EventName("orders.contract-withdrawn")]
public sealed record ContractWithdrawn(WithdrawalId Withdrawal, OrderId Order) : DomainEvent;

/// <summary>Somebody withdraws who is not known to be the buyer. Whether the address is hers is looked up after the answer.</summary>
/// <param name="Code">The order's public code, as it may be: perhaps there is no such order.</param>
/// <param name="Name">As typed.</param>
/// <param name="Email">As typed.</param>
/// <param name="IsUnopened">Whether she says that what is sold sealed is so still.</param>
[EventName("orders.withdrawal-declared")]
public sealed record WithdrawalDeclared(string Code, string Name, string Email, bool IsUnopened) : DomainEvent;

/// <summary>A withdrawal that came without the order's link can't be.</summary>
/// <param name="Reason">The key of the sentence that says why.</param>
[EventName("orders.withdrawal-turned-down")]
public sealed record WithdrawalTurnedDown(OrderId Order, string Reason) : DomainEvent;

/// <summary>Some of a part is of a lot that its cooperative called back. What the buyer is told is looked up when she is written to.</summary>
[EventName("orders.goods-recalled")]
public sealed record BoughtGoodsRecalled(OrderId Order, SellerOrderId SellerOrder, LotId Lot) : DomainEvent;
