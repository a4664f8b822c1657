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
/// Comes round and has the gateway send back what a card paid and is owed: what is about to be asked is written down before, and what
/// it answered after. What nobody knows is looked up under its key, never asked for again; what the gateway refused waits for a person.
/// </summary>
internal sealed partial class SendCardRefunds(
    MarketDb db, OwnScope own, StripeCards cards, StripeSettings settings, RefundSettings refunds, TimeProvider time, ILogger<SendCardRefunds> log) : IScheduled
{
    private const int AtOnce = 100;

    // A call takes ten seconds at most; what is still under way is left to itself.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    private static readonly Actor Job = Actor.Job("send-card-refunds");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsOffered)
            return;
        var (now, alone) = (time.Now(), refunds.Alone.Minor);
        var settled = now - Settled;
        var open = db.Set<RefundDue>().Where(r => r.Place == MoneyPlace.Cards && r.PaidAt == null).OrderBy(r => r.OpenedAt);
        var inDoubt = await open.Where(r => r.Call != null && r.CalledAt <= settled && (r.AskedUntil == null || r.AskedUntil <= now))
            .Take(AtOnce).Select(r => r.Id).ToListAsync(cancellationToken);
        var owed = await open.Where(r => r.Call == null && r.RefusedFor == null && (r.SecondedBy != null || r.Amount.Minor - r.SetOff.Minor
                + db.Set<RefundDue>().Where(o => o.Order != null && o.Order == r.Order && o.Id != r.Id).Where(RefundLimits.Counts).Sum(o => o.Amount.Minor - o.SetOff.Minor) <= alone))
            .Take(AtOnce).Select(r => r.Id).ToListAsync(cancellationToken);
        foreach (var due in inDoubt)
            await LookUpAsync(due, cancellationToken);
        foreach (var due in owed)
            await SendBackAsync(due, cancellationToken);
    }

    private async Task SendBackAsync(RefundDueId due, CancellationToken cancellationToken)
    {
        var begun = await own.SendAsync(new BeginRefund.Command(Job, due), cancellationToken);
        if (begun is { IsDone: true, Value.Charge.Length: > 0 })
            // Once asked, its answer is written down, whatever stops meanwhile.
            await own.SendAsync(new RecordRefund.Command(Job, begun.Value.Call, await cards.SendBackAsync(begun.Value, CancellationToken.None)), CancellationToken.None);
    }

    private async Task LookUpAsync(RefundDueId due, CancellationToken cancellationToken)
    {
        var claimed = await own.SendAsync(new ClaimRefund.Command(Job, due), cancellationToken);
        if (!claimed.IsDone)
            return;
        var (call, charge, calledAt) = claimed.Value;
        try
        {
            if (await cards.FindRefundAsync(call, charge, cancellationToken) is { } found)
                await own.SendAsync(new RecordRefund.Command(Job, call, new RefundAnswer.Sent(found.Id)), cancellationToken);
            else if (time.Now() - calledAt > CardAttempt.SurelyKnown)
                await own.SendAsync(new RecordRefund.Command(Job, call, new RefundAnswer.NotNow()), cancellationToken);
        }
        catch (CardsUnreachableException e)
        {
            Unreachable(due.ToString(), e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The card gateway could not be asked about the refund {Refund}")]
    private partial void Unreachable(string refund, Exception e);
}
