using CoopMarket.Domain.Payments;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Tells the admins when the gateway writes in another release of its language than the market was written for. Such messages are
/// still read, but what they say in another way is missed. Looks at every message once a day.
/// </summary>
internal sealed class WatchCardVersion(MarketDb db, Alerts alerts, TimeProvider time) : IScheduled
{
    // A round may be late; each message is looked at by one at least.
    private static readonly TimeSpan Back = TimeSpan.FromDays(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Versions end with the name of their release; within one the gateway only adds.
        var (since, ours) = (time.Now() - Back, "%." + StripeMessage.Release);
        var others = await db.Set<CardEvent>().Where(e => e.StoredAt >= since && e.ApiVersion != "" && !EF.Functions.Like(e.ApiVersion, ours))
            .Select(e => e.ApiVersion).Distinct().OrderBy(v => v).ToListAsync(cancellationToken);
        if (others.Count > 0)
            await alerts.RaiseAsync(AlertKind.CardVersionDiffers, string.Join(", ", others), cancellationToken);
    }
}
