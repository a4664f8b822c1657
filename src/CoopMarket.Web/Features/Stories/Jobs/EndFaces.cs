using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories.Jobs;

/// <summary>Finds faces whose last day is over; whoever comes second finds nothing.</summary>
internal sealed class EndFaces(MarketDb db, EachAlone each, TimeProvider time) : IScheduled
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = VietnamDay.Of(time.Now());
        var over = await db.Set<Consent>().Where(c => c.Kind == ConsentKind.Face && c.WithdrawnAt == null && c.Until < today).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        await each.SendAsync(over.Select(id => new EndFace.Command(Actor.Job("end-faces"), id)), cancellationToken);
    }
}
