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

/// <summary>An unpaid order let its stock go.</summary>
[EventName("orders.order-expired")]
public sealed record OrderExpired(OrderId Order, string Code) : DomainEvent;

/// <summary>A seller order was cancelled: by the buyer where nobody accepted it in time, or by the cooperative as a whole.</summary>
[EventName("orders.seller-order-cancelled")]
public sealed record SellerOrderCancelled(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>A cooperative can't deliver a line (or some of it); its stock went back.</summary>
[EventName("orders.line-declined")]
public sealed record LineDeclined(OrderId Order, SellerOrderId SellerOrder, OrderLineId Line, int Quantity) : DomainEvent;

/// <summary>A parcel left the cooperative.</summary>
[EventName("orders.parcel-shipped")]
public sealed record ParcelShipped(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>A parcel arrived, by the word of the buyer, the cooperative or the clock.</summary>
[EventName("orders.parcel-delivered")]
public sealed record ParcelDelivered(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;

/// <summary>A buyer refused a parcel that was to be paid in cash; its stock went back.</summary>
[EventName("orders.parcel-refused")]
public sealed record ParcelRefused(OrderId Order, SellerOrderId SellerOrder) : DomainEvent;
