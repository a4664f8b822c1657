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
/// Comes round and has the gateway take back what is agreed on of transfers, looks up what nobody knows, and takes in what the gateway
/// has told of. It is asked for again only when the gateway surely knows nothing of it, and then under the same key.
/// </summary>
internal sealed partial class SendReversals(
    MarketDb db, OwnScope own, StripeConnect stripe, StripeSettings settings, TimeProvider time, ILogger<SendReversals> log) : IScheduled
{
    private const int AtOnce = 100;

    // A call takes ten seconds at most; what is still under way is left to itself.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    private static readonly Actor Job = Actor.Job("send-reversals");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsOffered)
            return;
        var now = time.Now();
        var settled = now - Settled;
        var heard = await db.Set<Payout>().Where(p => p.State == PayoutState.Paid && p.HeardAt != null && (p.AskedUntil == null || p.AskedUntil <= now))
            .OrderBy(p => p.HeardAt).Take(AtOnce).Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var payout in heard)
            if (await own.SendAsync(new ClaimPayout.Command(Job, payout), cancellationToken) is { IsDone: true } claimed)
                await SeeAsync(payout, claimed.Value.Reference, cancellationToken);

        var open = db.Set<TransferReversal>().Where(r => r.EndedAt == null).OrderBy(r => r.ProposedAt);
        var inDoubt = await open.Where(r => (r.State == ReversalState.Asked || r.State == ReversalState.Uncertain) && r.CalledAt <= settled && (r.AskedUntil == null || r.AskedUntil <= now))
            .Take(AtOnce).Select(r => r.Id).ToListAsync(cancellationToken);
        foreach (var reversal in inDoubt)
            await LookUpAsync(reversal, cancellationToken);

        // Where nobody is paid so any more, what was begun is looked up to its end, and nothing is begun.
        var agreed = settings.Connects ? await open.Where(r => r.State == ReversalState.Agreed).Take(AtOnce).Select(r => r.Id).ToListAsync(cancellationToken) : [];
        foreach (var reversal in agreed)
            await ReverseAsync(reversal, cancellationToken);
    }

    private async Task ReverseAsync(TransferReversalId reversal, CancellationToken cancellationToken)
    {
        var begun = await own.SendAsync(new BeginReversal.Command(Job, reversal), cancellationToken);
        if (begun.IsDone)
            // Once asked, its answer is written down, whatever stops meanwhile.
            await own.SendAsync(new RecordReversal.Command(Job, reversal, await AskAsync(begun.Value)), CancellationToken.None);
    }

    // Keys are forgotten by the gateway after a day: books that were restored from an older backup ask for what was taken back long ago.
    private async Task<ConnectAnswer> AskAsync(ReversalOrder order)
    {
        try
        {
            var seen = await stripe.ReversalsAsync(order.Transfer, CancellationToken.None);
            return seen.FirstOrDefault(s => s.Reversal == order.Reversal) is { } done ? new ConnectAnswer.Made(done.Name) : await stripe.ReverseAsync(order, CancellationToken.None);
        }
        catch (CardsUnreachableException e)
        {
            Unreachable(order.Transfer, e);
            return new ConnectAnswer.NotNow();
        }
    }

    private async Task LookUpAsync(TransferReversalId reversal, CancellationToken cancellationToken)
    {
        var claimed = await own.SendAsync(new ClaimReversal.Command(Job, reversal), cancellationToken);
        if (claimed.IsDone && await SeeAsync(claimed.Value.Payout, claimed.Value.Transfer, cancellationToken) is { } seen
            && seen.All(s => s.Reversal != reversal) && time.Now() - claimed.Value.CalledAt > StripeConnect.SurelyKnown)
            await own.SendAsync(new RecordReversal.Command(Job, reversal, new ConnectAnswer.Lost()), cancellationToken);
    }

    private async Task<IReadOnlyList<SeenReversal>?> SeeAsync(PayoutId payout, string transfer, CancellationToken cancellationToken)
    {
        var askedAt = time.Now();
        try
        {
            var seen = await stripe.ReversalsAsync(transfer, cancellationToken);
            await own.SendAsync(new SeeReversals.Command(Job, payout, seen, askedAt), cancellationToken);
            return seen;
        }
        catch (CardsUnreachableException e)
        {
            Unreachable(transfer, e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The card gateway could not be asked about the transfer {Transfer}")]
    private partial void Unreachable(string transfer, Exception e);
}
