using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer that her order is no longer kept.</summary>
internal sealed class OnOrderExpired(OrderMailbox mailbox) : IHandle<OrderExpired>
{
    public async Task HandleAsync(OrderExpired happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        await mailbox.TellBuyerAsync(delivery, order, "Expired", null, null, cancellationToken);
    }
}
