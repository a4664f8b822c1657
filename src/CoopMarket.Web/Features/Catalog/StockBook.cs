using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>The latest changes of a product's stock, newest first.</summary>
internal static class StockBook
{
    private const int Most = 60;

    internal sealed record Query(Actor Actor, CooperativeId Cooperative, ProductId Product) : IQuery<IReadOnlyList<Line>>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="Who">Null for orders and jobs.</param>
    internal sealed record Line(DateTimeOffset At, LocalizedText Size, StockCause Cause, int Change, string Reason, string? Who);

    internal sealed class Handler(MarketDb db, People people) : IRequestHandler<Query, IReadOnlyList<Line>>
    {
        public async Task<IReadOnlyList<Line>> Handle(Query query, CancellationToken cancellationToken)
        {
            var moves = await (from m in db.Set<StockMove>()
                               join v in db.Set<Variant>() on m.Variant equals v.Id
                               join p in db.Set<Product>() on v.Product equals p.Id
                               where p.Id == query.Product && p.Cooperative == query.Cooperative
                               orderby m.At descending, m.Id descending
                               select new { m.At, v.Name, m.Cause, m.Change, m.Reason, m.By }).Take(Most).ToListAsync(cancellationToken);
            Dictionary<PersonId, string?> names = [];
            foreach (var person in moves.Select(m => m.By).OfType<PersonId>().Distinct())
                names[person] = (await people.ReachAsync(person, cancellationToken))?.Name;
            return [.. moves.Select(m => new Line(m.At, m.Name, m.Cause, m.Change, m.Reason, m.By is { } by ? names[by] : null))];
        }
    }
}
