using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer to which account her money goes: if it was somebody else who said so, she can still stop it.</summary>
internal sealed class OnRefundAccountTold(OrderMailbox mailbox) : IHandle<RefundAccountTold>
{
    public async Task HandleAsync(RefundAccountTold happened, Delivery delivery, CancellationToken cancellationToken)
        => await mailbox.TellRefundAccountAsync(
            delivery, await mailbox.OrderAsync(happened.Order, cancellationToken), new(Banks.Find(happened.Bin)?.ShortName ?? happened.Bin, happened.Ending), cancellationToken);
}
