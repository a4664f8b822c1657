using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>What was sent back did not arrive: the refund's lines, the other way round.</summary>
internal sealed class OnRefundFailed(Ledger ledger) : IHandle<RefundFailed>
{
    public Task HandleAsync(RefundFailed happened, Delivery delivery, CancellationToken cancellationToken) => ledger.PostAsync(
        EntryKind.RefundFailed, happened.Refund.Value, happened.Order, delivery.RaisedAt,
        [new(Ledger.Of(happened.Place), happened.Amount), new(LedgerAccount.RefundsDue, -happened.Amount)], cancellationToken);
}
