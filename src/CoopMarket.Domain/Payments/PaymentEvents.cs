using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>The whole amount of an order came in; not raised for cash on delivery.</summary>
[EventName("payments.payment-captured")]
public sealed record PaymentCaptured(PaymentId Payment, OrderId Order, Money Amount) : DomainEvent;
