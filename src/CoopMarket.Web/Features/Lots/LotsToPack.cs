using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>Out of which lots a part of an order is packed, and out of which it may be.</summary>
internal static class LotsToPack
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, string Code) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Packing;
    }

    /// <param name="MayChange">Whether it is being packed.</param>
    /// <param name="Lines">Those of whose product there are lots.</param>
    internal sealed record View(string Code, bool MayChange, IReadOnlyList<Line> Lines);

    /// <param name="Left">How many are to be packed.</param>
    internal sealed record Line(OrderLineId Id, LocalizedText Product, LocalizedText Variant, int Left, IReadOnlyList<Choice> Lots);

    /// <param name="Pieces">How many of the line are of it.</param>
    /// <param name="There">How many more there are; null where the line takes no stock of lots.</param>
    internal sealed record Choice(LotId Lot, string Number, DateOnly? BestBefore, int Pieces, int? There)
    {
        /// <summary>The name of its field.</summary>
        public string Key(OrderLineId line) => $"{line}:{Lot}";
    }

    internal sealed class Handler(MarketDb db, PartsToPack parts, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await parts.OfAsync(query.Cooperative, query.Code, cancellationToken) is not { } part)
                return null;
            var today = VietnamDay.Of(time.Now());
            var (lines, products) = (part.Lines.Select(l => l.Id).ToList(), part.Lines.Select(l => l.Product).Distinct().ToList());
            var allotted = await db.Set<Allotment>().AsNoTracking().Where(a => lines.Contains(a.Line)).ToListAsync(cancellationToken);
            var lots = await db.Set<Lot>().AsNoTracking().Where(l => products.Contains(l.Product) && l.Cooperative == query.Cooperative).ToListAsync(cancellationToken);
            var sizes = part.Lines.Select(l => l.Variant).Distinct().ToList();
            var there = await db.Set<LotStock>().AsNoTracking().Where(s => sizes.Contains(s.Variant)).ToDictionaryAsync(s => (s.Lot, s.Variant), s => s.Pieces, cancellationToken);
            return new(part.Code, part.MayChange, [.. part.Lines.Select(l => new Line(l.Id, l.ProductName, l.VariantName, l.Left, Choices(l))).Where(l => l.Lots.Count > 0)]);

            IReadOnlyList<Choice> Choices(LineToPack line)
            {
                var mine = allotted.Where(a => a.Line == line.Id).ToList();
                var takes = mine.Exists(a => a.TookStock);
                return [.. lots.Where(l => l.Product == line.Product).OrderBy(l => l.BestBefore ?? DateOnly.MaxValue).ThenBy(l => l.MadeOn).ThenBy(l => l.Id.Value)
                    .Select(l => (Lot: l, Pieces: mine.Find(a => a.Lot == l.Id)?.Pieces ?? 0, There: there.GetValueOrDefault((l.Id, line.Variant))))
                    .Where(c => c.Pieces > 0 || (c.Lot.IsForSaleOn(today) && (takes ? c.There > 0 : c.Lot.State == LotState.Open)))
                    .Select(c => new Choice(c.Lot.Id, c.Lot.Number, c.Lot.BestBefore, c.Pieces, takes ? c.There : null))];
            }
        }
    }
}
