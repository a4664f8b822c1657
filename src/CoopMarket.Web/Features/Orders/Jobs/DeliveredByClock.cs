using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Jobs;

/// <summary>Comes round and lets the clock say that parcels arrived.</summary>
internal sealed class DeliveredByClock(MarketDb db, EachAlone each, TimeProvider time) : IScheduled
{
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var due = await DueParts.Arrived(db, time.Now()).OrderBy(p => p.Id).Take(Batch).Select(p => p.Id).ToListAsync(cancellationToken);
        await each.SendAsync(due.Select(part => new DeliverByClock.Command(Actor.Job(nameof(DeliveredByClock)), part)), cancellationToken);
    }
}
