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
        return db.Set<PayoutRun>().Include(r => r.Payouts).SingleOrDefaultAsync(r => r.Code == read, cancellationToken);
    }

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
}
