using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots.Contract;

/// <summary>
/// Which lots the pieces of orders' lines are of. All of it works inside the running transaction, after the stock of the sizes was
/// taken or put back: that holds their rows, so nobody else serves out of the same lots meanwhile.
/// </summary>
internal sealed class LotShelf(MarketDb db, KeptProducts kept, LotBook book)
{
    /// <summary>Serves lines that took stock out of the lots that expire first; lines of products that are not kept by lot are passed over.</summary>
    /// <returns>False where the lots have less for sale than the sizes: nothing is changed then.</returns>
    public async Task<bool> TryServeAsync(IReadOnlyList<LotLine> lines, CancellationToken cancellationToken)
    {
        var products = await kept.OfAsync(lines.Select(l => l.Product), cancellationToken);
        List<Allotment> served = [];
        foreach (var size in lines.Where(l => products.Contains(l.Product)).GroupBy(l => l.Variant))
        {
            var shelf = (await book.ForSaleAsync(size.Key, cancellationToken)).ToList();
            foreach (var line in size)
            {
                if (FirstExpiry.Take(shelf, line.Quantity) is not { } taken)
                    return false;
                served.AddRange(taken.Select(t => Allotment.Of(line.Line, t.Lot, line.Variant, t.Pieces, tookStock: true)));
                shelf = [.. shelf.Select(l => l with { Pieces = l.Pieces - taken.Where(t => t.Lot == l.Lot).Sum(t => t.Pieces) }).Where(l => l.Pieces > 0)];
            }
        }

        foreach (var one in served)
            if (!await book.TakeAsync(one.Lot, one.Variant, one.Pieces, cancellationToken))
                throw new InvalidOperationException($"Somebody took from lot {one.Lot} without holding its size.");
        db.AddRange(served);
        return true;
    }

    /// <summary>What lines gave back goes back to its lots, the one that keeps longest first.</summary>
    public async Task GiveBackAsync(IReadOnlyList<LotLineBack> lines, CancellationToken cancellationToken)
    {
        OrderLineId[] ids = [.. lines.Select(l => l.Of.Line)];
        var allotted = await db.Set<Allotment>().Where(a => ids.Contains(a.Line)).Join(db.Set<Lot>(), a => a.Lot, l => l.Id, (a, l) => new { Allotment = a, Lot = l }).ToListAsync(cancellationToken);
        var products = await kept.OfAsync(lines.Select(l => l.Of.Product), cancellationToken);
        foreach (var line in lines)
        {
            var (left, freed) = (line.Of.Quantity, products.Contains(line.Of.Product) ? line.Freed : 0);
            foreach (var one in allotted.Where(a => a.Allotment.Line == line.Of.Line).OrderByDescending(a => a.Lot.BestBefore ?? DateOnly.MaxValue).ThenByDescending(a => a.Lot.MadeOn).ThenByDescending(a => a.Lot.Id.Value))
            {
                var some = Math.Min(left, one.Allotment.Pieces);
                one.Allotment.Set(one.Allotment.Pieces - some);
                if (one.Allotment.Pieces == 0)
                    db.Remove(one.Allotment);
                left -= some;
                var back = Math.Min(freed, some);
                await book.PutAsync(one.Lot, line.Of.Variant, back, cancellationToken);
                freed -= back;
            }

            // Ordered before the product was kept by lot, or ahead: it joins the youngest lot.
            if (freed > 0)
                await book.PutAsync(await book.YoungestAsync(line.Of.Product, cancellationToken), line.Of.Variant, freed, cancellationToken);
        }
    }

    /// <summary>Lines that took no stock are said to be of the youngest lot when they are packed, if there is one.</summary>
    public async Task NoteAsync(IReadOnlyList<LotLine> lines, CancellationToken cancellationToken)
    {
        OrderLineId[] ids = [.. lines.Select(l => l.Line)];
        var known = await db.Set<Allotment>().Where(a => ids.Contains(a.Line)).Select(a => a.Line).ToListAsync(cancellationToken);
        foreach (var line in lines.Where(l => !known.Contains(l.Line)))
            if (await book.YoungestAsync(line.Product, cancellationToken) is { } lot && await book.HoldAsync(lot.Id, cancellationToken))
                db.Add(Allotment.Of(line.Line, lot.Id, line.Variant, line.Quantity, tookStock: false));
    }
}

/// <summary>Some pieces of an order's line.</summary>
/// <param name="Quantity">Above zero.</param>
internal readonly record struct LotLine(OrderLineId Line, ProductId Product, VariantId Variant, int Quantity);

/// <summary>Some pieces that a line gave back.</summary>
/// <param name="Freed">How many of them went on the shelf; of what was ordered ahead perhaps none.</param>
internal readonly record struct LotLineBack(LotLine Of, int Freed);
