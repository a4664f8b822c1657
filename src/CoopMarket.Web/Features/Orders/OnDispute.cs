using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells each cooperative that the buyer's bank disputes the payment, what it can send as proof, and how it ended.</summary>
internal sealed class OnDispute(OrderMailbox mailbox) : IHandle<PaymentDisputed>, IHandle<DisputeEnded>
{
    public async Task HandleAsync(PaymentDisputed happened, Delivery delivery, CancellationToken cancellationToken)
        => await TellAsync(await mailbox.OrderAsync(happened.Order, cancellationToken), "Disputed", delivery, cancellationToken);

    public async Task HandleAsync(DisputeEnded happened, Delivery delivery, CancellationToken cancellationToken)
        => await TellAsync(await mailbox.OrderAsync(happened.Order, cancellationToken), happened.IsWon ? "DisputeWon" : "DisputeLost", delivery, cancellationToken);

    private async Task TellAsync(Order order, string template, Delivery delivery, CancellationToken cancellationToken)
    {
        foreach (var part in order.Parts.Where(p => p.ShippedAt is not null || p.State == SellerOrderState.Delivered))
            await mailbox.TellDeskAsync(delivery, order, part, template, cancellationToken);
    }
}
