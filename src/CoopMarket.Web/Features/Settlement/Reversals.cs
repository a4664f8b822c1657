using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>A transfer that was made to a cooperative's account at the card gateway, and all that was, or is to be, taken back of it.</summary>
internal static class Reversals
{
    /// <param name="Run">The run's code.</param>
    internal sealed record Query(Actor Actor, string Run, int Position) : IQuery<View?>, IForAdmin;

    /// <param name="Transfer">The gateway's name for it.</param>
    /// <param name="Left">What can still be taken back.</param>
    /// <param name="Balance">What stands for the cooperative; below zero where it owes.</param>
    /// <param name="Alone">Up to which amount, with all that was taken back before, one admin decides.</param>
    /// <param name="MayAsk">Whether anything can be asked for.</param>
    internal sealed record View(string Run, int Position, LocalizedText Name, string Transfer, Money Amount, Money Left, Money Balance, Money Alone, bool MayAsk, IReadOnlyList<Row> Rows);

    /// <param name="By">Her name; empty where she is forgotten, and where it was done in the gateway's own pages.</param>
    /// <param name="Seconded">Her name; empty where nobody had to agree.</param>
    /// <param name="IsMine">Whether who looks asked for it.</param>
    internal sealed record Row(
        TransferReversalId Id, ReversalState State, Money Amount, string Reason, DateTimeOffset At, string By, string Seconded, bool IsMine, bool IsOwn, string Reference, string RefusedFor);

    internal sealed class Handler(MarketDb db, PayoutRuns runs, BankAccounts accounts, Contract.Balances balances, People people, StripeSettings stripe, RefundSettings settings) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var run = await runs.FindAsync(query.Run, cancellationToken);
            db.ChangeTracker.Clear();
            if (run?.Payouts.SingleOrDefault(p => p.Position == query.Position) is not { IsTransfer: true, State: PayoutState.Paid } payout)
                return null;
            var name = (await accounts.OfAsync([payout.Cooperative], cancellationToken)).GetValueOrDefault(payout.Cooperative)?.Name ?? LocalizedText.Empty;
            Dictionary<PersonId, string> admins = [];
            foreach (var person in payout.Reversals.SelectMany(r => new[] { r.ProposedBy, r.SecondedBy }).OfType<PersonId>().Distinct())
                admins[person] = (await people.ReachAsync(person, cancellationToken))?.Name ?? "";
            var balance = await balances.OfAsync(payout.Cooperative, cancellationToken);
            return new(
                run.Code, payout.Position, name, payout.Reference, payout.Amount, payout.Left, balance.Payable - balance.FeesOwed, settings.Alone, stripe.Connects && !payout.Left.IsZero,
                [.. payout.Reversals.OrderByDescending(r => r.ProposedAt).ThenByDescending(r => r.Id.Value).Select(r => new Row(
                    r.Id, r.State, r.Amount, r.Reason, r.ProposedAt, NameOf(r.ProposedBy), NameOf(r.SecondedBy), r.ProposedBy == query.Actor.Person, r.ProposedBy is not null, r.Reference ?? "", r.RefusedFor))]);

            string NameOf(PersonId? person) => person is { } known ? admins[known] : "";
        }
    }
}
