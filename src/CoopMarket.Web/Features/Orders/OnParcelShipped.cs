using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer that a parcel is on its way.</summary>
internal sealed class OnParcelShipped(OrderMailbox mailbox) : IHandle<ParcelShipped>
{
    public async Task HandleAsync(ParcelShipped happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        await mailbox.TellBuyerAsync(delivery, order, "Shipped", order.Part(happened.SellerOrder), null, cancellationToken);
    }
}
