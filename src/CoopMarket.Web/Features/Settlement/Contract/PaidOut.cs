using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>What the bank's lines have to do with payouts by the bank. Works inside the caller's transaction; what only asks tracks nothing.</summary>
internal sealed class PaidOut(MarketDb db, PayoutRuns book, TimeProvider time)
{
    /// <summary>
    /// The run of the payouts that were written down as paid under a reference, where the amount is that of one of them or of all
    /// of them; null where there are none.
    /// </summary>
    public async Task<PayoutRunId?> RunOfAsync(string reference, Money amount, CancellationToken cancellationToken)
    {
        var paid = await db.Set<Payout>().AsNoTracking().Where(p => p.Reference == reference && p.Connected == "" && (p.State == PayoutState.Paid || p.State == PayoutState.Returned))
            .Select(p => new { p.Run, p.Amount.Minor }).ToListAsync(cancellationToken);
        return paid.GroupBy(p => p.Run).Where(run => run.Any(p => p.Minor == amount.Minor) || run.Sum(p => p.Minor) == amount.Minor).Select(run => (PayoutRunId?)run.Key).FirstOrDefault();
    }

    /// <summary>
    /// Writes down that the bank has paid a payout that is on its way: a line that left carries the payout's own text and exactly its amount.
    /// </summary>
    /// <returns>Its run; null where the text is no payout's, or another amount left.</returns>
    public async Task<PayoutRunId?> MeetAsync(string text, Money amount, string reference, CancellationToken cancellationToken)
    {
        var codes = PublicCode.Find(text).Select(c => c.Value).ToList();
        if (codes.Count == 0)
            return null;
        var named = (await db.Set<Payout>().AsNoTracking().Where(p => p.State == PayoutState.OnTheWay && p.Connected == "" && p.Amount.Minor == amount.Minor
            && db.Set<PayoutRun>().Any(r => r.Id == p.Run && codes.Contains(r.Code))).ToListAsync(cancellationToken)).FindAll(p => p.IsNamedIn(text));
        // Nobody else may say meanwhile what became of it.
        if (named is not [var one] || await db.Set<Payout>().Where(p => p.Id == one.Id && p.State == PayoutState.OnTheWay).ExecuteUpdateAsync(set => set.SetProperty(p => p.Text, p => p.Text), cancellationToken) == 0)
            return null;
        var (run, _) = (await book.FindAsync(one.Id, cancellationToken))!.Value;
        if (await book.IsUsedAsync(reference, run.Id, cancellationToken) || !run.RecordPaid(one.Position, reference, null, time.Now(), out var paid).IsDone)
            return null;
        await book.BookAsync(EntryKind.PayoutPaid, paid, cancellationToken);
        return run.Id;
    }

    /// <summary>The code of a run with payouts on their way that a transfer's text names; null where it names none.</summary>
    public async Task<string?> NamedInAsync(string text, CancellationToken cancellationToken)
    {
        var codes = PublicCode.Find(text).Select(c => c.Value).ToList();
        return codes.Count == 0 ? null : await db.Set<PayoutRun>().AsNoTracking()
            .Where(r => codes.Contains(r.Code) && r.Payouts.Any(p => p.State == PayoutState.OnTheWay && p.Connected == "")).Select(r => r.Code).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The run that a transfer's text names, with the amounts of its payouts that were written down as paid, in đồng; null where it names none, or several.</summary>
    public async Task<(PayoutRunId Run, IReadOnlyList<long> Paid)?> PaidByAsync(string text, CancellationToken cancellationToken)
    {
        var codes = PublicCode.Find(text).Select(c => c.Value).ToList();
        var runs = await db.Set<PayoutRun>().AsNoTracking().Where(r => codes.Contains(r.Code)).Select(r => r.Id).ToListAsync(cancellationToken);
        if (runs is not [var run])
            return null;
        return (run, await db.Set<Payout>().AsNoTracking().Where(p => p.Run == run && p.Connected == "" && (p.State == PayoutState.Paid || p.State == PayoutState.Returned)).Select(p => p.Amount.Minor).ToListAsync(cancellationToken));
    }

    /// <summary>The code of a run; null where there is none.</summary>
    public Task<string?> CodeAsync(PayoutRunId run, CancellationToken cancellationToken)
        => db.Set<PayoutRun>().AsNoTracking().Where(r => r.Id == run).Select(r => r.Code).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A payout that was paid, by its run's code and its place; null where there is none, or it came back already.</summary>
    public Task<PaidPayout?> FindAsync(PublicCode run, int position, CancellationToken cancellationToken)
        => (from r in db.Set<PayoutRun>().AsNoTracking()
            from p in r.Payouts
            where r.Code == run.Value && p.Position == position && p.State == PayoutState.Paid && p.Connected == ""
            select new PaidPayout(r.Id, r.Code, p.Position, p.Cooperative, Money.Dong(p.Amount.Minor))).FirstOrDefaultAsync(cancellationToken);
}

/// <summary>A payout that the bank has paid.</summary>
/// <param name="Code">The run's.</param>
/// <param name="Position">Its place in the run, from 1.</param>
internal sealed record PaidPayout(PayoutRunId Run, string Code, int Position, CooperativeId Cooperative, Money Amount);
