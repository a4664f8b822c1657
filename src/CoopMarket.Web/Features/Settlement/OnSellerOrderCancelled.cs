using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>A part of a paid order is called off: what is left of its goods and its delivery go back to the buyer.</summary>
internal sealed class OnSellerOrderCancelled(Corrections corrections) : IHandle<SellerOrderCancelled>
{
    public Task HandleAsync(SellerOrderCancelled happened, Delivery delivery, CancellationToken cancellationToken) => corrections.BookAsync(
        new(EntryKind.Cancellation, happened.SellerOrder.Value, happened.Order, happened.SellerOrder, happened.Goods, happened.Delivery, happened.Fee, delivery.RaisedAt),
        cancellationToken);
}
