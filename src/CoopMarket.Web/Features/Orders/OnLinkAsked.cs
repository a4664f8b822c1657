using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Mails the link of an order again, to its buyer's own address only.</summary>
internal sealed class OnLinkAsked(OrderMailbox mailbox) : IHandle<OrderLinkAsked>
{
    public async Task HandleAsync(OrderLinkAsked happened, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await mailbox.FindAsync(happened.Code, cancellationToken) is { } order && await mailbox.ReachesAsync(order, happened.Email, cancellationToken))
            await mailbox.TellBuyerAsync(delivery, order, "Link", null, null, cancellationToken);
    }
}
