using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Income;

/// <summary>
/// Freezes the shares of a sale and keeps the book of income at what they amount to. It books the difference between what the book
/// has and what the part stands at, so messages may come late, twice or in any order. Works inside the caller's transaction.
/// </summary>
internal sealed class SaleBook(MarketDb db, PartBooks parts, LotLines lots, TimeProvider time, Ids ids)
{
    /// <summary>Brings the book up to where an order's parts stand.</summary>
    /// <param name="only">The part that moved; null for all of the order.</param>
    /// <param name="source">The message that caused it.</param>
    /// <param name="happenedAt">When it was raised, UTC.</param>
    public async Task BringAsync(OrderId order, SellerOrderId? only, Guid source, DateTimeOffset happenedAt, CancellationToken cancellationToken)
    {
        var number = 0;
        // Before it is read: who holds it may be booking what has just been given back.
        await LockAsync(only is { } moved ? [moved] : await parts.IdsAsync(order, cancellationToken), cancellationToken);
        foreach (var part in await parts.OfAsync(order, cancellationToken))
        {
            if (only is { } one && part.Id != one)
                continue;
            if (await FrozenAsync(part, cancellationToken) is not { } sale)
                continue;
            var booked = await BookedAsync(part.Id, cancellationToken);
            var kind = booked.Count == 0 ? IncomeKind.Earned : IncomeKind.TakenBack;
            foreach (var (share, amount) in sale.Due(LinesOf(part), part.DeliveryKept))
            {
                var more = amount - Money.Dong(booked.GetValueOrDefault(share.Number));
                if (!more.IsZero)
                    db.Add(IncomeEntry.OfShare(ids.New<IncomeEntryId>(), kind, part.Cooperative, share, more, source, ++number, happenedAt, time.Now()));
            }
        }
    }

    private static IReadOnlyDictionary<OrderLineId, LineLeft>? LinesOf(PartBook part)
        => part.IsDelivered ? part.Lines.ToDictionary(l => l.Id, l => new LineLeft(l.NetLeft, l.Left, l.GivenBack)) : null;

    // A cooperative that never wrote a rule keeps no book: all of it is its own.
    private async Task<SharedSale?> FrozenAsync(PartBook part, CancellationToken cancellationToken)
    {
        if (await db.Set<SharedSale>().FirstOrDefaultAsync(s => s.Part == part.Id, cancellationToken) is { } frozen)
            return frozen;
        var standing = db.Set<Sharing>().AsNoTracking().Where(s => s.Cooperative == part.Cooperative && s.From <= part.SoldAt);
        if (!await standing.AnyAsync(cancellationToken))
            return null;
        var products = part.Lines.Select(l => l.Product).Distinct().ToList();
        var rules = (await standing.Where(s => products.Contains(s.Product)).ToListAsync(cancellationToken)).GroupBy(s => (s.Product, s.Lot)).ToDictionary(g => g.Key, g => g.MaxBy(s => s.From)!.Terms);
        var served = await lots.OfAsync(part.Lines.Select(l => l.Id), cancellationToken);
        var sale = SharedSale.Freeze(
            part.Id, part.Order, part.Code, part.Cooperative, part.SoldAt,
            [.. part.Lines.Select(l => new LineToShare(l.Id, l.Product, l.Net, Lots(l.Product, l.Quantity, [.. served[l.Id]], rules)))], part.Delivery);
        db.Add(sale);
        return sale;
    }

    // Lots without a rule of their own are shared by the product's; where none has one, it makes no difference of which they are.
    private static IReadOnlyList<LotToShare> Lots(
        ProductId product, int quantity, IReadOnlyList<(LotId Lot, int Pieces)> served, Dictionary<(ProductId, LotId?), IReadOnlyList<ShareTerm>> rules)
    {
        var usual = rules.GetValueOrDefault((product, null), IncomeShares.Unshared);
        if (!served.Any(s => rules.ContainsKey((product, s.Lot))))
            return [new(null, usual, quantity)];
        var rest = quantity - served.Sum(s => s.Pieces);
        return [.. served.Select(s => new LotToShare(s.Lot, rules.GetValueOrDefault((product, s.Lot), usual), s.Pieces)), .. rest > 0 ? [new LotToShare(null, usual, rest)] : Array.Empty<LotToShare>()];
    }

    private async Task<Dictionary<int, long>> BookedAsync(SellerOrderId part, CancellationToken cancellationToken)
        => await db.Set<IncomeEntry>().Where(e => e.Part == part).GroupBy(e => e.ShareNumber).Select(g => new { g.Key, Sum = g.Sum(e => e.Amount.Minor) })
            .ToDictionaryAsync(g => g.Key, g => g.Sum, cancellationToken);

    // Two messages about one part at once would both book the difference.
    private Task LockAsync(IReadOnlyList<SellerOrderId> moved, CancellationToken cancellationToken)
        => db.Set<SharedSale>().Where(s => moved.Contains(s.Part)).ExecuteUpdateAsync(set => set.SetProperty(s => s.SoldAt, s => s.SoldAt), cancellationToken);
}
