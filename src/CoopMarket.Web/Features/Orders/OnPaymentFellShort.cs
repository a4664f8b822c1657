using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer at once that not all of it came: the goods are kept for hours only, and who mistyped a number thinks that she has paid.</summary>
internal sealed class OnPaymentFellShort(OrderMailbox mailbox) : IHandle<PaymentFellShort>
{
    public async Task HandleAsync(PaymentFellShort happened, Delivery delivery, CancellationToken cancellationToken)
        => await mailbox.TellShortAsync(delivery, await mailbox.OrderAsync(happened.Order, cancellationToken), new(happened.Paid, happened.Open), cancellationToken);
}
