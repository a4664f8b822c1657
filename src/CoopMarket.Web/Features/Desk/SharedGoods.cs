using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>How the income of what arrived was shared in the last twelve months, product by product.</summary>
internal static class SharedGoods
{
    /// <summary>How many months back.</summary>
    public const int Months = 12;

    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<IReadOnlyList<Row>>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="Members">What its makers got.</param>
    /// <param name="Fund">What the cooperative's fund got.</param>
    /// <param name="Costs">What stayed for packaging and material.</param>
    internal sealed record Row(LocalizedText Name, Money Members, Money Fund, Money Costs)
    {
        public Money All => Members + Fund + Costs;
    }

    /// <summary>When the months begin, UTC.</summary>
    public static DateTimeOffset Start(DateTimeOffset now) => VietnamDay.Of(now) is var day ? VietnamDay.Begin(new DateOnly(day.Year, day.Month, 1).AddMonths(1 - Months)) : default;

    internal sealed class Handler(MarketReads reads, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var start = Start(time.Now());
            var sums = await reads.Of<IncomeEntry>().Where(e => e.Cooperative == query.Cooperative && e.Product != null && e.PostedAt >= start)
                .GroupBy(e => new { e.Product, e.Share }).Select(g => new { g.Key.Product, g.Key.Share, Sum = g.Sum(e => e.Amount.Minor) }).ToListAsync(cancellationToken);
            var ids = sums.Select(s => s.Product!.Value).Distinct().ToList();
            var names = await reads.Of<Product>().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
            return
            [
                .. sums.GroupBy(s => s.Product!.Value).Select(g => g.ToDictionary(s => s.Share, s => s.Sum) is var of
                    ? new Row(names.GetValueOrDefault(g.Key, LocalizedText.Empty), Money.Dong(of.GetValueOrDefault(ShareKind.Member)), Money.Dong(of.GetValueOrDefault(ShareKind.Fund)), Money.Dong(of.GetValueOrDefault(ShareKind.Costs)))
                    : null!).OrderByDescending(r => r.All.Minor),
            ];
        }
    }
}
