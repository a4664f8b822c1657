using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Links;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>What no area knows alone, for the copy of a cooperative: its account by the codes of orders, and the short addresses of its things.</summary>
internal sealed class DataOfDesk(MarketReads reads) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.ShortLinks, typeof(ShortLink), reads.Of<ShortLink>().Where(l => l.Cooperative == cooperative
                || reads.Of<Product>().Any(p => p.Id == l.Product && p.Cooperative == cooperative)
                || reads.Of<Story>().Any(s => s.Id == l.Story && s.Cooperative == cooperative)).OrderBy(l => l.GivenAt).ThenBy(l => l.Code).AsAsyncEnumerable(), [],
            ("code", l => l.Code), ("product", l => l.Product), ("story", l => l.Story), ("cooperative", l => l.Cooperative), ("givenAt", l => l.GivenAt)),
        DataSheet.Of(
            DataKind.Statement, typeof(JournalEntry), Moves(cooperative).AsAsyncEnumerable(), [],
            ("month", m => VietnamDay.Of(m.PostedAt).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)), ("postedAt", m => m.PostedAt), ("happenedAt", m => m.HappenedAt),
            ("kind", m => m.Kind), ("code", m => m.Code), ("owedToCooperative", m => m.Amount), ("marketFee", m => m.Fee)),
    ];

    // As the statement of a month has it: what moves between its own accounts changes nothing that it is owed.
    private IQueryable<Move> Moves(CooperativeId cooperative)
        => from sum in reads.Of<EntryLine>().Where(l => l.Cooperative == cooperative).GroupBy(l => new { l.Entry, l.SellerOrder })
               .Select(g => new { g.Key.Entry, g.Key.SellerOrder, Amount = -g.Sum(l => l.Amount.Minor) })
           join entry in reads.Of<JournalEntry>() on sum.Entry equals entry.Id
           where sum.Amount != 0
           orderby entry.PostedAt, entry.Id, sum.SellerOrder
           select new Move
           {
               PostedAt = entry.PostedAt,
               HappenedAt = entry.HappenedAt,
               Kind = entry.Kind,
               Code = (from part in reads.Of<SellerOrder>()
                       join order in reads.Of<Order>() on part.OrderId equals order.Id
                       where part.Id == sum.SellerOrder && part.Cooperative == cooperative
                       select order.Code).FirstOrDefault(),
               Amount = sum.Amount,
               Fee = -reads.Of<EntryLine>().Where(l => l.Entry == sum.Entry && l.Account == LedgerAccount.FeeIncome && l.SellerOrder != null && l.SellerOrder == sum.SellerOrder).Sum(l => l.Amount.Minor),
           };

    /// <summary>One entry, as far as it is about one part of an order, or about none.</summary>
    private sealed class Move
    {
        public required DateTimeOffset PostedAt { get; init; }

        public required DateTimeOffset HappenedAt { get; init; }

        public required EntryKind Kind { get; init; }

        /// <summary>Of the order; null where it is about none.</summary>
        public required string? Code { get; init; }

        /// <summary>What the cooperative is owed more; below zero: less.</summary>
        public required long Amount { get; init; }

        /// <summary>What the market took for its work; below zero where it gave some back.</summary>
        public required long Fee { get; init; }
    }
}
