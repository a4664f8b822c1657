using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer what a cooperative gives back, and why.</summary>
internal sealed class OnRefundGranted(OrderMailbox mailbox) : IHandle<RefundGranted>
{
    public async Task HandleAsync(RefundGranted happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        await mailbox.TellRefundedAsync(delivery, order, order.Part(happened.SellerOrder)!, new(happened.Goods + happened.Delivery, happened.Reason), cancellationToken);
    }
}
