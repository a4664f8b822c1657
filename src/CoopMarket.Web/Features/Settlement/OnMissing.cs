using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// The buyer misses a part that another said was delivered, or has it after all: its share stays held meanwhile. Both messages
/// look at where the part stands now, so their order doesn't matter.
/// </summary>
internal sealed class OnMissing(MarketDb db, OrderBooks orders, TimeProvider time) : IHandle<ParcelMissed>, IHandle<MissedParcelFound>
{
    public Task HandleAsync(ParcelMissed happened, Delivery delivery, CancellationToken cancellationToken) => LookAsync(happened.Order, happened.SellerOrder, cancellationToken);

    public Task HandleAsync(MissedParcelFound happened, Delivery delivery, CancellationToken cancellationToken) => LookAsync(happened.Order, happened.SellerOrder, cancellationToken);

    private async Task LookAsync(OrderId order, SellerOrderId part, CancellationToken cancellationToken)
    {
        if (await db.Set<Hold>().SingleOrDefaultAsync(h => h.SellerOrder == part, cancellationToken) is { } hold
            && await orders.OfAsync(order, cancellationToken) is { } book)
            hold.Stop(book.Parts.Single(p => p.Id == part).IsMissed, time.Now());
    }
}
