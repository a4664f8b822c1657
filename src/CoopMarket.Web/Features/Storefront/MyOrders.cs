using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>A person's own orders, the newest first, found again by code, product or cooperative.</summary>
internal static class MyOrders
{
    /// <summary>Orders on one page.</summary>
    public const int PageSize = 20;

    private const int LongestSearch = 100;
    private const int MostSearched = 1_000;

    /// <param name="Search">What was typed, with or without marks; null or empty: all.</param>
    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, string? Search, int Page) : IQuery<View>, IForPerson;

    internal sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    /// <param name="Code">Public.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="PlacedAt">UTC.</param>
    /// <param name="Total">Goods and delivery.</param>
    /// <param name="Cooperatives">Who sends it.</param>
    /// <param name="Things">What was bought, each product once.</param>
    /// <param name="Stage">How far it is while cooperatives have it, <c>waits</c> or <c>on-its-way</c>; empty else.</param>
    internal sealed record Row(string Code, OrderState State, DateTimeOffset PlacedAt, Money Total, IReadOnlyList<LocalizedText> Cooperatives, IReadOnlyList<LocalizedText> Things, string Stage);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var search = query.Search is { Length: > 0 } typed ? Folding.Fold(typed.Length > LongestSearch ? typed[..LongestSearch] : typed) : "";
            var skip = (Math.Clamp(query.Page, 1, 1_000) - 1) * PageSize;
            var mine = reads.Of<Order>().Where(o => o.Buyer == query.Actor.Me).OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id);

            // One person's orders are few: searched in memory, so that both databases fold marks alike.
            var orders = await (search.Length == 0 ? mine.Skip(skip).Take(PageSize + 1) : mine.Take(MostSearched))
                .Include(o => o.Parts).ThenInclude(p => p.Lines).AsSplitQuery().ToListAsync(cancellationToken);
            var rows = orders.Select(Shown).Where(r => search.Length == 0 || Finds(r, search)).Skip(search.Length == 0 ? 0 : skip).Take(PageSize + 1).ToList();
            return new([.. rows.Take(PageSize)], rows.Count > PageSize);
        }

        private static Row Shown(Order order) => new(
            order.Code, order.State, order.PlacedAt, order.Total,
            [.. order.Parts.Select(p => p.CooperativeName)],
            [.. order.Parts.SelectMany(p => p.Lines).DistinctBy(l => l.Product).Select(l => l.ProductName)], StageOf(order));

        // One part on its way is what she wants to know, whatever the others are at.
        private static string StageOf(Order order)
        {
            if (order.State != OrderState.Placed)
                return "";
            var open = order.Parts.Where(p => !p.HasEnded).ToList();
            return open.Any(p => p.State == SellerOrderState.Shipped) ? "on-its-way" : open.Count > 0 && open.All(p => p.State == SellerOrderState.ToAccept) ? "waits" : "";
        }

        private static bool Finds(Row row, string search)
            => row.Cooperatives.Concat(row.Things).SelectMany(t => t.All.Values).Append(row.Code).Any(t => Folding.Fold(t).Contains(search, StringComparison.Ordinal));
    }
}
