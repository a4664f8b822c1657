using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>What was owed back has left the bank account, or the card gateway.</summary>
internal sealed class OnRefundPaid(Ledger ledger) : IHandle<RefundPaid>
{
    public Task HandleAsync(RefundPaid happened, Delivery delivery, CancellationToken cancellationToken) => ledger.PostAsync(
        EntryKind.Refund, happened.Refund.Value, happened.Order, delivery.RaisedAt,
        [new(LedgerAccount.RefundsDue, happened.Amount), .. Ledger.At(happened.Place, -happened.Amount, happened.Foreign)], cancellationToken);
}
