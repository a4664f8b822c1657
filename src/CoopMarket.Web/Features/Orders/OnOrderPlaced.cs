using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Thanks the buyer and says how to pay.</summary>
internal sealed class OnOrderPlaced(OrderMailbox mailbox) : IHandle<OrderPlaced>
{
    public async Task HandleAsync(OrderPlaced happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        await mailbox.TellBuyerAsync(delivery, order, "Placed", null, null, cancellationToken);
    }
}
