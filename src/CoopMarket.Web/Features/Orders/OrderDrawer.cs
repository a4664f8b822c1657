using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Takes orders out to move them: a cooperative gets at its own parts only, a buyer at the order that let her in.</summary>
internal sealed class OrderDrawer(MarketDb db, OrderGoods goods)
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

    /// <summary>Puts some stock of an order back.</summary>
    public Task GiveBackAsync(Order order, IReadOnlyList<(OrderLine Line, int Quantity)> lines, CancellationToken cancellationToken) => goods.GiveBackAsync(order, lines, cancellationToken);

    /// <summary>Takes the stock of what is left of a part once more, all of it or nothing.</summary>
    public Task<bool> TryTakeAgainAsync(Order order, SellerOrder part, CancellationToken cancellationToken) => goods.TryTakeAsync(order, [part], cancellationToken);

    /// <summary>Why a part that is still here may not leave: some of it is of a lot that was called back. Null where it may, or has left.</summary>
    public async Task<Refusal?> BarAsync(Order order, SellerOrderId part, CancellationToken cancellationToken)
        => order.Part(part) is { State: SellerOrderState.ToPack or SellerOrderState.Packed } here ? await goods.BarAsync(here, [], cancellationToken) : null;

    /// <summary>Why one more parcel of a part may not leave: which pieces are in which parcel nobody but its packer knows.</summary>
    /// <param name="without">Numbers of lots of which, as she says, nothing is in it.</param>
    public async Task<Refusal?> BarFurtherAsync(Order order, SellerOrderId part, IReadOnlyCollection<string> without, CancellationToken cancellationToken)
        => order.Part(part) is { } sent && await goods.BarAsync(sent, without, cancellationToken) is GoodsRecalled recalled ? new MayHoldRecalled(recalled.Number) : null;

    /// <summary>What of a part took no stock is of a lot from when it is packed.</summary>
    public Task NotePackedAsync(Order order, SellerOrderId part, CancellationToken cancellationToken) => goods.NotePackedAsync(order.Part(part)!, cancellationToken);

    // Kind by kind: to plan one question with all of its joins takes SQLite longer than the further questions (measured: the demo's year a tenth longer).
    private IQueryable<Order> All => db.Set<Order>().AsSplitQuery();
}
