using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer that the order that she called off before she paid is off.</summary>
internal sealed class OnOrderCancelled(OrderMailbox mailbox) : IHandle<OrderCancelled>
{
    public async Task HandleAsync(OrderCancelled happened, Delivery delivery, CancellationToken cancellationToken)
        => await mailbox.TellBuyerAsync(delivery, await mailbox.OrderAsync(happened.Order, cancellationToken), "Cancelled", null, null, cancellationToken);
}
