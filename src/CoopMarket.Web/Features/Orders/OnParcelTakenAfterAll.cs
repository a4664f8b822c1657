using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the cooperative what the market found out about a parcel that it had written down as refused.</summary>
internal sealed class OnParcelTakenAfterAll(OrderMailbox mailbox) : IHandle<ParcelTakenAfterAll>
{
    public async Task HandleAsync(ParcelTakenAfterAll happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        await mailbox.SayAtDeskAsync(delivery, order, order.Part(happened.SellerOrder)!, "taken-after-all", cancellationToken);
    }
}
