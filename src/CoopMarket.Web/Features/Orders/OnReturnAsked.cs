using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the cooperative that something comes back, or is asked to.</summary>
internal sealed class OnReturnAsked(MarketDb db, OrderMailbox mailbox) : IHandle<ReturnAsked>
{
    public async Task HandleAsync(ReturnAsked happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        var back = await db.Set<Return>().AsNoTracking().SingleAsync(r => r.Id == happened.Return, cancellationToken);
        await mailbox.SayAtDeskAsync(delivery, order, order.Part(happened.SellerOrder)!, happened.Reason == ReturnReason.Withdrawal ? "withdrawn-desk" : "return-asked", cancellationToken, back);
    }
}
