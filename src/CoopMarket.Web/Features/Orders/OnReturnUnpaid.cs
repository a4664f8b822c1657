using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the buyer that nothing goes back for what she sent, and why; where money goes back, the mail about that says it.</summary>
internal sealed class OnReturnUnpaid(MarketDb db, OrderMailbox mailbox) : IHandle<ReturnUnpaid>
{
    public async Task HandleAsync(ReturnUnpaid happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        var back = await db.Set<Return>().AsNoTracking().SingleAsync(r => r.Id == happened.Return, cancellationToken);
        await mailbox.TellUnpaidAsync(delivery, order, order.Part(happened.SellerOrder)!, new(false, back.Ending), cancellationToken);
    }
}
