using CoopMarket.Domain.Orders;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Income;

/// <summary>
/// An order became a sale: its shares are frozen. A part arrived: they are real. Some of it was given back, or it was lost after all:
/// less for each. What is declined or called off before it arrives was never booked.
/// </summary>
internal sealed class OnSaleMoved(SaleBook book) : IHandle<OrderReady>, IHandle<ParcelDelivered>, IHandle<RefundGranted>, IHandle<SellerOrderCancelled>
{
    public Task HandleAsync(OrderReady happened, Delivery delivery, CancellationToken cancellationToken)
        => book.BringAsync(happened.Order, null, delivery.Id, delivery.RaisedAt, cancellationToken);

    public Task HandleAsync(ParcelDelivered happened, Delivery delivery, CancellationToken cancellationToken)
        => book.BringAsync(happened.Order, happened.SellerOrder, delivery.Id, delivery.RaisedAt, cancellationToken);

    public Task HandleAsync(SellerOrderCancelled happened, Delivery delivery, CancellationToken cancellationToken)
        => book.BringAsync(happened.Order, happened.SellerOrder, delivery.Id, delivery.RaisedAt, cancellationToken);

    public Task HandleAsync(RefundGranted happened, Delivery delivery, CancellationToken cancellationToken)
        => book.BringAsync(happened.Order, happened.SellerOrder, delivery.Id, delivery.RaisedAt, cancellationToken);
}
