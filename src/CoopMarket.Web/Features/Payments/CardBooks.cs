using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>How the card gateway's books stand beside ours: the last result, and each line and row that nothing explains.</summary>
internal static class CardBooks
{
    /// <summary>A bad day may bring hundreds: so many are shown.</summary>
    internal const int MostRows = 100;

    internal sealed record Query(Actor Actor) : IQuery<View?>, IForAdmin;

    /// <param name="At">When they were compared last, UTC; null where they never were.</param>
    /// <param name="SilentSince">When the gateway let itself be asked in vain since then, UTC; null where it answered.</param>
    /// <param name="Waiting">How many lines of theirs wait for what is on its way.</param>
    /// <param name="Unexplained">How many differences that comparison found.</param>
    /// <param name="Lines">Lines of theirs that wait for an admin now.</param>
    /// <param name="Others">What else that comparison found.</param>
    internal sealed record View(
        DateTimeOffset? At, DateTimeOffset? SilentSince, int Moves, int Waiting, int Unexplained, IReadOnlyList<HeldAtCards> Held, IReadOnlyList<LineRow> Lines, IReadOnlyList<OtherRow> Others);

    /// <param name="Flaw">Null where only its figures changed.</param>
    internal sealed record LineRow(string Name, string Called, CardMoveKind Kind, CardMoveFlaw? Flaw, Money Net, DateTimeOffset HappenedAt);

    /// <param name="Amount">Null where it can't be said.</param>
    internal sealed record OtherRow(CardDifferenceKind Kind, string Name, Money? Amount);

    internal sealed class Handler(MarketDb db, StripeSettings settings) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var all = db.Set<CardComparison>().AsNoTracking();
            var last = await all.Include(c => c.Differences).Include(c => c.Balances).AsSplitQuery().Where(c => c.IsReached).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
            if (last is null && !settings.IsOffered)
                return null;
            var silent = await all.Where(c => !c.IsReached && (last == null || c.At > last.At)).OrderBy(c => c.At).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(cancellationToken);
            var lines = await db.Set<CardMove>().AsNoTracking().Where(m => m.Note == null && (m.State == CardMoveState.Unexplained || m.ChangedAt != null))
                .OrderBy(m => m.HappenedAt).ThenBy(m => m.Name).Take(MostRows).ToListAsync(cancellationToken);
            return new(
                last?.At, silent, last?.Moves ?? 0, last?.Waiting ?? 0, last?.Unexplained ?? 0,
                [.. (last?.Balances ?? []).OrderBy(b => b.Currency).Select(b => new HeldAtCards(b.Theirs, b.Ours, b.OnTheWay))],
                [.. lines.Select(m => new LineRow(m.Name, m.Called, m.Kind, m.Flaw, m.Net, m.HappenedAt))],
                [.. (last?.Differences ?? []).Where(d => d.Kind != CardDifferenceKind.OnlyTheirs).OrderBy(d => d.Number).Take(MostRows)
                    .Select(d => new OtherRow(d.Kind, d.Name, d is { Amount: { } minor, Currency: { } currency } ? new Money(minor, currency) : null))]);
        }
    }
}
