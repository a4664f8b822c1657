using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Lots.Contract;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// What orders take from the shelf and put back, with the lots that it is of. What is made to order takes nothing, whatever its
/// product is now. Works inside the running transaction.
/// </summary>
internal sealed class OrderGoods(Shelf shelf, LotShelf lots, RecalledLots recalled)
{
    /// <summary>Takes all of an order; refused, some may be taken: the command must be, too.</summary>
    public async Task<Refusal?> TakeAsync(Order order, CancellationToken cancellationToken)
    {
        var lines = FromStock(order.Parts);
        if (await shelf.TakeAsync(Some(lines), cancellationToken) is { } missing)
            return missing;
        // A lot may be past its best before for some minutes before its size knows.
        return await lots.TryServeAsync(OfLots(lines), cancellationToken) ? null : new ChangedMeanwhile();
    }

    /// <summary>Takes what is left of some parts of an order, all of it or nothing, where the caller goes on either way.</summary>
    public async Task<bool> TryTakeAsync(Order order, IEnumerable<SellerOrder> parts, CancellationToken cancellationToken)
    {
        var lines = FromStock(parts);
        if (!await shelf.TryTakeAsync(Some(lines), cancellationToken))
            return false;
        if (await lots.TryServeAsync(OfLots(lines), cancellationToken))
            return true;
        await shelf.GiveBackAsync(Some(lines), order.Code, cancellationToken);
        return false;
    }

    /// <summary>Puts some of an order back, on the shelf and to its lots.</summary>
    public async Task GiveBackAsync(Order order, IReadOnlyList<(OrderLine Line, int Quantity)> lines, CancellationToken cancellationToken)
    {
        var freed = await shelf.GiveBackAsync([.. lines.Where(l => l.Line.ReadyInDays is null).Select(l => new Some(l.Line.Variant, l.Quantity, l.Line.Ahead))], order.Code, cancellationToken);
        List<LotLineBack> back = [];
        foreach (var (line, quantity) in lines)
        {
            var left = line.ReadyInDays is null ? freed.GetValueOrDefault((line.Variant, line.Ahead)) : 0;
            var some = Math.Min(left, quantity);
            if (some > 0)
                freed[(line.Variant, line.Ahead)] = left - some;
            back.Add(new(new(line.Id, line.Product, line.Variant, quantity), some));
        }

        await lots.GiveBackAsync(back, cancellationToken);
    }

    /// <summary>Why a part may not leave; null where it may.</summary>
    /// <param name="without">Numbers of lots of which, as the packer says, nothing is in what leaves.</param>
    public Task<Refusal?> BarAsync(SellerOrder part, IReadOnlyCollection<string> without, CancellationToken cancellationToken) => recalled.BarAsync(part.Lines.Select(l => l.Id), without, cancellationToken);

    /// <summary>What took no stock is of a lot from when it is packed.</summary>
    public Task NotePackedAsync(SellerOrder part, CancellationToken cancellationToken) => lots.NoteAsync(
        [.. part.Lines.Where(l => l.Left > 0 && (l.ReadyInDays is not null || l.Ahead is not null)).Select(l => new LotLine(l.Id, l.Product, l.Variant, l.Left))], cancellationToken);

    private static List<OrderLine> FromStock(IEnumerable<SellerOrder> parts) => [.. parts.SelectMany(p => p.Lines).Where(l => l.ReadyInDays is null && l.Left > 0)];

    private static IReadOnlyList<Some> Some(List<OrderLine> lines) => [.. lines.Select(l => new Some(l.Variant, l.Left, l.Ahead))];

    private static IReadOnlyList<LotLine> OfLots(List<OrderLine> lines) => [.. lines.Where(l => l.Ahead is null).Select(l => new LotLine(l.Id, l.Product, l.Variant, l.Left))];
}
