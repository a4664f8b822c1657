using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Rates.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Finds for lines of the card gateway's books the row of ours that says the same: by the gateway's own names, to the last unit, and each
/// row once. Works inside the caller's transaction, which runs as if alone.
/// </summary>
internal sealed class CardBook(MarketDb db, Transfers transfers, RatesToday rates, TimeProvider time, Ids ids)
{
    /// <summary>What happened just now may still be on its way to us.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromHours(2);

    // So long money is on its way from the gateway to the bank at most, and until an admin has named the bank's line.
    private static readonly TimeSpan ToTheBank = TimeSpan.FromDays(14);

    // A line that an admin typed has a day and no hour, and banks count days elsewhere.
    private static readonly TimeSpan DayApart = TimeSpan.FromDays(2);

    private const int Hundredths = 100;

    /// <summary>Looks at lines that are not explained, in their order.</summary>
    public async Task JudgeAsync(IReadOnlyList<CardMove> moves, CancellationToken cancellationToken)
    {
        // What was typed as kept and no fee has been set against yet.
        var typed = await db.Set<MoneyIn>().Where(m => m.IsFromCards).SumAsync(m => m.Kept.Minor, cancellationToken) - await db.Set<CardMove>().SumAsync(m => m.Covered.Minor, cancellationToken);
        foreach (var move in moves.Where(m => m.IsOpen))
        {
            var (ours, flaw) = await FindAsync(move, cancellationToken);
            var dong = ours is null ? null : await DongAsync(move.Kept, ours.By, cancellationToken);
            if (ours is not null && dong is { } cost)
            {
                var covered = move.Kept.Currency == Currency.VND ? Math.Clamp(typed, 0, Math.Max(cost.Minor, 0)) : 0;
                typed -= covered;
                move.Meet(ours.With with { Exchange = ours.With.Exchange ?? Changed(move, ours.Moved) }, cost, Money.Dong(covered));
            }
            else if ((ours is null ? flaw : CardMoveFlaw.Rate) is { } why && time.Now() - move.HappenedAt > (move.Kind == CardMoveKind.Payout ? ToTheBank : Settled))
                move.Doubt(why);
        }
    }

    /// <summary>What an amount comes to in đồng: at the rate of the row that it belongs to, else at today's; null where there is none.</summary>
    public async Task<Money?> DongAsync(Money some, MoneyIn? by, CancellationToken cancellationToken)
    {
        if (some.Currency == Currency.VND || some.IsZero)
            return Money.Dong(some.Minor);
        var size = some with { Minor = Math.Abs(some.Minor) };
        if (by is not null && by.Moved.Currency == some.Currency)
            return Signed(by.InDong(size));
        var unit = new Money(some.Currency.Exponent() == 0 ? Hundredths : Hundredths * Hundredths, some.Currency);
        return await rates.TermsAsync(some.Currency, cancellationToken) is { } terms ? Signed(Exchange.Part(Money.Dong(terms.PerUnit), size, unit)) : null;

        Money Signed(Money dong) => some.Minor < 0 ? -dong : dong;
    }

    /// <summary>What says the same.</summary>
    /// <param name="Moved">What it moved by our rows; null where that is not to be compared.</param>
    /// <param name="By">The row at whose rate it is changed; null where there is none.</param>
    private sealed record Ours(Met With, Money? Moved = null, MoneyIn? By = null);

    private async Task<(Ours? Ours, CardMoveFlaw? Flaw)> FindAsync(CardMove move, CancellationToken cancellationToken) => move.Kind switch
    {
        CardMoveKind.Charge => await ChargeAsync(move, cancellationToken),
        CardMoveKind.Refund or CardMoveKind.RefundFailed => await RefundAsync(move, cancellationToken),
        CardMoveKind.Dispute or CardMoveKind.DisputeReversed => await DisputeAsync(move, cancellationToken),
        CardMoveKind.Payout => await PayoutAsync(move, cancellationToken),
        CardMoveKind.PayoutReversed => await BackAsync(move, CardMoveKind.Payout, cancellationToken),
        CardMoveKind.Transfer or CardMoveKind.TransferReversed => await TransferAsync(move, cancellationToken),
        CardMoveKind.Fee => (new(new()), null),
        _ => (null, CardMoveFlaw.Kind),
    };

    private async Task<(Ours?, CardMoveFlaw?)> ChargeAsync(CardMove move, CancellationToken cancellationToken)
    {
        if (await LineAsync(m => m.Source == MoneySource.Card && m.Reference == move.Charge && move.Charge != "", cancellationToken) is { } line)
            return Same(move, line.Moved, new(new(line.Id), line.Moved, line));
        // Told a moment ago, and what it means is about to be decided.
        return (null, await db.Set<CardEvent>().AnyAsync(e => e.State == CardEventState.Received && e.Charge == move.Charge, cancellationToken) ? null : CardMoveFlaw.Unknown);
    }

