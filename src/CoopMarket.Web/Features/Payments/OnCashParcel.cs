using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// A parcel to be paid in cash goes out, arrives, is not taken or is lost: what its carrier owes the cooperative or the market. What is fetched or
/// handed over without a carrier is nobody's debt.
/// </summary>
internal sealed class OnCashParcel(MarketDb db, OrderBooks orders) : IHandle<ParcelShipped>, IHandle<ParcelRenumbered>, IHandle<ParcelDelivered>, IHandle<ParcelRefused>, IHandle<ParcelLost>
{
    public Task HandleAsync(ParcelShipped happened, Delivery delivery, CancellationToken cancellationToken)
        => OfAsync(happened.Order, happened.SellerOrder, delivery, cancellationToken);

    public Task HandleAsync(ParcelRenumbered happened, Delivery delivery, CancellationToken cancellationToken)
        => OfAsync(happened.Order, happened.SellerOrder, delivery, cancellationToken);

    public async Task HandleAsync(ParcelDelivered happened, Delivery delivery, CancellationToken cancellationToken)
        => (await OfAsync(happened.Order, happened.SellerOrder, delivery, cancellationToken))?.Collect(delivery.RaisedAt);

    public async Task HandleAsync(ParcelRefused happened, Delivery delivery, CancellationToken cancellationToken)
        => (await OfAsync(happened.Order, happened.SellerOrder, delivery, cancellationToken))?.Refuse();

    public async Task HandleAsync(ParcelLost happened, Delivery delivery, CancellationToken cancellationToken)
        => (await OfAsync(happened.Order, happened.SellerOrder, delivery, cancellationToken))?.Lose();

    // Messages may overtake each other: whichever is first opens it.
    private async Task<CashParcel?> OfAsync(OrderId id, SellerOrderId part, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await orders.OfAsync(id, cancellationToken) ?? throw new InvalidOperationException($"There is no order {id}.");
        var book = order.Parts.Single(p => p.Id == part);
        if (order.Way != PaymentWay.CashOnDelivery || book.Carrier is not { } carrier)
            return null;
        if (await db.Set<CashParcel>().SingleOrDefaultAsync(p => p.SellerOrder == part, cancellationToken) is { } known)
        {
            known.Renumber(carrier, book.ParcelNumber, book.IsCashForMarket);
            return known;
        }

        var parcel = CashParcel.Of(part, order.Id, order.Code, book.Cooperative, carrier, book.ParcelNumber, book.Left, delivery.RaisedAt, book.IsCashForMarket);
        db.Add(parcel);
        return parcel;
    }
}
