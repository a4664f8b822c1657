using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>What each member earned in the last twelve months, and what she is owed now. For managers alone.</summary>
internal static class SharedMembers
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<IReadOnlyList<Row>>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <param name="Earned">In the months, less what went back to buyers.</param>
    /// <param name="Owed">As it stands; below 0 where she is ahead.</param>
    internal sealed record Row(ProducerId Member, string Name, Money Earned, Money Owed);

    internal sealed class Handler(MarketReads reads, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var start = SharedGoods.Start(time.Now());
            var members = await reads.Of<Producer>().Where(p => p.Cooperative == query.Cooperative).Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken);
            var hers = reads.Of<IncomeEntry>().Where(e => e.Cooperative == query.Cooperative && e.Member != null);
            var owed = await hers.GroupBy(e => e.Member).Select(g => new { g.Key, Sum = g.Sum(e => e.Amount.Minor) }).ToDictionaryAsync(g => g.Key!.Value, g => g.Sum, cancellationToken);
            var earned = await hers.Where(e => e.Payment == null && e.PostedAt >= start).GroupBy(e => e.Member).Select(g => new { g.Key, Sum = g.Sum(e => e.Amount.Minor) })
                .ToDictionaryAsync(g => g.Key!.Value, g => g.Sum, cancellationToken);
            return [.. members.Select(m => new Row(m.Id, m.Name, Money.Dong(earned.GetValueOrDefault(m.Id)), Money.Dong(owed.GetValueOrDefault(m.Id)))).OrderByDescending(r => r.Earned.Minor)];
        }
    }
}
