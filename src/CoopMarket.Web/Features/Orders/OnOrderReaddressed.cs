using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer where her order goes now: if it was somebody else who said so, she can still stop it.</summary>
internal sealed class OnOrderReaddressed(OrderMailbox mailbox) : IHandle<OrderReaddressed>
{
    public async Task HandleAsync(OrderReaddressed happened, Delivery delivery, CancellationToken cancellationToken)
        => await mailbox.TellBuyerAsync(delivery, await mailbox.OrderAsync(happened.Order, cancellationToken), "Readdressed", null, null, cancellationToken);
}

/// <summary>Tells the cooperatives that pack it; a slip that they printed before is wrong.</summary>
internal sealed class OnOrderReaddressedTellSellers(OrderMailbox mailbox) : IHandle<OrderReaddressed>
{
    public async Task HandleAsync(OrderReaddressed happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        // What is not paid yet no cooperative knows of.
        if (order.State != OrderState.Placed)
            return;
        foreach (var part in order.Parts.Where(p => p is { HasEnded: false, ShippedAt: null }))
            await mailbox.SayAtDeskAsync(delivery, order, part, "readdressed", cancellationToken);
    }
}
