using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>The other direction: rows of ours that moved money at the card gateway, and of which its books say nothing. Tracks nothing.</summary>
internal sealed class OnlyOurs(MarketDb db, Transfers transfers)
{
    // Nothing was written down later than this.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>One of them.</summary>
    /// <param name="Name">The gateway's for it; empty where it is nothing that its books will name.</param>
    /// <param name="Moved">By how much ours are above theirs; more than one currency where it is an exchange.</param>
    /// <param name="At">UTC.</param>
    internal sealed record Row(string Name, IReadOnlyList<Money> Moved, DateTimeOffset At);

    /// <summary>All of them, also those of a moment ago.</summary>
    public async Task<IReadOnlyList<Row>> AllAsync(DateTimeOffset now, CancellationToken cancellationToken)
        => [.. await LinesAsync(cancellationToken), .. await RefundsAsync(cancellationToken), .. await PaidOutAsync(now, cancellationToken), .. await TransfersAsync(now, cancellationToken)];

    /// <summary>Of the gateway's lines about transfers those that ours contradict by now.</summary>
    public async Task<IReadOnlyList<Difference>> ContradictedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var told = await db.Set<CardMove>().AsNoTracking().Where(m => m.State == CardMoveState.Met && (m.Kind == CardMoveKind.Transfer || m.Kind == CardMoveKind.TransferReversed))
            .Select(m => new { m.Source, m.Amount }).ToListAsync(cancellationToken);
        var ours = told.Count == 0 ? null : await transfers.BookedAsync([], DateTimeOffset.UnixEpoch, now + Ahead, cancellationToken);
        return [.. told.Where(m => !ours!.TryGetValue(m.Source, out var moved) || moved != m.Amount).Select(m => new Difference(CardDifferenceKind.Contradicted, m.Source, m.Amount))];
    }

    private async Task<IEnumerable<Row>> LinesAsync(CancellationToken cancellationToken)
    {
        var lines = await db.Set<MoneyIn>().AsNoTracking()
            .Where(m => (m.Source == MoneySource.Card || m.Source == MoneySource.Dispute) && m.State != MoneyInState.OtherAccount && m.State != MoneyInState.Outgoing && m.State != MoneyInState.Zero
                && !db.Set<CardMove>().Any(c => c.Line == m.Id))
            .Select(m => new { m.Source, m.SourceId, m.Reference, m.Direction, m.Moved, m.BookedAt }).ToListAsync(cancellationToken);
        return lines.Select(m => new Row(m.Source == MoneySource.Card ? m.SourceId : m.Reference, [m.Direction == TransferDirection.In ? m.Moved : -m.Moved], m.BookedAt));
    }

    private async Task<IEnumerable<Row>> RefundsAsync(CancellationToken cancellationToken)
    {
        var refunds = await db.Set<RefundDue>().AsNoTracking().Where(r => r.Place == MoneyPlace.Cards && r.PaidAt != null && r.Reference != null && !r.Reference.StartsWith(RefundDue.TooLittle))
            .Select(r => new
            {
                r.Reference,
                r.Moved,
                r.PaidAt,
                r.FailedAt,
                Sent = db.Set<CardMove>().Any(c => c.Refund == r.Id && c.Kind == CardMoveKind.Refund),
                Failed = db.Set<CardMove>().Any(c => c.Refund == r.Id && c.Kind == CardMoveKind.RefundFailed),
            })
            .Where(r => !r.Sent || (r.FailedAt != null && !r.Failed)).ToListAsync(cancellationToken);
        // By ours a refund that failed moved nothing; by theirs it went, and came again.
        return refunds.Select(r => new Row(r.Reference!, [r.Moved * ((r.FailedAt is null ? -1 : 0) + (r.Sent ? 1 : 0) - (r.Failed ? 1 : 0))], r.FailedAt ?? r.PaidAt!.Value));
    }

    private async Task<IEnumerable<Row>> PaidOutAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var exchanges = await db.Set<CardExchange>().AsNoTracking().Where(e => !db.Set<CardMove>().Any(c => c.Exchange == e.Id)).ToListAsync(cancellationToken);
        // What a payout in another currency came to at the bank is that payout's.
        var arrived = await db.Set<CardExchange>().AsNoTracking().Where(e => db.Set<CardMove>().Any(c => c.Exchange == e.Id && c.Kind == CardMoveKind.Payout)).Select(e => e.Dong.Minor).ToListAsync(cancellationToken);
        var lines = await db.Set<MoneyIn>().AsNoTracking().Where(m => m.IsFromCards && !db.Set<CardMove>().Any(c => c.Line == m.Id)).OrderBy(m => m.BookedAt)
            .Select(m => new { m.Reference, m.Amount, m.Kept, m.BookedAt }).ToListAsync(cancellationToken);
        lines.RemoveAll(m => arrived.Remove(m.Amount.Minor + m.Kept.Minor));
        var typed = await db.Set<MoneyIn>().Where(m => m.IsFromCards).SumAsync(m => m.Kept.Minor, cancellationToken) - await db.Set<CardMove>().SumAsync(m => m.Covered.Minor, cancellationToken);
        return exchanges.Select(e => new Row($"{-e.Foreign}", [-e.Foreign, e.Dong], e.WrittenAt))
            .Concat(lines.Select(m => new Row(m.Reference, [-m.Amount], m.BookedAt)))
            // Typed as kept, and no fee has come to it yet: the next ones will.
            .Append(new("", [Money.Dong(-typed)], now));
    }

    private async Task<IEnumerable<Row>> TransfersAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await transfers.AnyAsync(cancellationToken))
            return [];
        var all = await transfers.BookedAsync([], DateTimeOffset.UnixEpoch, now + Ahead, cancellationToken);
        var old = await transfers.BookedAsync([], DateTimeOffset.UnixEpoch, now - CardBook.Settled, cancellationToken);
        var told = await db.Set<CardMove>().Where(m => m.State == CardMoveState.Met && (m.Kind == CardMoveKind.Transfer || m.Kind == CardMoveKind.TransferReversed)).Select(m => m.Source).ToListAsync(cancellationToken);
        var asked = await transfers.OutAsync(cancellationToken) + Money.Sum(all.Values);
        return all.Where(t => !told.Contains(t.Key)).Select(t => new Row(t.Key, [t.Value], old.ContainsKey(t.Key) ? DateTimeOffset.UnixEpoch : now)).Append(new("", [-asked], now));
    }
}
