using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>What the card gateway transferred to cooperatives. Tracks nothing, so it may be asked inside a command.</summary>
internal sealed class Transfers(MarketDb db)
{
    /// <summary>Whether there ever was one.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken) => db.Set<Payout>().AnyAsync(p => p.Connected != "", cancellationToken);

    /// <summary>What was transferred or is being asked for, less what was taken back.</summary>
    public async Task<Money> OutAsync(CancellationToken cancellationToken)
        => Money.Dong(
            await db.Set<Payout>().Where(p => p.Connected != "" && (p.State == PayoutState.Paid || p.IsAsked)).SumAsync(p => p.Amount.Minor, cancellationToken)
            - await db.Set<TransferReversal>().Where(r => r.State == ReversalState.Done).SumAsync(r => r.Amount.Minor, cancellationToken));

    /// <summary>
    /// What moved, by the gateway's names for the transfers and for what was taken back: some that are asked for, and all of a time. Below
    /// zero where it left the gateway.
    /// </summary>
    /// <param name="asked">The gateway's names.</param>
    /// <param name="from">When it was written down, UTC.</param>
    /// <param name="to">UTC.</param>
    public async Task<IReadOnlyDictionary<string, Money>> BookedAsync(IEnumerable<string> asked, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        List<string> names = [.. asked];
        var sent = await db.Set<Payout>().Where(p => p.Connected != "" && p.State == PayoutState.Paid && (names.Contains(p.Reference) || (p.EndedAt >= from && p.EndedAt < to)))
            .Select(p => new { p.Reference, p.Amount.Minor }).ToListAsync(cancellationToken);
        var back = await db.Set<TransferReversal>().Where(r => r.State == ReversalState.Done && (names.Contains(r.Reference!) || (r.EndedAt >= from && r.EndedAt < to)))
            .Select(r => new { Reference = r.Reference!, r.Amount.Minor }).ToListAsync(cancellationToken);
        return sent.Select(s => (s.Reference, Dong: -s.Minor)).Concat(back.Select(b => (b.Reference, Dong: b.Minor))).ToDictionary(m => m.Reference, m => Money.Dong(m.Dong), StringComparer.Ordinal);
    }
}
