using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// Comes round and asks the gateway about cooperatives' accounts: those that were asked for and not answered, those of which it has told
/// something, and each once a day, because a message may be lost.
/// </summary>
internal sealed partial class LookAfterConnected(
    MarketDb db, OwnScope own, StripeConnect stripe, StripeSettings settings, TimeProvider time, ILogger<LookAfterConnected> log) : IScheduled
{
    private const int AtOnce = 100;

    // A call takes ten seconds at most; what is still under way is left to itself.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan AtLeast = TimeSpan.FromDays(1);

    private static readonly Actor Job = Actor.Job("look-after-connected");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsOffered)
            return;
        var now = time.Now();
        var (settled, stale, connects) = (now - Settled, now - AtLeast, settings.Connects);
        // Where nobody is paid so any more, what was begun is still looked up to its end.
        var due = await db.Set<ConnectedAccount>()
            .Where(a => (a.AskedUntil == null || a.AskedUntil <= now)
                && (a.State == ConnectState.Asked || a.State == ConnectState.Uncertain
                    ? a.CalledAt <= settled
                    : connects && a.State == ConnectState.Open && (a.HeardAt != null || a.ReadAt == null || a.ReadAt <= stale)))
            .OrderBy(a => a.CalledAt).Take(AtOnce).Select(a => a.Cooperative).ToListAsync(cancellationToken);
        foreach (var cooperative in due)
            await AskAsync(cooperative, cancellationToken);
    }

    private async Task AskAsync(CooperativeId cooperative, CancellationToken cancellationToken)
    {
        var claimed = await own.SendAsync(new ClaimConnected.Command(Job, cooperative), cancellationToken);
        if (!claimed.IsDone)
            return;
        var (account, calledAt) = claimed.Value;
        var askedAt = time.Now();
        try
        {
            if (account.Length > 0)
                await own.SendAsync(new RecordConnected.Command(Job, cooperative, await stripe.ReadAsync(account, cancellationToken), askedAt), cancellationToken);
            else if (await stripe.FindAccountAsync(cooperative, calledAt, cancellationToken) is { } found)
                await own.SendAsync(new RecordConnecting.Command(Job, cooperative, new ConnectAnswer.Made(found)), cancellationToken);
            else if (askedAt - calledAt > StripeConnect.SurelyKnown)
                await own.SendAsync(new RecordConnecting.Command(Job, cooperative, new ConnectAnswer.Lost()), cancellationToken);
        }
        catch (CardsUnreachableException e)
        {
            Unreachable(cooperative.ToString(), e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The card gateway could not be asked about the account of {Cooperative}")]
    private partial void Unreachable(string cooperative, Exception e);
}
