using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer that her parcel is lost, and that what she paid for it goes back.</summary>
internal sealed class OnParcelLost(OrderMailbox mailbox) : IHandle<ParcelLost>
{
    public async Task HandleAsync(ParcelLost happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        await mailbox.TellBuyerAsync(delivery, order, "Lost", order.Part(happened.SellerOrder), null, cancellationToken);
    }
}
