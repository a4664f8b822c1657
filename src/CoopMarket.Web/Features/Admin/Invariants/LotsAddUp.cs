using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>
/// Of each size that is kept by lot, what is on hand is the sum of its lots' pieces, and of others no lot has any. No line is of more
/// pieces than were ordered, nor of a lot of another product.
/// </summary>
internal sealed class LotsAddUp(MarketReads reads) : IInvariant
{
    public string Name => "Lots sum to the stock, and lines are of no more pieces than were ordered";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        var kept = reads.Of<LotKeeping>();
        var sizes = await reads.Of<Variant>().CountAsync(v => kept.Any(k => k.Product == v.Product), cancellationToken);
        var wrong = await reads.Of<Variant>().CountAsync(
            v => reads.Of<LotStock>().Where(s => s.Variant == v.Id).Sum(s => s.Pieces) != (kept.Any(k => k.Product == v.Product) ? v.OnHand : 0), cancellationToken);
        var odd = await reads.Of<OrderLine>().CountAsync(
            l => reads.Of<Allotment>().Where(a => a.Line == l.Id).Sum(a => a.Pieces) > l.Quantity
                || reads.Of<Allotment>().Any(a => a.Line == l.Id && (a.Variant != l.Variant || !reads.Of<Lot>().Any(o => o.Id == a.Lot && o.Product == l.Product))), cancellationToken);
        return wrong + odd == 0 ? new(true, $"{sizes} sizes kept by lot") : new(false, $"{wrong} sizes and {odd} lines are wrong");
    }
}
