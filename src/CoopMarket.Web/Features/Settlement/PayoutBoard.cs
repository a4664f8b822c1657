using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>What could be paid out now, to whom and why not, and the runs before.</summary>
internal static class PayoutBoard
{
    internal const int PageSize = 20;

    internal sealed record Query(Actor Actor, int Page = 1) : IQuery<View>, IForAdmin;

    /// <param name="Least">Smaller amounts wait.</param>
    /// <param name="Ready">What a run drafted now would send, in all.</param>
    /// <param name="Dues">Who has anything payable: who can be paid first, then by amount.</param>
    /// <param name="Runs">One page of them, the latest first.</param>
    internal sealed record View(Money Least, Money Ready, IReadOnlyList<Due> Dues, IReadOnlyList<Run> Runs, bool HasMore);

    /// <param name="ReadyAt">When a new bank account has waited long enough, UTC; null where it has.</param>
    /// <param name="AtGateway">Whether the card gateway would transfer it; false where the market holds too little there, null where the cooperative has no account there.</param>
    internal sealed record Due(LocalizedText Name, Money Payable, Money FeesOwed, Money Amount, PayoutHindrance Hindrance, DateTimeOffset? ReadyAt, bool? AtGateway = null);

    /// <param name="Amount">What is, or would be, sent.</param>
    internal sealed record Run(string Code, DateTimeOffset DraftedAt, bool IsDraft, int Count, Money Amount, int OnTheWay, int Failed, int Returned);

    internal sealed class Handler(MarketDb db, PayoutDues dues, BankAccounts accounts, PayoutSettings settings, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var all = await dues.AllAsync(cancellationToken);
            var names = await accounts.OfAsync(all.Keys, cancellationToken);
            var placed = PayoutDue.Place(all.Values, await dues.FreeAtGatewayAsync(cancellationToken), settings.Smallest, now);
            var shown = placed.Select(d => new Due(
                names[d.Cooperative].Name, d.Payable, d.FeesOwed, d.Amount, d.Judge(settings.Smallest, now), d.AccountReadyAt > now ? d.AccountReadyAt : null,
                d.Connected is null ? null : d.Account.Connected.Length > 0))
                .OrderBy(d => d.Hindrance != PayoutHindrance.None).ThenByDescending(d => d.Amount.Minor).ToList();
            var runs = await db.Set<PayoutRun>().AsNoTracking().Include(r => r.Payouts).OrderByDescending(r => r.DraftedAt).ThenByDescending(r => r.Id)
                .Skip((query.Page - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            return new(
                settings.Smallest, Money.Sum(shown.Where(d => d.Hindrance == PayoutHindrance.None).Select(d => d.Amount)), shown,
                [.. runs.Take(PageSize).Select(Shown)], runs.Count > PageSize);
        }

        private static Run Shown(PayoutRun run)
        {
            var kept = run.Kept.ToList();
            return new(
                run.Code, run.DraftedAt, run.IsDraft, kept.Count, Money.Sum(kept.Select(p => p.Amount)),
                kept.Count(p => p.State == PayoutState.OnTheWay), kept.Count(p => p.State == PayoutState.Failed), kept.Count(p => p.State == PayoutState.Returned));
        }
    }
}
