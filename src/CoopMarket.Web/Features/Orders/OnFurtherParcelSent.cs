using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer that what was sent comes in one more parcel; not where that was taken back meanwhile.</summary>
internal sealed class OnFurtherParcelSent(OrderMailbox mailbox) : IHandle<FurtherParcelSent>
{
    public async Task HandleAsync(FurtherParcelSent happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        var part = order.Part(happened.SellerOrder)!;
        if (part.FurtherParcels.Any(p => p.Number == happened.Number))
            await mailbox.TellBuyerAsync(delivery, order, "FurtherParcel", part, null, cancellationToken);
    }
}
