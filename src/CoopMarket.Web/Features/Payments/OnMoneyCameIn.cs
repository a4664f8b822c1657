using CoopMarket.Domain.Payments;
using CoopMarket.Web.Data;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Decides what money that is safely stored pays for.</summary>
internal sealed class OnMoneyCameIn(MarketDb db, RecordPayment record, Disputes disputes) : IHandle<MoneyCameIn>
{
    public async Task HandleAsync(MoneyCameIn happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var money = await db.Set<MoneyIn>().SingleAsync(m => m.Id == happened.MoneyIn, cancellationToken);
        if (money.State != MoneyInState.Received)
            return;
        await record.ApplyAsync(money, cancellationToken);
        if (money.Source == MoneySource.Card)
            await disputes.MeetAsync(money, cancellationToken);
    }
}
