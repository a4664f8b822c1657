using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;

namespace CoopMarket.Web.Features.Payments.Contract;

/// <summary>
/// Money of a sale that is owed back. Settlement alone adds it, in the transaction that books the correction, so that the two
/// can't differ; orders only say what was declined or canceled, by their events.
/// </summary>
internal sealed class RefundsDue(MarketDb db, TimeProvider time, Ids ids)
{
    public Task AddAsync(OrderId order, SellerOrderId sellerOrder, Money amount, RefundReason reason, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        db.Add(RefundDue.OfSale(ids.New<RefundDueId>(), reason, order, sellerOrder, amount, time.Now()));
        return Task.CompletedTask;
    }
}
