using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>A cooperative closes for some days, or opens sooner: what it has not accepted yet is due by its new working days.</summary>
internal sealed class OnDaysOffChanged(MarketDb db, Cooperatives cooperatives) : IHandle<CooperativeChanged>
{
    public async Task HandleAsync(CooperativeChanged happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var waiting = await db.Set<Order>().AsSplitQuery()
            .Where(o => o.Parts.Any(p => p.Cooperative == happened.Cooperative && p.State == SellerOrderState.ToAccept)).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
            return;
        var since = waiting.SelectMany(o => o.Parts).Where(p => p.State == SellerOrderState.ToAccept).Min(p => p.ToAcceptAt!.Value);
        var closed = await cooperatives.ClosedAsync([happened.Cooperative], VietnamDay.Of(since), cancellationToken);
        foreach (var order in waiting)
            order.Reckon(happened.Cooperative, closed.GetValueOrDefault(happened.Cooperative, []));
    }
}
