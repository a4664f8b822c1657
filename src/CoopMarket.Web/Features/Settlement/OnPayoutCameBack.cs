using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>A payout's money is on the market's account again: the cooperative is owed it as before.</summary>
internal sealed class OnPayoutCameBack(MarketDb db, PayoutRuns runs, Ledger ledger, TimeProvider time) : IHandle<PayoutCameBack>
{
    public async Task HandleAsync(PayoutCameBack happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var run = await db.Set<PayoutRun>().Include(r => r.Payouts).SingleAsync(r => r.Id == happened.Run, cancellationToken);
        var payout = run.Payouts.Single(p => p.Position == happened.Position);
        if (await ledger.IsBookedAsync(EntryKind.PayoutReturned, payout.Id.Value, cancellationToken))
            return;
        if (!run.TryReturn(happened.Position, time.Now()))
            throw new InvalidOperationException($"{payout.Text} is {payout.State} and can't come back.");
        await runs.BookAsync(EntryKind.PayoutReturned, [payout], cancellationToken);
    }
}
