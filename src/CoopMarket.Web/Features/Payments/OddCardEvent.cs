using CoopMarket.Domain.Payments;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>One message of the card gateway that didn't fit.</summary>
internal static class OddCardEvent
{
    internal sealed record Query(Actor Actor, string Event) : IQuery<View?>, IForAdmin;

    /// <param name="Amount">In the currency's smallest unit; null where the message names none.</param>
    /// <param name="Note">What an admin wrote; null before.</param>
    internal sealed record View(
        string Id, CardFlaw Flaw, string Type, DateTimeOffset HappenedAt, long? Amount, string Currency, string Session, string Charge, string Account, bool IsLive, string? Note);

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, View?>
    {
        public Task<View?> Handle(Query request, CancellationToken cancellationToken)
            => db.Set<CardEvent>().AsNoTracking().Where(e => e.Id == request.Event && e.Flaw != null)
                .Select(e => new View(e.Id, e.Flaw!.Value, e.Type, e.HappenedAt, e.Amount, e.Currency, e.Session, e.Charge, e.Account, e.IsLive, e.Note)).FirstOrDefaultAsync(cancellationToken);
    }
}

/// <summary>Tells the admins of messages of the card gateway that didn't fit and wait to be looked at, and of a language that the market wasn't written for.</summary>
internal sealed class WatchCards(MarketDb db, Alerts alerts, TimeProvider time) : IScheduled
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var odd = await db.Set<CardEvent>().CountAsync(e => e.State == CardEventState.Odd, cancellationToken);
        if (odd > 0)
            await alerts.RaiseAsync(AlertKind.CardMessageOdd, odd.ToString(System.Globalization.CultureInfo.InvariantCulture), cancellationToken);
        // Within one release the gateway only adds: such messages lose nothing when they are read.
        var (since, release) = (time.Now() - Lately, "%." + StripeMessage.Release);
        var others = await db.Set<CardEvent>().Where(e => e.StoredAt >= since && e.ApiVersion != "" && !EF.Functions.Like(e.ApiVersion, release))
            .Select(e => e.ApiVersion).Distinct().OrderBy(v => v).ToListAsync(cancellationToken);
        if (others.Count > 0)
            await alerts.RaiseAsync(AlertKind.CardVersionDiffers, string.Join(", ", others), cancellationToken);
    }
}
