using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells each cooperative that the buyer's bank disputes the payment, what it can send as proof and until when, and how it ended.</summary>
internal sealed class OnDispute(OrderMailbox mailbox) : IHandle<PaymentDisputed>, IHandle<DisputeEnded>
{
    public async Task HandleAsync(PaymentDisputed happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        foreach (var part in Sent(order))
            await mailbox.TellDeskAsync(delivery, order, part, "Disputed", cancellationToken, proofBy: happened.ProofBy);
    }

    public async Task HandleAsync(DisputeEnded happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        foreach (var part in Sent(order))
            await mailbox.SayAtDeskAsync(delivery, order, part, happened.IsWon ? "dispute-won" : "dispute-lost", cancellationToken);
    }

    // What was not sent has nothing to prove, and is called off.
    private static IEnumerable<SellerOrder> Sent(Order order) => order.Parts.Where(p => p.ShippedAt is not null || p.State == SellerOrderState.Delivered);
}
