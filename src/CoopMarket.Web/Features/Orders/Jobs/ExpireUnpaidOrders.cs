using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Jobs;

/// <summary>Finds orders whose time to be paid is over. It may run on every node: who comes second finds the order gone.</summary>
internal sealed class ExpireUnpaidOrders(MarketDb db, EachAlone each, TimeProvider time) : IScheduled
{
    private const int AtOnce = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        List<OrderId> due = await db.Set<Order>().Where(o => o.State == OrderState.AwaitingPayment && o.PayBy <= now)
            .OrderBy(o => o.PayBy).Select(o => o.Id).Take(AtOnce).ToListAsync(cancellationToken);
        await each.SendAsync(due.Select(order => new ExpireOrder.Command(Actor.Job("expire-unpaid-orders"), order)), cancellationToken);
    }
}
