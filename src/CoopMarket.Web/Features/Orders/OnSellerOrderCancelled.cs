using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the cooperative that a part was called off, so that nobody packs it.</summary>
internal sealed class OnSellerOrderCancelled(OrderMailbox mailbox) : IHandle<SellerOrderCancelled>
{
    public async Task HandleAsync(SellerOrderCancelled happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        if (order.Part(happened.SellerOrder) is { State: SellerOrderState.Cancelled, ShippedAt: null } part)
            await mailbox.SayAtDeskAsync(delivery, order, part, "called-off", cancellationToken);
    }
}
