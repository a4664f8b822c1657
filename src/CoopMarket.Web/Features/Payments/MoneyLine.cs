using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>One line of the bank with what became of it.</summary>
internal static class MoneyLine
{
    private const int MostAlike = 10;

    internal sealed record Query(Actor Actor, MoneyInId Money) : IQuery<View?>, IForAdmin;

    /// <param name="Code">The order it was taken for; null where there is none.</param>
    /// <param name="Owed">What of it goes back; null where nothing does.</param>
    /// <param name="Run">The code of the run of payouts that it paid, or brought one back of; null where it is about none.</param>
    /// <param name="IsFromCards">Whether the card gateway paid out with it what it held.</param>
    /// <param name="Kept">What the gateway kept of that.</param>
    /// <param name="MayBeExplained">Whether she may say that it is the market's own.</param>
    /// <param name="MayBeAPayout">Whether she may say that the gateway paid it out, or that it is a payout that came back.</param>
    /// <param name="MayBeFromCarrier">Whether she may say that a carrier paid it over, or what is left of it.</param>
    /// <param name="MayBeTax">Whether she may say that it paid the tax office.</param>
    /// <param name="TaxMonth">The first day of the month whose withheld tax it paid; null elsewhere.</param>
    /// <param name="Other">The line that took it back, or that it took back; null where there is none.</param>
    /// <param name="Alike">For money out that waits: what came in with the same amount, the latest first, to look up its reference.</param>
    internal sealed record View(
        MoneyInState State, MoneySource Source, TransferDirection Direction, Money Amount, Money Applied, string Text, string Reference, string Bank,
        string Account, DateTimeOffset BookedAt, bool IsDoubtful, string? Note, string? Code, OwedBack? Owed, string? Run, bool IsFromCards, Money Kept, bool MayBeExplained, bool MayBeAPayout, bool MayBeFromCarrier, bool MayBeTax, DateOnly? TaxMonth, Line? Other,
        IReadOnlyList<Line> Alike)
    {
        /// <summary>The amount in the currency in which it moved.</summary>
        public Money Moved { get; init; }

        /// <summary>What of it carriers' lists say was cash of parcels.</summary>
        public Money Carried { get; init; }

        /// <summary>Whether nobody has said of any of it what it is.</summary>
        public bool IsUndecided { get; init; }

        /// <summary>Movements that it may be once more, the nearest day first; empty where that is decided.</summary>
        public IReadOnlyList<Line> MaybeSame { get; init; } = [];

        /// <summary>By which references other sources told of it.</summary>
        public IReadOnlyList<string> AlsoTold { get; init; } = [];
    }

    internal sealed record Line(MoneyInId Id, string Reference, string Text, DateTimeOffset BookedAt);

    /// <param name="Amount">What is to be sent, or was.</param>
    internal sealed record OwedBack(RefundDueId Id, Money Amount);

    internal sealed class Handler(MarketDb db, PaidOut paidOut) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await db.Set<MoneyIn>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.Money, cancellationToken) is not { } line)
                return null;
            var code = await db.Set<Payment>().Where(p => p.Order == line.Order).Select(p => p.Code).FirstOrDefaultAsync(cancellationToken);
            var owed = await db.Set<RefundDue>().AsNoTracking().Where(r => r.MoneyIn == line.Id || r.Id == line.Refund).OrderBy(r => r.OpenedAt).FirstOrDefaultAsync(cancellationToken);
            return new(
                line.State, line.Source, line.Direction, line.Amount, line.Applied, line.Text, line.Reference, line.Bank, line.Account, line.BookedAt, line.IsDoubtful, line.Note,
                code, owed is null ? null : new(owed.Id, owed.Left), line.Payout is { } run ? await paidOut.CodeAsync(run, cancellationToken) : null, line.IsFromCards, line.Kept, line.MayBeExplained, line.MayBeAPayout, line.MayBeFromCarrier, line.MayBeTax, line.TaxMonth,
                await LinesOf(db.Set<MoneyIn>().Where(m => m.Id == line.Reverses || m.Reverses == line.Id || m.Id == line.SameAs)).FirstOrDefaultAsync(cancellationToken),
                line.State == MoneyInState.Outgoing ? await AlikeAsync(line, cancellationToken) : [])
            {
                Moved = line.Moved,
                Carried = line.Carried,
                IsUndecided = line.IsUndecided,
                MaybeSame = line.MayBeToldTwice ? await MaybeSameAsync(line, cancellationToken) : [],
                AlsoTold = await db.Set<FurtherTelling>().Where(t => t.Money == line.Id && t.Reference != line.Reference).Select(t => t.Reference).ToListAsync(cancellationToken),
            };
        }

        private Task<List<Line>> AlikeAsync(MoneyIn line, CancellationToken cancellationToken)
            => LinesOf(db.Set<MoneyIn>().Where(m => m.Direction == TransferDirection.In && m.Account == line.Account && m.Amount.Minor == line.Amount.Minor && m.State != MoneyInState.TakenBack)
                .OrderByDescending(m => m.BookedAt).ThenBy(m => m.Id).Take(MostAlike)).ToListAsync(cancellationToken);

        private async Task<IReadOnlyList<Line>> MaybeSameAsync(MoneyIn line, CancellationToken cancellationToken)
        {
            var days = TimeSpan.FromDays(Telling.MostDaysApart + 1);
            var (from, to) = (line.BookedAt - days, line.BookedAt + days);
            var alike = await LinesOf(db.Set<MoneyIn>().Where(m => m.Id != line.Id && m.Direction == line.Direction && m.Account == line.Account && m.Amount.Minor == line.Amount.Minor
                && m.State != MoneyInState.ToldTwice && m.BookedAt >= from && m.BookedAt <= to)).ToListAsync(cancellationToken);
            return [.. alike.OrderBy(m => (m.BookedAt - line.BookedAt).Duration()).ThenBy(m => m.Reference, StringComparer.Ordinal).Take(MostAlike)];
        }

        private static IQueryable<Line> LinesOf(IQueryable<MoneyIn> lines) => lines.Select(m => new Line(m.Id, m.Reference, m.Text, m.BookedAt));
    }
}
