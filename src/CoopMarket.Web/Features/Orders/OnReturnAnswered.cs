using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer whether the cooperative takes something back, and where to send it.</summary>
internal sealed class OnReturnAnswered(MarketDb db, OrderMailbox mailbox) : IHandle<ReturnAnswered>
{
    public async Task HandleAsync(ReturnAnswered happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        var back = await db.Set<Return>().AsNoTracking().SingleAsync(r => r.Id == happened.Return, cancellationToken);
        await mailbox.TellAnsweredAsync(delivery, order, order.Part(happened.SellerOrder)!, new(back.State != ReturnState.Refused, back.Answer), cancellationToken);
    }
}
