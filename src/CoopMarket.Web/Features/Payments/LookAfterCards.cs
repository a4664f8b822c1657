using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Comes round and asks the gateway about pages of which the market doesn't know enough: asked for and not answered, past their
/// time and not said to be closed, or open although the order awaits no money any more. It looks up; it never asks for a page again.
/// </summary>
internal sealed partial class LookAfterCards(
    MarketDb db, OwnScope own, StripeCards cards, StripeSettings settings, TimeProvider time, ILogger<LookAfterCards> log) : IScheduled
{
    private const int AtOnce = 100;

    // A call takes ten seconds at most; what is still under way is left to itself.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    private static readonly Actor Job = Actor.Job("look-after-cards");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsOffered)
            return;
        var now = time.Now();
        var settled = now - Settled;
        var due = await db.Set<CardAttempt>()
            .Where(a => a.EndedAt == null && (a.AskedUntil == null || a.AskedUntil <= now)
                && (a.State == CardAttemptState.Open
                    ? a.ClosesAt <= now || !db.Set<Payment>().Any(p => p.Id == a.Payment && (p.State == PaymentState.Awaiting || p.State == PaymentState.PartlyPaid))
                    : a.BegunAt <= settled))
            .OrderBy(a => a.BegunAt).Take(AtOnce).Select(a => a.Id).ToListAsync(cancellationToken);
        foreach (var attempt in due)
            await AskAsync(attempt, cancellationToken);
    }

    private async Task AskAsync(CardAttemptId attempt, CancellationToken cancellationToken)
    {
        var claimed = await own.SendAsync(new ClaimCard.Command(Job, attempt), cancellationToken);
        if (!claimed.IsDone)
            return;
        try
        {
            if (await StateAsync(claimed.Value, cancellationToken) is { } found)
                await TellAsync(attempt, found, cancellationToken);
            else if (time.Now() - claimed.Value.BegunAt > CardAttempt.SurelyKnown)
                await own.SendAsync(new RecordCard.Command(Job, attempt, new CardAnswer.Refused("never arrived")), cancellationToken);
        }
        catch (CardsUnreachableException e)
        {
            Unreachable(attempt.ToString(), e);
        }
    }

    private async Task<CardPageState?> StateAsync(ClaimCard.Claimed claimed, CancellationToken cancellationToken) => claimed switch
    {
        { Session: null } => await cards.FindAsync(claimed.Attempt, claimed.BegunAt, cancellationToken),
        { IsUnwanted: true } => await cards.CloseAsync(claimed.Session, cancellationToken),
        _ => await cards.ReadAsync(claimed.Session, cancellationToken),
    };

    private async Task TellAsync(CardAttemptId attempt, CardPageState found, CancellationToken cancellationToken)
    {
        if (found.Told.IsPaid)
            // As if the gateway had told it; its own message, if it comes after all, finds the money counted.
            await own.SendAsync(new StoreCardEvent.Command(
                Job, new($"seen-{found.Told.Session}", CardEvent.Completed, "", "", settings.IsLive, time.Now(), found.Told)), cancellationToken);
        else if (found.IsClosed)
            await own.SendAsync(new RecordCard.Command(Job, attempt, new CardAnswer.Closed(found.Told.Session)), cancellationToken);
        else if (found.Page.Length > 0)
            await own.SendAsync(new RecordCard.Command(Job, attempt, new CardAnswer.Opened(found.Told.Session, found.Page)), cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "The card gateway could not be asked about {Attempt}")]
    private partial void Unreachable(string attempt, Exception e);
}
