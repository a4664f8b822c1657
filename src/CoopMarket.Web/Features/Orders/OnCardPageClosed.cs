using CoopMarket.Domain.Payments;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Nobody can pay by card any more: the goods needn't be kept until the order's time is over.</summary>
internal sealed class OnCardPageClosed(OrderDrawer drawer, UnpaidOrders unpaid) : IHandle<CardPageClosed>
{
    public async Task HandleAsync(CardPageClosed happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await drawer.OneAsync(happened.Order, cancellationToken) ?? throw new InvalidOperationException($"There is no order {happened.Order}.");
        // Paid, called off or expired by its own clock meanwhile: then there is nothing to let go.
        _ = await unpaid.ExpireAsync(order, cannotBePaid: true, cancellationToken);
    }
}
