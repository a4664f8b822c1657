using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer what the cooperative wrote down, so that she can say if it was otherwise: no fee is owed for a refused parcel.</summary>
internal sealed class OnParcelRefused(OrderMailbox mailbox) : IHandle<ParcelRefused>
{
    public async Task HandleAsync(ParcelRefused happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        var part = order.Part(happened.SellerOrder);
        await mailbox.TellBuyerAsync(delivery, order, part?.State == SellerOrderState.Refused ? "Refused" : "CameBack", part, null, cancellationToken);
    }
}
