using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>What is sold ahead of a product's harvests: what is open, and what is owed still.</summary>
internal static class AheadBook
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, ProductId Product) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="Today">In Vietnam.</param>
    internal sealed record View(IReadOnlyList<Line> Lines, DateOnly Today)
    {
        /// <summary>What is open of a size; null where nothing is, or its harvest is over.</summary>
        public Line? OpenOf(VariantId size) => Lines.FirstOrDefault(l => l.Size == size && l.IsOpen);

        /// <summary>How many the harvest owes of a size, over all its sales.</summary>
        public int OwedOf(VariantId size) => Lines.Where(l => l.Size == size).Sum(l => l.Count.Owed);

        /// <summary>The days that were said last; null where nothing is open.</summary>
        public AheadTerms? Terms => Lines.FirstOrDefault(l => l.IsOpen)?.Terms;
    }

    /// <param name="IsOpen">Whether it was neither ended nor is over; its last day for orders may be over.</param>
    internal sealed record Line(VariantId Size, AheadTerms Terms, AheadCount Count, bool IsOpen, bool TakesOrders);

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = VietnamDay.Of(time.Now());
            var sales = await db.Set<AheadSale>().AsNoTracking()
                .Where(a => a.Product == query.Product && db.Set<Product>().Any(p => p.Id == a.Product && p.Cooperative == query.Cooperative))
                .Where(a => a.EndedAt == null || a.Sold > a.Aside).OrderByDescending(a => a.OpenedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
            return new([.. sales.Select(a => new Line(a.Variant, a.Terms, a.Count, a.EndedAt is null && a.To >= today, a.EndedAt is null && a.Until >= today))], today);
        }
    }
}