    private async Task<(Ours?, CardMoveFlaw?)> RefundAsync(CardMove move, CancellationToken cancellationToken)
    {
        var hasFailed = move.Kind == CardMoveKind.RefundFailed;
        var due = move.Source.Length == 0 ? null : await db.Set<RefundDue>().AsNoTracking().SingleOrDefaultAsync(
            r => r.Place == MoneyPlace.Cards && r.Reference == move.Source && r.PaidAt != null && (!hasFailed || r.FailedAt != null), cancellationToken);
        if (due is null || await db.Set<CardMove>().AnyAsync(m => m.Refund == due.Id && m.Kind == move.Kind, cancellationToken) || db.Set<CardMove>().Local.Any(m => m.Refund == due.Id && m.Kind == move.Kind))
            return (null, CardMoveFlaw.Unknown);
        var moved = hasFailed ? due.Moved : -due.Moved;
        var charge = await db.Set<MoneyIn>().AsNoTracking().FirstOrDefaultAsync(m => m.Source == MoneySource.Card && m.Reference == move.Charge, cancellationToken);
        return Same(move, moved, new(new(Refund: due.Id), moved, charge));
    }

    private async Task<(Ours?, CardMoveFlaw?)> DisputeAsync(CardMove move, CancellationToken cancellationToken)
    {
        var name = Disputes.NameOf(move.Source, move.Kind == CardMoveKind.Dispute ? TransferDirection.Out : TransferDirection.In);
        if (await LineAsync(m => m.Source == MoneySource.Dispute && m.SourceId == name, cancellationToken) is not { } line)
            return (null, CardMoveFlaw.Unknown);
        // An admin has yet to say what it took back: it stands among what waits for her.
        if (line.State == MoneyInState.Outgoing)
            return (null, null);
        var moved = move.Kind == CardMoveKind.Dispute ? -line.Moved : line.Moved;
        return Same(move, moved, new(new(line.Id), moved, line));
    }

    // By the amount, for the bank's line names none of the gateway's; two alike are the same to the books. One that came back has no line.
    private async Task<(Ours?, CardMoveFlaw?)> PayoutAsync(CardMove move, CancellationToken cancellationToken)
    {
        if (await BackAsync(move, CardMoveKind.PayoutReversed, cancellationToken) is { Ours: { } back })
            return (back, null);
        var (paid, since) = (-move.Amount.Minor, move.HappenedAt - DayApart);
        if (move.Amount.Currency == Currency.VND)
        {
            var lines = await db.Set<MoneyIn>().AsNoTracking()
                .Where(m => m.IsFromCards && m.Amount.Minor == paid && m.BookedAt >= since && !db.Set<CardMove>().Any(c => c.Line == m.Id)).OrderBy(m => m.BookedAt).ToListAsync(cancellationToken);
            if (lines.Find(l => db.Set<CardMove>().Local.All(c => c.Line != l.Id)) is { } line)
                return (new(new(line.Id)), null);
        }
        else
        {
            var exchanges = await db.Set<CardExchange>().AsNoTracking()
                .Where(e => e.Foreign.Minor == paid && e.Foreign.Currency == move.Amount.Currency && e.WrittenAt >= since && !db.Set<CardMove>().Any(c => c.Exchange == e.Id)).OrderBy(e => e.WrittenAt).ToListAsync(cancellationToken);
            if (exchanges.Find(e => db.Set<CardMove>().Local.All(c => c.Exchange != e.Id)) is { } exchange)
                return (new(new(Exchange: exchange.Id)), null);
        }

        return (null, CardMoveFlaw.NotArrived);
    }

    // What was paid out and came back to the gateway never was at the bank: the two lines explain each other.
    private async Task<(Ours? Ours, CardMoveFlaw? Flaw)> BackAsync(CardMove move, CardMoveKind other, CancellationToken cancellationToken)
        => move.Source.Length > 0 && await db.Set<CardMove>().AsNoTracking().AnyAsync(
            m => m.Kind == other && m.Source == move.Source && m.Amount.Minor == -move.Amount.Minor && m.Amount.Currency == move.Amount.Currency && m.Line == null && m.Exchange == null, cancellationToken)
            ? (new(new()), null)
            : (null, CardMoveFlaw.Unknown);

    private async Task<(Ours?, CardMoveFlaw?)> TransferAsync(CardMove move, CancellationToken cancellationToken)
        => (await transfers.BookedAsync([move.Source], DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, cancellationToken)).TryGetValue(move.Source, out var moved)
            ? Same(move, moved, new(new(), moved))
            : (null, CardMoveFlaw.Unknown);

    private static (Ours?, CardMoveFlaw?) Same(CardMove move, Money ours, Ours same) => ours == move.Moved && IsKnown(move) ? (same, null) : (null, CardMoveFlaw.Amount);

    // Between two foreign currencies there is nothing to book the exchange in.
    private static bool IsKnown(CardMove move) => move.Moved.Currency == move.Amount.Currency || move.Moved.Currency == Currency.VND || move.Amount.Currency == Currency.VND;

    private CardExchangeId? Changed(CardMove move, Money? ours)
    {
        if (ours is not { } moved || moved.Currency == move.Amount.Currency)
            return null;
        var exchange = CardExchange.OnTheWay(ids.New<CardExchangeId>(), moved, move.Amount, time.Now());
        db.Add(exchange);
        return exchange.Id;
    }

    private async Task<MoneyIn?> LineAsync(System.Linq.Expressions.Expression<Func<MoneyIn, bool>> which, CancellationToken cancellationToken)
    {
        var line = await db.Set<MoneyIn>().AsNoTracking().Where(which).Where(m => !db.Set<CardMove>().Any(c => c.Line == m.Id)).FirstOrDefaultAsync(cancellationToken);
        return line is null || db.Set<CardMove>().Local.Any(c => c.Line == line.Id) ? null : line;
    }
}
