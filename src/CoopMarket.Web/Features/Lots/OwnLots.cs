using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Lots;

/// <summary>The lots of a cooperative, the youngest first.</summary>
internal static class OwnLots
{
    internal const int PageSize = 30;

    /// <param name="Product">Only of this product; null: of all.</param>
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, ProductId? Product, int Page = 1) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="Products">All of the cooperative's, by name.</param>
    internal sealed record View(IReadOnlyList<Row> Lots, IReadOnlyList<(ProductId Id, LocalizedText Name)> Products, bool HasMore);

    /// <param name="IsOver">Whether its best before is over.</param>
    internal sealed record Row(LotId Id, string Number, LocalizedText Product, DateOnly MadeOn, DateOnly? BestBefore, LotState State, bool IsOver);

    internal sealed class Handler(MarketDb db, ProductOwners products, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = VietnamDay.Of(time.Now());
            var names = await products.NamesAsync(query.Cooperative, cancellationToken);
            var lots = await db.Set<Lot>().AsNoTracking().Where(l => l.Cooperative == query.Cooperative && (query.Product == null || l.Product == query.Product))
                .OrderByDescending(l => l.MadeOn).ThenByDescending(l => l.Id).Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            return new(
                [.. lots.Take(PageSize).Select(l => new Row(l.Id, l.Number, names[l.Product], l.MadeOn, l.BestBefore, l.State, l.BestBefore < today))],
                [.. names.Select(n => (n.Key, n.Value)).OrderBy(n => Folding.Fold(n.Value.Vi), StringComparer.Ordinal)], lots.Count > PageSize);
        }
    }
}
