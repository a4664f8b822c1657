using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// What was sent back did not arrive: the refund's lines, the other way round. Where the buyer's bank has taken the charge back
/// meanwhile, she has it already: what is owed again is set off against that.
/// </summary>
internal sealed class OnRefundFailed(Ledger ledger, Claims claims, Tills tills) : IHandle<RefundFailed>
{
    public async Task HandleAsync(RefundFailed happened, Delivery delivery, CancellationToken cancellationToken)
    {
        if (happened.Order is { } held)
            await tills.HoldAsync(held, cancellationToken);
        var booked = await ledger.PostAsync(
            EntryKind.RefundFailed, happened.Refund.Value, happened.Order, delivery.RaisedAt,
            [.. Ledger.At(happened.Place, happened.Amount, happened.Foreign), new(LedgerAccount.RefundsDue, -happened.Amount)], cancellationToken);
        if (booked && happened.Order is { } order)
            await claims.SetOffAsync([happened.Again], order, delivery.RaisedAt, cancellationToken);
    }
}
