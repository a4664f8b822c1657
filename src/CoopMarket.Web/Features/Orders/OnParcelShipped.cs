using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer that a parcel is on its way, and by which number she finds it once that was put right.</summary>
internal sealed class OnParcelShipped(OrderMailbox mailbox) : IHandle<ParcelShipped>, IHandle<ParcelRenumbered>
{
    public async Task HandleAsync(ParcelShipped happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        await mailbox.TellBuyerAsync(delivery, order, "Shipped", order.Part(happened.SellerOrder), null, cancellationToken);
    }

    public async Task HandleAsync(ParcelRenumbered happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        if (order.Part(happened.SellerOrder) is { State: SellerOrderState.Shipped } part)
            await mailbox.TellBuyerAsync(delivery, order, "Renumbered", part, null, cancellationToken);
    }
}
