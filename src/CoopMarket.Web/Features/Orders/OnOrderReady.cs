using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer that her money came.</summary>
internal sealed class OnOrderReady(OrderMailbox mailbox) : IHandle<OrderReady>
{
    public async Task HandleAsync(OrderReady happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        if (order.PaidAt is not null)
            await mailbox.TellBuyerAsync(delivery, order, "Paid", null, null, cancellationToken);
    }
}
