using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin.Invariants;

/// <summary>
/// I7: what was ever booked for a cooperative leaves it once: nobody was paid more than was payable, each payout has the entries of
/// its state and each of them once, was let go by a second person, and is one of one cooperative at a time. Of a transfer no more was
/// taken back than it was, and each time is booked once.
/// </summary>
internal sealed class PayoutsAreCovered(MarketReads reads) : IInvariant
{
    public string Name => "I7 every payout is covered, approved by a second admin and booked once";

    public async Task<Finding> FindAsync(CancellationToken cancellationToken)
    {
        // What is given back after it was paid out, or kept by a carrier, is a debt, and no payout too much.
        var overdrawn = await reads.Of<EntryLine>().Where(l => l.Account == LedgerAccount.Payable || l.Account == LedgerAccount.PayoutsOnTheWay)
            .Where(l => !reads.Of<JournalEntry>().Any(e => e.Id == l.Entry && (e.Kind == EntryKind.RefundGranted || e.Kind == EntryKind.CashRemitted)))
            .GroupBy(l => new { l.Cooperative, l.Account }).CountAsync(g => g.Sum(l => l.Amount.Minor) > 0, cancellationToken);
        var alone = await reads.Of<PayoutRun>().CountAsync(r => r.ApprovedBy == r.DraftedBy, cancellationToken);
        var twice = await reads.Of<Payout>().Where(p => p.EndedAt == null).GroupBy(p => p.Cooperative).CountAsync(g => g.Count() > 1, cancellationToken);
        var payouts = await reads.Of<Payout>().Select(p => new { p.Id, p.State }).ToListAsync(cancellationToken);
        EntryKind[] kinds = [EntryKind.Payout, EntryKind.PayoutPaid, EntryKind.PayoutFailed, EntryKind.PayoutReturned];
        var booked = (await reads.Of<JournalEntry>().Where(e => kinds.Contains(e.Kind)).Select(e => new { e.Source, e.Kind }).ToListAsync(cancellationToken)).ToLookup(e => e.Source, e => e.Kind);
        var wrong = payouts.Count(p => !booked[p.Id.Value].Order().SequenceEqual(Expected(p.State)));
        var known = payouts.Select(p => p.Id.Value).ToHashSet();
        var strange = booked.Count(b => !known.Contains(b.Key));
        var takenBack = await TakenBackAsync(cancellationToken);
        return overdrawn + alone + twice + wrong + strange + takenBack == 0
            ? new(true, $"{payouts.Count} payouts")
            : new(false, $"{overdrawn} accounts are overdrawn, {alone} runs were approved by who drafted them, {twice} cooperatives are in two open payouts, {wrong} payouts lack entries or have too many, {strange} entries lack their payout, {takenBack} transfers were taken back too far or are booked wrongly");
    }

    private async Task<int> TakenBackAsync(CancellationToken cancellationToken)
    {
        var done = reads.Of<TransferReversal>().Where(r => r.State == ReversalState.Done);
        var tooMuch = await reads.Of<Payout>().CountAsync(p => done.Where(r => r.Payout == p.Id).Sum(r => r.Amount.Minor) > (p.Connected != "" && p.State == PayoutState.Paid ? p.Amount.Minor : 0), cancellationToken);
        var rows = await done.Select(r => r.Id).ToListAsync(cancellationToken);
        var booked = await reads.Of<JournalEntry>().Where(e => e.Kind == EntryKind.TransferReversed).Select(e => e.Source).ToListAsync(cancellationToken);
        return tooMuch + booked.Except(rows.Select(r => r.Value)).Count() + rows.Count(r => booked.Count(b => b == r.Value) != 1);
    }

    private static EntryKind[] Expected(PayoutState state) => state switch
    {
        PayoutState.OnTheWay => [EntryKind.Payout],
        PayoutState.Paid => [EntryKind.Payout, EntryKind.PayoutPaid],
        PayoutState.Failed => [EntryKind.Payout, EntryKind.PayoutFailed],
        PayoutState.Returned => [EntryKind.Payout, EntryKind.PayoutPaid, EntryKind.PayoutReturned],
        _ => [],
    };
}
