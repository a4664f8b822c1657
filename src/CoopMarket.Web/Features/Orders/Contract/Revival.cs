using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>
/// Takes an order up again whose money came after its time had run out: all of it or nothing, at the prices that it was placed with.
/// Works inside the caller's transaction, which goes on either way.
/// </summary>
internal sealed class Revival(OrderDrawer drawer, OrderGoods goods, Shelf shelf, Cooperatives cooperatives, TimeProvider time)
{
    /// <returns>False where it is too late, a cooperative sells no more, or not all of it can be had; nothing is taken then.</returns>
    public async Task<bool> TryAsync(OrderId id, CancellationToken cancellationToken)
    {
        if (await drawer.OneAsync(id, cancellationToken) is not { } order || !order.MayBeTakenUpAgain(time.Now()))
            return false;
        var lines = order.Parts.SelectMany(p => p.Lines).ToList();
        var items = (await shelf.ManyAsync(lines.Select(l => l.Variant), cancellationToken)).ToDictionary(i => i.Variant);
        var sellers = await cooperatives.ManyAsync(order.Parts.Select(p => p.Cooperative), cancellationToken);
        if (order.Parts.Any(p => sellers.GetValueOrDefault(p.Cooperative)?.State != SellerState.Approved)
            || lines.Any(l => items.GetValueOrDefault(l.Variant) is not { IsLive: true } item || item.MadeToOrderDays is null != l.ReadyInDays is null)
            || !await goods.TryTakeAsync(order, order.Parts, cancellationToken))
            return false;
        return order.TakeUpAgain(time.Now()).IsDone;
    }
}
