using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the cooperative that the buyer misses what it sent.</summary>
internal sealed class OnParcelMissed(OrderMailbox mailbox) : IHandle<ParcelMissed>
{
    public async Task HandleAsync(ParcelMissed happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        if (order.Part(happened.SellerOrder) is { NotArrivedAt: not null } part)
            await mailbox.SayAtDeskAsync(delivery, order, part, "missed", cancellationToken);
    }
}
