using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>Of which lots the lines of a part are.</summary>
/// <param name="Any">Whether there are lots of its goods at all.</param>
/// <param name="Lines">The lots of each line, what expires first at the front.</param>
internal sealed record DeskLots(bool Any, ILookup<OrderLineId, LotOfLine> Lines)
{
    public static async Task<DeskLots> OfAsync(MarketReads reads, SellerOrder part, CancellationToken cancellationToken)
    {
        var (lines, products) = (part.Lines.Select(l => l.Id).ToList(), part.Lines.Select(l => l.Product).Distinct().ToList());
        var lots = await reads.Of<Lot>().Where(l => products.Contains(l.Product)).Select(l => new { l.Id, l.Number, l.BestBefore, l.State }).ToDictionaryAsync(l => l.Id, cancellationToken);
        if (lots.Count == 0)
            return new(false, Array.Empty<OrderLineId>().ToLookup(l => l, _ => new LotOfLine("", 0, IsRecalled: false)));
        var allotted = await reads.Of<Allotment>().Where(a => lines.Contains(a.Line)).ToListAsync(cancellationToken);
        return new(true, allotted.OrderBy(a => lots[a.Lot].BestBefore ?? DateOnly.MaxValue).ThenBy(a => lots[a.Lot].Number, StringComparer.Ordinal).ToLookup(a => a.Line, a => new LotOfLine(lots[a.Lot].Number, a.Pieces, lots[a.Lot].State == LotState.Recalled)));
    }
}

/// <summary>Some pieces of a line are of a lot.</summary>
/// <param name="IsRecalled">Whether the lot was called back: then they must not leave.</param>
internal sealed record LotOfLine(string Number, int Pieces, bool IsRecalled);
