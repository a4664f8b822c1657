using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Money of no sale is owed back.</summary>
internal sealed class OnSurplusFellDue(Ledger ledger) : IHandle<SurplusFellDue>
{
    public Task HandleAsync(SurplusFellDue happened, Delivery delivery, CancellationToken cancellationToken) => ledger.PostAsync(
        EntryKind.Surplus, happened.Refund.Value, happened.Order, delivery.RaisedAt,
        [new(LedgerAccount.BuyersMoney, happened.Amount), new(LedgerAccount.RefundsDue, -happened.Amount)], cancellationToken);
}
