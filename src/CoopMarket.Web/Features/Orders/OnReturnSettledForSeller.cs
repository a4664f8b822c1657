using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Tells the cooperative that the market settled a return in its place; the order's page says how.</summary>
internal sealed class OnReturnSettledForSeller(MarketDb db, OrderMailbox mailbox) : IHandle<ReturnSettledForSeller>
{
    public async Task HandleAsync(ReturnSettledForSeller happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await mailbox.OrderAsync(happened.Order, cancellationToken);
        var back = await db.Set<Return>().AsNoTracking().SingleAsync(r => r.Id == happened.Return, cancellationToken);
        await mailbox.SayAtDeskAsync(delivery, order, order.Part(happened.SellerOrder)!, back.State == ReturnState.Lost ? "return-lost" : "return-settled", cancellationToken, back);
    }
}
