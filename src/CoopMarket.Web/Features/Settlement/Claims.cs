using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Settlement.Contract;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// What a buyer owes for an order since the bank took her money back. Whatever falls due to her for that order, because a part is
/// called off or because she paid again, is set off against it first. Works inside the caller's transaction.
/// </summary>
internal sealed class Claims(Ledger ledger, Balances balances, RefundsDue refunds)
{
    /// <summary>Sets off against what just fell due; does nothing where she owes nothing. The caller holds the order's till.</summary>
    public Task SetOffAsync(RefundDueId due, OrderId order, DateTimeOffset happenedAt, CancellationToken cancellationToken)
        => SetOffAsync(due, due.Value, order, happenedAt, cancellationToken);

    /// <inheritdoc cref="SetOffAsync(RefundDueId, OrderId, DateTimeOffset, CancellationToken)"/>
    /// <param name="source">What caused it, where that is not that the refund fell due.</param>
    public async Task SetOffAsync(RefundDueId due, Guid source, OrderId order, DateTimeOffset happenedAt, CancellationToken cancellationToken)
    {
        var owed = await balances.OwedByBuyerAsync(order, cancellationToken);
        if (owed.Minor <= 0)
            return;
        var off = await refunds.DeductAsync(due, owed, cancellationToken);
        await ledger.PostAsync(
            EntryKind.SetOff, source, order, happenedAt, [new(LedgerAccount.RefundsDue, off), new(LedgerAccount.OwedByBuyers, -off)], cancellationToken);
    }
}
