using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer that what she called off is not sent, and what goes back to her for it.</summary>
internal sealed class OnBuyerCalledOff(OrderMailbox mailbox) : IHandle<BuyerCalledOff>
{
    public async Task HandleAsync(BuyerCalledOff happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        if (order.Part(happened.SellerOrder) is { } part)
            await mailbox.TellCalledOffAsync(delivery, order, part, cancellationToken);
    }
}
