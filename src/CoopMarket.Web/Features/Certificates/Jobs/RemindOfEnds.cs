using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates.Jobs;

/// <summary>
/// Finds certificates of whose end their cooperatives are to be reminded. What went out is written on the certificate, so a day on
/// which no node ran is made up for, and whoever comes second finds nothing.
/// </summary>
internal sealed class RemindOfEnds(MarketDb db, EachAlone each, TimeProvider time) : IScheduled
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = VietnamDay.Of(time.Now());
        var far = today.AddDays(Certificate.RemindedBefore[0]);
        var last = Certificate.RemindedBefore[^1];
        var soon = await db.Set<Certificate>().AsNoTracking().IgnoreAutoIncludes()
            .Where(c => c.State == CertificateState.Confirmed && today <= c.Expires && c.Expires <= far && (c.Reminded == null || c.Reminded > last))
            .OrderBy(c => c.Expires).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        await each.SendAsync(
            soon.Where(c => c.ReminderDue(today) is not null).Select(c => new RemindOfEnd.Command(Actor.Job("remind-of-certificates"), c.Id)), cancellationToken);
    }
}
