using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells every cooperative of its part, once it is paid or to be paid in cash.</summary>
internal sealed class OnOrderReadyTellSellers(OrderMailbox mailbox) : IHandle<OrderReady>
{
    public async Task HandleAsync(OrderReady happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        foreach (var part in order.Parts)
            await mailbox.TellDeskAsync(delivery, order, part, "ToAccept", cancellationToken);
    }
}
