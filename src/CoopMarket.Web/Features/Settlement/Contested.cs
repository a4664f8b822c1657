using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// Stops the release of shares as long as they are contested, because a part is missed or to be sent back or what paid the order is
/// disputed, and as long as a carrier has not paid over their cash. Each message looks at how it stands now, so their order doesn't
/// matter. Works inside the caller's transaction.
/// </summary>
internal sealed class Contested(MarketDb db, OrderBooks orders, Tills tills, CarriedCash cash, TimeProvider time)
{
    /// <summary>Stops or lets go what is held for an order's parts.</summary>
    public async Task LookAsync(OrderId order, CancellationToken cancellationToken)
    {
        var holds = await db.Set<Hold>().Where(h => h.Order == order).ToListAsync(cancellationToken);
        if (holds.Count == 0 || await orders.OfAsync(order, cancellationToken) is not { } book)
            return;
        var isDisputed = await IsDisputedAsync(order, cancellationToken);
        foreach (var hold in holds)
            hold.Stop(isDisputed || await IsStoppedAsync(book.Parts.Single(p => p.Id == hold.SellerOrder), cancellationToken), time.Now());
    }

    /// <summary>Whether the share of a part is not to be released now.</summary>
    public async Task<bool> IsStoppedAsync(OrderBook order, SellerBook part, CancellationToken cancellationToken)
        => await IsStoppedAsync(part, cancellationToken) || await IsDisputedAsync(order.Id, cancellationToken);

    private async Task<bool> IsStoppedAsync(SellerBook part, CancellationToken cancellationToken)
        => part.IsContested || (part.IsCashForMarket && !await cash.IsSettledAsync(part.Id, cancellationToken));

    private async Task<bool> IsDisputedAsync(OrderId order, CancellationToken cancellationToken) => await tills.StateAsync(order, cancellationToken) is { IsDisputed: true };
}
