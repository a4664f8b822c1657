using CoopMarket.Domain.Complaints;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Complaints.Jobs;

/// <summary>Finds complaints whose time is over: see <see cref="Complaint.MonthsToRemember"/>.</summary>
internal sealed class ForgetComplaints(MarketDb db, EachAlone each, TimeProvider time) : IScheduled
{
    /// <summary>How often it comes by.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromDays(1);

    // What is left over waits for the next round.
    private const int AtOnce = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = ForgetComplaint.Before(time.Now());
        var due = await db.Set<Complaint>().Where(c => (c.State == ComplaintState.Settled || c.State == ComplaintState.Closed) && c.SettledAt < before)
            .Where(c => c.Name != "" || c.Email != "" || c.Phone != "" || c.Person != null)
            .OrderBy(c => c.SettledAt).Select(c => c.Id).Take(AtOnce).ToListAsync(cancellationToken);
        await each.SendAsync(due.Select(id => new ForgetComplaint.Command(Actor.Job("forget-complaints"), id)), cancellationToken);
    }
}
