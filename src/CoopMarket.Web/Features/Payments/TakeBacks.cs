using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Binds an outgoing line to the money that was taken back with it. Works inside the caller's transaction.</summary>
internal sealed class TakeBacks(MarketDb db, TimeProvider time, Ids ids)
{
    /// <summary>The line took that money back, whole; its order's payment counts it no more.</summary>
    public async Task<Outcome> BindAsync(MoneyIn line, MoneyIn taken, CancellationToken cancellationToken)
    {
        var (counted, undecided) = (taken.Applied, taken.State == MoneyInState.Unknown);
        var outcome = line.TakeBack(taken);
        if (!outcome.IsDone)
            return outcome;
        if (undecided)
            GiveBack(taken, taken.Amount);
        else if (!counted.IsZero)
            await UncountAsync(taken, counted, cancellationToken);
        return outcome;
    }

    private async Task UncountAsync(MoneyIn taken, Money counted, CancellationToken cancellationToken)
    {
        var payment = await db.Set<Payment>().SingleAsync(p => p.Order == taken.Order, cancellationToken);
        var noSaleYet = payment.IsOpen;
        payment.TakeBack(counted);
        if (noSaleYet)
            GiveBack(taken, counted);
    }

    // What is no sale's money falls due like any other; the bank has sent it already.
    private void GiveBack(MoneyIn taken, Money amount)
        => db.Add(RefundDue.OfSurplus(ids.New<RefundDueId>(), RefundReason.TakenBack, taken.Order, taken.Id, taken.Place, amount, time.Now()));
}
