using CoopMarket.Domain.Lots;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots.Jobs;

/// <summary>Writes down what this node has counted of visits; what does not go is counted again in the next round.</summary>
internal sealed class WriteVisits(MarketDb db, WriteGate gate, LabelVisits visits) : IScheduled
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var left = new Queue<((Domain.Shared.LotId Lot, DateOnly Day) Of, int Count)>(visits.Take());
        try
        {
            for (; left.TryPeek(out var one); left.Dequeue())
            {
                var ((lot, day), count) = one;
                using (await gate.EnterAsync(cancellationToken))
                    if (await db.Set<LotVisits>().Where(v => v.Lot == lot && v.Day == day).ExecuteUpdateAsync(set => set.SetProperty(v => v.Count, v => v.Count + count), cancellationToken) == 1)
                        continue;
                // Another node may begin the day at the same moment: then this round ends here.
                db.Add(LotVisits.Begin(lot, day, count));
                await db.SaveChangesAsync(cancellationToken);
            }
        }
        finally
        {
            foreach (var (of, count) in left)
                visits.Add(of, count);
        }
    }
}
