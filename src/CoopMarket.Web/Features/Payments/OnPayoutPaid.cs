using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// The bank had told of the transfer before an admin wrote down that the payout was paid: the two are one, by reference and amount,
/// and nobody has to decide about the line any more.
/// </summary>
internal sealed class OnPayoutPaid(MarketDb db, PaidOut paidOut) : IHandle<PayoutPaid>
{
    public async Task HandleAsync(PayoutPaid happened, Delivery delivery, CancellationToken cancellationToken)
    {
        foreach (var line in await db.Set<MoneyIn>().Where(m => m.State == MoneyInState.Outgoing && m.Reference == happened.Reference).ToListAsync(cancellationToken))
            if (await paidOut.RunOfAsync(line.Reference, line.Amount, cancellationToken) is { } run)
                line.PayOut(run);
    }
}
