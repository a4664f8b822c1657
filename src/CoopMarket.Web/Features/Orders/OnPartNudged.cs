using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Writes what the clock has to say; not where the part has moved on meanwhile.</summary>
internal sealed class OnPartNudged(OrderMailbox mailbox) : IHandle<PartNudged>
{
    public async Task HandleAsync(PartNudged happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        var part = order.Part(happened.SellerOrder)!;
        if (happened.Kind == NudgeKind.HasItArrived)
        {
            if (part.State == SellerOrderState.Shipped)
                await mailbox.TellBuyerAsync(delivery, order, "HasItArrived", part, null, cancellationToken);
        }
        else if (part.State == SellerOrderState.ToAccept && happened.Kind == NudgeKind.MayCancel)
        {
            await mailbox.TellBuyerAsync(delivery, order, "MayCancel", part, null, cancellationToken);
        }
        else if (part.State == SellerOrderState.ToAccept)
        {
            await mailbox.TellDeskAsync(delivery, order, part, "AcceptPlease", cancellationToken);
        }
    }
}
