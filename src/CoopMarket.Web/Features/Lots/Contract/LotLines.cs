using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots.Contract;

/// <summary>Of which lots the pieces of orders' lines are.</summary>
internal sealed class LotLines(MarketDb db)
{
    /// <summary>The lots of lines, in the order in which they were served; a line of which no lot is known is not among them.</summary>
    public async Task<ILookup<OrderLineId, (LotId Lot, int Pieces)>> OfAsync(IEnumerable<OrderLineId> lines, CancellationToken cancellationToken)
    {
        OrderLineId[] asked = [.. lines];
        var rows = await db.Set<Allotment>().Where(a => asked.Contains(a.Line))
            .Join(db.Set<Lot>(), a => a.Lot, l => l.Id, (a, l) => new { a.Line, Of = new LotOnShelf(l.Id, l.BestBefore, l.MadeOn, a.Pieces) }).ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.Line).SelectMany(g => FirstExpiry.Order(g.Select(r => r.Of)).Select(l => (Line: g.Key, Of: (l.Lot, l.Pieces)))).ToLookup(r => r.Line, r => r.Of);
    }
}
