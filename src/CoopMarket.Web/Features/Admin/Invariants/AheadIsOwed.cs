using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>
/// What is sold ahead of a harvest is no more than its quota, and no less than what orders wait for: nothing is laid aside that
/// nobody ordered, and nobody waits for what was not counted.
/// </summary>
internal sealed class AheadIsOwed(MarketReads reads) : IInvariant
{
    private static readonly SellerOrderState[] Waiting =
        [SellerOrderState.AwaitingPayment, SellerOrderState.ToAccept, SellerOrderState.ToPack, SellerOrderState.Packed, SellerOrderState.Shipped];

    // Of what arrived some may be back on the shelf, so it counts at most.
    private static readonly SellerOrderState[] Over = [SellerOrderState.Delivered, SellerOrderState.Lost];

    public string Name => "What is sold ahead is ordered, within its quota";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        var sales = await reads.Of<AheadSale>().ToListAsync(cancellationToken);
        var lines = await (from l in reads.Of<OrderLine>()
                           join p in reads.Of<SellerOrder>().IgnoreAutoIncludes() on l.SellerOrderId equals p.Id
                           where l.Ahead != null
                           group l.Quantity - l.Declined by new { l.Ahead, p.State } into g
                           select new { g.Key.Ahead, g.Key.State, Pieces = g.Sum() }).ToListAsync(cancellationToken);
        var ordered = lines.ToLookup(l => l.Ahead!.Value);
        var wrong = sales.Where(a =>
        {
            var waiting = ordered[a.Id].Where(l => Waiting.Contains(l.State)).Sum(l => l.Pieces);
            return !a.Count.IsWhole || a.Sold < waiting || a.Sold > waiting + ordered[a.Id].Where(l => Over.Contains(l.State)).Sum(l => l.Pieces);
        }).ToList();
        return new(wrong.Count == 0, wrong.Count == 0 ? $"{sales.Count} sales ahead" : $"{wrong.Count} of {sales.Count} sales ahead differ");
    }
}
