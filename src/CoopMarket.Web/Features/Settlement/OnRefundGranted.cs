using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>A cooperative gives back some of what arrived. It may do so more than once, so the event itself is the source.</summary>
internal sealed class OnRefundGranted(Corrections corrections) : IHandle<RefundGranted>
{
    public Task HandleAsync(RefundGranted happened, Delivery delivery, CancellationToken cancellationToken) => corrections.BookAsync(
        new(EntryKind.RefundGranted, delivery.Id, happened.Order, happened.SellerOrder, happened.Goods, happened.Delivery, happened.Fee, delivery.RaisedAt),
        cancellationToken);
}
