using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Income.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Income;

/// <summary>One member at her cooperative's desk: what she is owed and what she was paid.</summary>
internal static class MemberBook
{
    private const int Latest = 24;

    internal sealed record Query(Actor Actor, CooperativeId Cooperative, ProducerId Member) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <param name="Earned">Her shares ever, less what was given back.</param>
    /// <param name="Waiting">What is written down as paid and waits for her word; it counts as paid already.</param>
    /// <param name="Payments">The latest, and all that wait however old they are; the latest first.</param>
    internal sealed record View(
        ProducerId Id, string Name, string CommuneCode, DateOnly AgreedOn, bool MayBeNamed, bool IsPaused, Money Owed, Money Earned, Money Waiting, IReadOnlyList<Paid> Payments)
    {
        /// <summary>What she, or a witness, said that she got.</summary>
        public Money Got => Earned - Owed - Waiting;

        /// <summary>Null where it is not told.</summary>
        public Commune? Commune => Places.FindCommune(CommuneCode);
    }

    /// <param name="TriesLeft">How often a wrong code may still be tried.</param>
    /// <param name="IsMine">Whether the reader wrote it down, so that she can't be its witness.</param>
    /// <param name="ByWitness">Whether another manager confirmed it.</param>
    internal sealed record Paid(
        MemberPaymentId Id, Money Amount, MemberPaymentWay Way, bool IsAdvance, MemberPaymentState State, DateTimeOffset RecordedAt, int TriesLeft, bool IsMine, bool ByWitness);

    internal sealed class Handler(MarketDb db, MemberBalances balances) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var member = await db.Set<Producer>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == query.Member && p.Cooperative == query.Cooperative, cancellationToken);
            if (member is null)
                return null;
            var earned = await db.Set<IncomeEntry>().Where(e => e.Member == member.Id && e.Payment == null).SumAsync(e => e.Amount.Minor, cancellationToken);
            var waiting = await db.Set<MemberPayment>().Where(p => p.Member == member.Id && p.State == MemberPaymentState.Waiting).SumAsync(p => p.Amount.Minor, cancellationToken);
            var hers = db.Set<MemberPayment>().AsNoTracking().Where(p => p.Member == member.Id);
            var latest = hers.OrderByDescending(p => p.RecordedAt).ThenBy(p => p.Id).Take(Latest).Select(p => p.Id);
            // What waits can be confirmed here alone: behind newer ones it would wait for ever.
            var payments = await hers.Where(p => p.State == MemberPaymentState.Waiting || latest.Contains(p.Id)).OrderByDescending(p => p.RecordedAt).ThenBy(p => p.Id).ToListAsync(cancellationToken);
            return new(
                member.Id, member.Name, member.CommuneCode, member.AgreedOn, member.MayBeNamed, member.PausedAt is not null, await balances.OwedAsync(member.Id, cancellationToken), Money.Dong(earned), Money.Dong(waiting),
                [.. payments.Select(p => new Paid(
                    p.Id, p.Amount, p.Way, p.IsAdvance, p.State, p.RecordedAt, MemberPayment.MostTries - p.WrongTries, p.RecordedBy == query.Actor.Person, p.WitnessedBy is not null))]);
        }
    }
}
