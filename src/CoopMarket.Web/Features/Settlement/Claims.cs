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
    /// <summary>Sets off against what just fell due, one after the other; does nothing where she owes nothing. The caller holds the order's till.</summary>
    public async Task SetOffAsync(IEnumerable<RefundDueId> dues, OrderId order, DateTimeOffset happenedAt, CancellationToken cancellationToken)
    {
        // Asked once: what is set off here is not in the books before the transaction ends.
        var owed = await balances.OwedByBuyerAsync(order, cancellationToken);
        foreach (var due in dues)
            owed -= await SetOffAsync(due, due.Value, owed, order, happenedAt, cancellationToken);
    }

    /// <inheritdoc cref="SetOffAsync(IEnumerable{RefundDueId}, OrderId, DateTimeOffset, CancellationToken)"/>
    /// <param name="source">What caused it, where that is not that the refund fell due.</param>
    public async Task SetOffAsync(RefundDueId due, Guid source, OrderId order, DateTimeOffset happenedAt, CancellationToken cancellationToken)
        => await SetOffAsync(due, source, await balances.OwedByBuyerAsync(order, cancellationToken), order, happenedAt, cancellationToken);

    private async Task<Money> SetOffAsync(RefundDueId due, Guid source, Money owed, OrderId order, DateTimeOffset happenedAt, CancellationToken cancellationToken)
    {
        if (owed.Minor <= 0)
            return Money.Zero(owed.Currency);
        var off = await refunds.DeductAsync(due, owed, cancellationToken);
        await ledger.PostAsync(
            EntryKind.SetOff, source, order, happenedAt, [new(LedgerAccount.RefundsDue, off), new(LedgerAccount.OwedByBuyers, -off)], cancellationToken);
        return off;
    }
}
