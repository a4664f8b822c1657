using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>Lots that an admin looks for, by the code on a label or by number, or that were called back.</summary>
internal static class AllLots
{
    internal const int PageSize = 50;

    /// <param name="Find">A code or a number; empty for those called back.</param>
    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, string Find, int Page = 1) : IQuery<View>, IForAdmin;

    /// <param name="Rows">The latest called back, or made, first.</param>
    /// <param name="HasMore">Whether there is a next page.</param>
    internal sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    /// <param name="RecalledAt">UTC; null unless it was called back.</param>
    internal sealed record Row(LotId Id, string Number, LocalizedText Product, LocalizedText Cooperative, DateOnly MadeOn, DateTimeOffset? RecalledAt);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var rows = await (
                from l in Listed(query.Find)
                join p in reads.Of<Product>() on l.Product equals p.Id
                join c in reads.Of<Cooperative>() on l.Cooperative equals c.Id
                orderby l.RecalledAt == null, l.RecalledAt descending, l.MadeOn descending, l.Id
                select new Row(l.Id, l.Number, p.Name, c.Name, l.MadeOn, l.RecalledAt)).Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            return new([.. rows.Take(PageSize)], rows.Count > PageSize);
        }

        private IQueryable<Lot> Listed(string find)
        {
            if (find.Length == 0)
                return reads.Of<Lot>().Where(l => l.RecalledAt != null);
            var number = Lot.FoldNumber(find);
            var code = PublicCode.TryParse(find, out var read) ? read.Value : "";
            return reads.Of<Lot>().Where(l => l.FoldedNumber == number || l.Code == code);
        }
    }
}
