using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer that she can fetch a part, and where; not where it was unpacked meanwhile.</summary>
internal sealed class OnReadyToFetch(OrderMailbox mailbox, Cooperatives cooperatives) : IHandle<ReadyToFetch>
{
    public async Task HandleAsync(ReadyToFetch happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        if (order.Part(happened.SellerOrder) is { State: SellerOrderState.Packed } part && await cooperatives.OneAsync(part.Cooperative, cancellationToken) is { } coop)
            await mailbox.TellReadyToFetchAsync(delivery, order, part, new(coop.Village, coop.Commune, coop.Phone), cancellationToken);
    }
}
