using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Comes round and releases what is due.</summary>
internal sealed class ReleaseHolds(MarketDb db, EachAlone each, TimeProvider time) : IScheduled
{
    private const int Batch = 200;

    private static readonly Actor Job = Actor.Job("release-holds");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        var due = await db.Set<Hold>().Where(h => h.ReleasedAt == null && h.StoppedAt == null && h.DueAt <= now)
            .OrderBy(h => h.DueAt).Take(Batch).Select(h => h.SellerOrder).ToListAsync(cancellationToken);
        await each.SendAsync(due.Select(part => new ReleaseHold.Command(Job, part)), cancellationToken);
    }
}
