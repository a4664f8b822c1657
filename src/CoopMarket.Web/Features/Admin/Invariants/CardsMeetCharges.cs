using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>
/// I8: every page that was paid has its one charge, of the amount that was asked for, and an order has one page at a time; each line of the
/// gateway's books that is explained by a row of ours says what that row says; and nothing in them is unexplained.
/// </summary>
internal sealed class CardsMeetCharges(MarketReads reads) : IInvariant
{
    public string Name => "I8 every card page that was paid has its one charge, and the gateway's books say the same";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        var attempts = reads.Of<CardAttempt>();
        var charges = reads.Of<MoneyIn>().Where(m => m.Source == MoneySource.Card);
        var without = await attempts.CountAsync(
            a => a.State == CardAttemptState.Paid && charges.Count(m => m.SourceId == a.Session && m.Amount.Minor == a.Amount.Minor && m.Moved.Minor == a.Charged.Minor && m.Moved.Currency == a.Charged.Currency) != 1, cancellationToken);
        var strange = await charges.CountAsync(m => !m.IsDoubtful && !attempts.Any(a => a.Session == m.SourceId && a.State == CardAttemptState.Paid), cancellationToken);
        var twice = await attempts.Where(a => a.EndedAt == null).GroupBy(a => a.Payment).CountAsync(g => g.Count() > 1, cancellationToken);
        var (moves, differing) = await DifferAsync(cancellationToken);
        var unexplained = await UnexplainedAsync(cancellationToken);
        var all = await charges.CountAsync(cancellationToken);
        return without + strange + twice + differing + unexplained == 0
            ? new(true, $"{all} charges, {moves} lines of the gateway's books")
            : new(false, $"{without} paid pages lack their charge, {strange} charges lack their page, {twice} orders have two pages at once, {differing} lines of the gateway's books differ from their rows, {unexplained} differences are unexplained");
    }

    // What was explained once must stay true: the rows that did it are looked at again.
    private async Task<(int All, int Differing)> DifferAsync(CancellationToken cancellationToken)
    {
        var met = reads.Of<CardMove>().Where(m => m.State == CardMoveState.Met);
        var lines = await met.Where(m => m.Line != null && m.Kind != CardMoveKind.Payout).CountAsync(
            m => !reads.Of<MoneyIn>().Any(l => l.Id == m.Line && l.Moved.Currency == m.Moved.Currency && (l.Direction == TransferDirection.In ? l.Moved.Minor : -l.Moved.Minor) == m.Moved.Minor), cancellationToken);
        var refunds = await met.Where(m => m.Refund != null).CountAsync(
            m => !reads.Of<RefundDue>().Any(r => r.Id == m.Refund && r.Moved.Currency == m.Moved.Currency && (m.Kind == CardMoveKind.Refund ? -r.Moved.Minor : r.Moved.Minor) == m.Moved.Minor), cancellationToken);
        var payouts = await met.Where(m => m.Line != null && m.Kind == CardMoveKind.Payout).CountAsync(
            m => !reads.Of<MoneyIn>().Any(l => l.Id == m.Line && l.IsFromCards && l.Amount.Minor == -m.Amount.Minor), cancellationToken);
        return (await reads.Of<CardMove>().CountAsync(cancellationToken), lines + refunds + payouts);
    }

    private async Task<int> UnexplainedAsync(CancellationToken cancellationToken)
    {
        var last = await reads.Of<CardComparison>().Where(c => c.IsReached).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Select(c => (CardComparisonId?)c.Id).FirstOrDefaultAsync(cancellationToken);
        return await reads.Of<CardMove>().CountAsync(m => m.Note == null && (m.State == CardMoveState.Unexplained || m.ChangedAt != null), cancellationToken)
            + await reads.Of<CardDifference>().CountAsync(d => d.Comparison == last && d.Kind != CardDifferenceKind.OnlyTheirs, cancellationToken);
    }
}
