using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>A paid parcel came back untaken: the goods' price goes back, what its way had cost stays the cooperative's and is held as any share.</summary>
internal sealed class OnParcelRefused(MarketDb db, OrderBooks orders, Contested contested, Withholdings withholdings) : IHandle<ParcelRefused>
{
    public async Task HandleAsync(ParcelRefused happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var order = await orders.OfAsync(happened.Order, cancellationToken) ?? throw new InvalidOperationException($"There is no order {happened.Order}.");
        var part = order.Parts.Single(p => p.Id == happened.SellerOrder);
        // Where the buyer had withdrawn it was called off: nothing of it is the cooperative's.
        if (order.Way == PaymentWay.CashOnDelivery || part.State != SellerOrderState.Refused || await db.Set<Hold>().AnyAsync(h => h.SellerOrder == part.Id, cancellationToken))
            return;
        var hold = Hold.Of(order.Id, part.Id, part.Cooperative, delivery.RaisedAt);
        hold.Stop(await contested.IsStoppedAsync(order, part, cancellationToken), delivery.RaisedAt);
        db.Add(hold);
        await withholdings.LookAsync(order.Id, part.Id, delivery.Id, delivery.RaisedAt, cancellationToken);
    }
}
