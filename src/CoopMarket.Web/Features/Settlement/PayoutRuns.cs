using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Finds runs by their code and books what becomes of their payouts. Works inside the caller's transaction.</summary>
internal sealed class PayoutRuns(MarketDb db, Ledger ledger, TimeProvider time)
{
    /// <summary>A run with its payouts, to be changed; null where there is none.</summary>
    public Task<PayoutRun?> FindAsync(string? code, CancellationToken cancellationToken)
    {
        var read = PublicCode.TryParse(code, out var parsed) ? parsed.Value : "";
        return db.Set<PayoutRun>().Include(r => r.Payouts).ThenInclude(p => p.Reversals).SingleOrDefaultAsync(r => r.Code == read, cancellationToken);
    }

    /// <summary>The run of a payout, to be changed, and the payout; null where there is none.</summary>
    public async Task<(PayoutRun Run, Payout Payout)?> FindAsync(PayoutId payout, CancellationToken cancellationToken)
        => await db.Set<PayoutRun>().Include(r => r.Payouts).ThenInclude(p => p.Reversals).SingleOrDefaultAsync(r => r.Payouts.Any(p => p.Id == payout), cancellationToken) is { } run
            ? (run, run.Payouts.Single(p => p.Id == payout))
            : null;

    /// <summary>The run in which something is taken back of a transfer, to be changed; null where there is none.</summary>
    public Task<PayoutRun?> FindAsync(TransferReversalId reversal, CancellationToken cancellationToken)
        => db.Set<PayoutRun>().Include(r => r.Payouts).ThenInclude(p => p.Reversals)
            .SingleOrDefaultAsync(r => r.Payouts.Any(p => p.Reversals.Any(b => b.Id == reversal)), cancellationToken);

    /// <summary>Whether a payout of another run was paid under a reference.</summary>
    public Task<bool> IsUsedAsync(string reference, PayoutRunId otherThan, CancellationToken cancellationToken)
        => db.Set<Payout>().AnyAsync(p => p.Reference == reference && p.Run != otherThan, cancellationToken);

    /// <summary>Books an entry of a kind for each payout, once.</summary>
    public async Task BookAsync(EntryKind kind, IEnumerable<Payout> payouts, CancellationToken cancellationToken)
    {
        foreach (var payout in payouts)
            if (!await ledger.PostAsync(kind, payout.Id.Value, null, time.Now(), payout.LinesOf(kind), cancellationToken))
                throw new InvalidOperationException($"{kind} of {payout.Id} is booked already.");
    }

    /// <summary>Books what was taken back of a transfer, once.</summary>
    public async Task BookAsync(TransferReversal reversal, CancellationToken cancellationToken)
    {
        if (!await ledger.PostAsync(EntryKind.TransferReversed, reversal.Id.Value, null, time.Now(), reversal.Lines, cancellationToken))
            throw new InvalidOperationException($"{reversal.Id} is booked already.");
    }
}
