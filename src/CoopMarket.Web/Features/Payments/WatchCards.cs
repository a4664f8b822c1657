using System.Globalization;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Tells the admins of messages of the card gateway that didn't fit and wait to be looked at.</summary>
internal sealed class WatchCards(MarketDb db, Alerts alerts) : IScheduled
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var odd = await db.Set<CardEvent>().CountAsync(e => e.State == CardEventState.Odd, cancellationToken);
        if (odd > 0)
            await alerts.RaiseAsync(AlertKind.CardMessageOdd, odd.ToString(CultureInfo.InvariantCulture), cancellationToken);
    }
}
