using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Takes orders out to move them: a cooperative gets at its own parts only, a buyer at the order that let her in.</summary>
internal sealed class OrderDrawer(MarketDb db, Shelf shelf)
{
    /// <summary>The order that a part of this cooperative belongs to; null where the part is not there or another's.</summary>
    public Task<Order?> OfPartAsync(CooperativeId cooperative, SellerOrderId part, CancellationToken cancellationToken)
        => All.FirstOrDefaultAsync(o => o.Parts.Any(p => p.Id == part && p.Cooperative == cooperative), cancellationToken);

    /// <summary>The order of a code; null where there is none.</summary>
    public Task<Order?> ByCodeAsync(string code, CancellationToken cancellationToken)
        => PublicCode.TryParse(code, out var read) ? All.FirstOrDefaultAsync(o => o.Code == read.Value, cancellationToken) : Task.FromResult<Order?>(null);

    /// <summary>The order; null where there is none.</summary>
    public Task<Order?> OneAsync(OrderId id, CancellationToken cancellationToken) => All.FirstOrDefaultAsync(o => o.Id == id, cancellationToken);

    /// <summary>Puts the stock of what is left of some parts back.</summary>
    public Task GiveBackAsync(Order order, IEnumerable<SellerOrder> parts, CancellationToken cancellationToken)
        => GiveBackAsync(order, [.. parts.SelectMany(p => p.Lines).Where(l => l.Left > 0).Select(l => (l, l.Left))], cancellationToken);

    /// <summary>Puts some stock of an order back. What was made to order had taken none, whatever its product is now.</summary>
    public Task GiveBackAsync(Order order, IReadOnlyList<(OrderLine Line, int Quantity)> lines, CancellationToken cancellationToken)
        => shelf.GiveBackAsync([.. lines.Where(l => l.Line.ReadyInDays is null).Select(l => new Some(l.Line.Variant, l.Quantity, l.Line.Ahead))], order.Code, cancellationToken);

    private IQueryable<Order> All => db.Set<Order>().AsSplitQuery();
}
