using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Money of no sale is owed back, unless its sender owes for the same order: then it pays that first.</summary>
internal sealed class OnSurplusFellDue(Ledger ledger, Claims claims, Tills tills) : IHandle<SurplusFellDue>
{
    public async Task HandleAsync(SurplusFellDue happened, Delivery delivery, CancellationToken cancellationToken)
    {
        if (happened.Order is { } order)
        {
            await tills.HoldAsync(order, cancellationToken);
            await claims.SetOffAsync([happened.Refund], order, delivery.RaisedAt, cancellationToken);
        }

        await ledger.PostAsync(
            EntryKind.Surplus, happened.Refund.Value, happened.Order, delivery.RaisedAt,
            [new(LedgerAccount.BuyersMoney, happened.Amount), new(LedgerAccount.RefundsDue, -happened.Amount)], cancellationToken);
    }
}
