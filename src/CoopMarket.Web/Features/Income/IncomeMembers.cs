using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Income.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Income;

/// <summary>The members of a cooperative, what each is owed, and payments that nobody has confirmed yet.</summary>
internal static class IncomeMembers
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <param name="Owed">What is owed to all who are owed something.</param>
    internal sealed record View(Money Owed, IReadOnlyList<Row> Members);

    /// <param name="Commune">Null where it is not told.</param>
    /// <param name="Waiting">Payments that wait for her word.</param>
    internal sealed record Row(ProducerId Id, string Name, Commune? Commune, bool IsPaused, Money Owed, int Waiting);

    internal sealed class Handler(MarketDb db, MemberBalances balances) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var owed = await balances.OwedByAsync(query.Cooperative, cancellationToken);
            var waiting = await db.Set<MemberPayment>().Where(p => p.Cooperative == query.Cooperative && p.State == MemberPaymentState.Waiting).GroupBy(p => p.Member)
                .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            var members = await db.Set<Producer>().AsNoTracking().Where(p => p.Cooperative == query.Cooperative).OrderBy(p => p.AddedAt).ThenBy(p => p.Id).ToListAsync(cancellationToken);
            List<Row> rows = [.. members.OrderBy(m => m.PausedAt is not null).Select(m => new Row(
                m.Id, m.Name, Places.FindCommune(m.CommuneCode), m.PausedAt is not null, owed.GetValueOrDefault(m.Id, Money.Dong(0)), waiting.GetValueOrDefault(m.Id)))];
            return new(Money.Sum(rows.Where(r => r.Owed.Minor > 0).Select(r => r.Owed)), rows);
        }
    }
}
