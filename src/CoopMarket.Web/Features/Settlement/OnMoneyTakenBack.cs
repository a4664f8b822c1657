using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// The bank took a transfer back: it left the bank account, or the card gateway. As far as it was owed back anyway, it needn't be sent any more; the
/// rest the buyer owes. The cooperatives' shares stay: what they sent, they sent on the market's word that it was paid.
/// </summary>
internal sealed class OnMoneyTakenBack(Ledger ledger, RefundsDue refunds, Tills tills) : IHandle<MoneyTakenBack>
{
    public async Task HandleAsync(MoneyTakenBack happened, Delivery delivery, CancellationToken cancellationToken)
    {
        if (happened.Order is { } order)
            await tills.HoldAsync(order, cancellationToken);
        if (await ledger.IsBookedAsync(EntryKind.TakenBack, happened.MoneyIn.Value, cancellationToken))
            return;
        var off = await refunds.DeductAsync(happened.Taken, happened.Order, happened.Amount, cancellationToken);
        await ledger.PostAsync(
            EntryKind.TakenBack, happened.MoneyIn.Value, happened.Order, delivery.RaisedAt,
            [new(LedgerAccount.RefundsDue, off), new(LedgerAccount.OwedByBuyers, happened.Amount - off), .. Ledger.At(happened.Place, -happened.Amount, happened.Foreign)], cancellationToken);
    }
}
