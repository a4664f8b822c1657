using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// Comes round and has the gateway transfer approved payouts to cooperatives' accounts: what is about to be asked is written down before,
/// and what it answered after. What nobody knows is looked up; it is asked for again only when the gateway surely knows nothing of it, and
/// then under the same key. What the market doesn't hold at the gateway waits.
/// </summary>
internal sealed partial class SendPayoutTransfers(
    MarketDb db, OwnScope own, StripeConnect stripe, StripeSettings settings, CardHoldings holdings, TimeProvider time, ILogger<SendPayoutTransfers> log) : IScheduled
{
    private const int AtOnce = 100;

    // A call takes ten seconds at most; what is still under way is left to itself.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    private static readonly Actor Job = Actor.Job("send-payout-transfers");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsOffered)
            return;
        var now = time.Now();
        var settled = now - Settled;
        var open = db.Set<Payout>().Where(p => p.State == PayoutState.OnTheWay && p.Connected != "").OrderBy(p => p.Run).ThenBy(p => p.Position);
        var inDoubt = await open.Where(p => p.IsAsked && (p.CalledAt <= settled || p.HeardAt != null) && (p.AskedUntil == null || p.AskedUntil <= now))
            .Take(AtOnce).Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var payout in inDoubt)
            await LookUpAsync(payout, cancellationToken);

        // Where nobody is paid so any more, what was begun is looked up to its end, and nothing is begun.
        var waiting = settings.Connects ? await open.Where(p => !p.IsAsked).Take(AtOnce).Select(p => new { p.Id, p.Amount }).ToListAsync(cancellationToken) : [];
        var held = waiting.Count == 0 ? Money.Dong(0) : await holdings.OfAsync(Currency.VND, cancellationToken);
        foreach (var payout in waiting.Where(p => p.Amount <= held))
            await TransferAsync(payout.Id, cancellationToken);
    }

    private async Task TransferAsync(PayoutId payout, CancellationToken cancellationToken)
    {
        var begun = await own.SendAsync(new BeginPayoutTransfer.Command(Job, payout), cancellationToken);
        if (begun is { IsDone: true, Value: { } order })
            // Once asked, its answer is written down, whatever stops meanwhile.
            await own.SendAsync(new RecordPayoutTransfer.Command(Job, payout, await AskAsync(order)), CancellationToken.None);
    }

    // Keys are forgotten by the gateway after a day: books that were restored from an older backup ask for what was transferred long ago.
    private async Task<ConnectAnswer> AskAsync(TransferOrder order)
    {
        try
        {
            return await stripe.FindTransferAsync(order.Payout, order.Text, CancellationToken.None) is { } found ? new ConnectAnswer.Made(found) : await stripe.TransferAsync(order, CancellationToken.None);
        }
        catch (CardsUnreachableException e)
        {
            Unreachable(order.Payout.ToString(), e);
            return new ConnectAnswer.NotNow();
        }
    }

    private async Task LookUpAsync(PayoutId payout, CancellationToken cancellationToken)
    {
        var claimed = await own.SendAsync(new ClaimPayout.Command(Job, payout), cancellationToken);
        if (!claimed.IsDone)
            return;
        try
        {
            if (await stripe.FindTransferAsync(payout, claimed.Value.Text, cancellationToken) is { } found)
                await own.SendAsync(new RecordPayoutTransfer.Command(Job, payout, new ConnectAnswer.Made(found)), cancellationToken);
            else if (time.Now() - claimed.Value.CalledAt > StripeConnect.SurelyKnown)
                await own.SendAsync(new RecordPayoutTransfer.Command(Job, payout, new ConnectAnswer.Lost()), cancellationToken);
        }
        catch (CardsUnreachableException e)
        {
            Unreachable(payout.ToString(), e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The card gateway could not be asked about the payout {Payout}")]
    private partial void Unreachable(string payout, Exception e);
}
