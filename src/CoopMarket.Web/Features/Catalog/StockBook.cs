using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>The changes of a product's stock, newest first.</summary>
internal static class StockBook
{
    internal const int PageSize = 20;

    internal sealed record Query(Actor Actor, CooperativeId Cooperative, ProductId Product, int Page = 1) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="HasMore">Whether there are older ones.</param>
    internal sealed record View(IReadOnlyList<Line> Lines, bool HasMore);

    /// <param name="Who">Null for orders and jobs.</param>
    internal sealed record Line(DateTimeOffset At, LocalizedText Size, StockCause Cause, int Change, string Reason, string? Who);

    internal sealed class Handler(MarketDb db, People people) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var moves = await (from m in db.Set<StockMove>()
                               join v in db.Set<Variant>() on m.Variant equals v.Id
                               join p in db.Set<Product>() on v.Product equals p.Id
                               where p.Id == query.Product && p.Cooperative == query.Cooperative
                               orderby m.At descending, m.Id descending
                               select new { m.At, v.Name, m.Cause, m.Change, m.Reason, m.By }).Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            Dictionary<PersonId, string?> names = [];
            foreach (var person in moves.Select(m => m.By).OfType<PersonId>().Distinct())
                names[person] = (await people.ReachAsync(person, cancellationToken))?.Name;
            return new([.. moves.Take(PageSize).Select(m => new Line(m.At, m.Name, m.Cause, m.Change, m.Reason, m.By is { } by ? names[by] : null))], moves.Count > PageSize);
        }
    }
}
