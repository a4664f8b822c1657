using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots.Jobs;

/// <summary>Finds lots whose best before is over, or that were called back while some came in, and of which some is for sale still. It may run on every node: who comes second finds nothing.</summary>
internal sealed class WithholdOldLots(MarketDb db, EachAlone each, TimeProvider time) : IScheduled
{
    private const int AtOnce = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = VietnamDay.Of(time.Now());
        List<LotId> old = await db.Set<Lot>().Where(l => (l.BestBefore < today || l.State == LotState.Recalled) && db.Set<LotStock>().Any(s => s.Lot == l.Id && s.Pieces > 0))
            .OrderBy(l => l.BestBefore).ThenBy(l => l.Id).Select(l => l.Id).Take(AtOnce).ToListAsync(cancellationToken);
        await each.SendAsync(old.Select(lot => new WithholdLot.Command(Actor.Job("withhold-old-lots"), lot)), cancellationToken);
    }
}
