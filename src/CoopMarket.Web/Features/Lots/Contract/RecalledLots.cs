using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots.Contract;

/// <summary>Which pieces of orders are of lots that were called back.</summary>
internal sealed class RecalledLots(MarketDb db, LotBook book)
{
    /// <summary>
    /// Says why lines that are about to leave may not, where some of them are of a lot that was called back; else holds their lots
    /// until the transaction ends, so that none is called back before they have left.
    /// </summary>
    /// <param name="without">Numbers of lots of which, as the packer says, nothing is in what leaves.</param>
    public async Task<Refusal?> BarAsync(IEnumerable<OrderLineId> lines, IReadOnlyCollection<string> without, CancellationToken cancellationToken)
    {
        OrderLineId[] asked = [.. lines];
        var lots = await db.Set<Allotment>().Where(a => asked.Contains(a.Line)).Select(a => a.Lot).Distinct().ToListAsync(cancellationToken);
        foreach (var lot in lots.OrderBy(l => l.Value))
            if (!await book.HoldAsync(lot, cancellationToken) && await db.Set<Lot>().Where(l => l.Id == lot).Select(l => l.Number).FirstAsync(cancellationToken) is var number && !without.Contains(number))
                return new GoodsRecalled(number);
        return null;
    }

    /// <summary>The lots of some lines that were called back, with how many pieces of the line are of each.</summary>
    public async Task<ILookup<OrderLineId, RecalledPieces>> OfAsync(IEnumerable<OrderLineId> lines, CancellationToken cancellationToken)
    {
        OrderLineId[] asked = [.. lines];
        var rows = await db.Set<Allotment>().AsNoTracking().Where(a => asked.Contains(a.Line))
            .Join(db.Set<Lot>().Where(l => l.State == LotState.Recalled), a => a.Lot, l => l.Id, (a, l) => new { a.Line, Of = new RecalledPieces(l.Id, l.Number, l.RecallReason, a.Pieces) }).ToListAsync(cancellationToken);
        return rows.OrderBy(r => r.Of.Number, StringComparer.Ordinal).ToLookup(r => r.Line, r => r.Of);
    }

    /// <summary>The lines that some pieces of a lot went into.</summary>
    public async Task<IReadOnlyList<OrderLineId>> LinesAsync(LotId lot, CancellationToken cancellationToken)
        => await db.Set<Allotment>().Where(a => a.Lot == lot).Select(a => a.Line).ToListAsync(cancellationToken);
}

/// <summary>Some pieces of a line are of a lot that was called back.</summary>
/// <param name="Reason">As it was written to buyers.</param>
internal sealed record RecalledPieces(LotId Lot, string Number, string Reason, int Pieces);
