using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Jobs;

/// <summary>Drops the baskets of guests who did not come back.</summary>
internal sealed class DropOldBaskets(MarketDb db, WriteGate gate, TimeProvider time) : IScheduled
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.Now() - Basket.KeptFor;
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.Set<Basket>().Where(b => b.Person == null && b.TouchedAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
