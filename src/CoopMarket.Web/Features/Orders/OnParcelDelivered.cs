using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer that a parcel counts as delivered, and what to do if it is not so.</summary>
internal sealed class OnParcelDelivered(OrderMailbox mailbox) : IHandle<ParcelDelivered>
{
    public async Task HandleAsync(ParcelDelivered happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        await mailbox.TellBuyerAsync(delivery, order, "Delivered", order.Part(happened.SellerOrder), null, cancellationToken);
    }
}
