using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>What a statement holds, what of it is known, and how far it is taken in.</summary>
internal static class StatementPreview
{
    /// <summary>So many lines are shown; all are counted.</summary>
    public const int Most = 100;

    internal sealed record Query(Actor Actor, StatementId Statement) : IQuery<View?>, IForAdmin;

    /// <param name="In">What came in by all its lines.</param>
    /// <param name="Known">How many lines are stored already: all that are looked at, or that were when they were taken in.</param>
    /// <param name="Lines">The first of them, the oldest first; none once all are taken in.</param>
    internal sealed record View(
        StatementId Id, string Name, Money Opening, Money Closing, Money In, Money Out, int Total, int Known, int Taken, DateTimeOffset? BegunAt, DateTimeOffset? EndedAt, IReadOnlyList<Line> Lines);

    /// <param name="Code">The order or refund that its text names; empty where it names none.</param>
    internal sealed record Line(DateTimeOffset At, Money Amount, bool IsOut, string Text, string Reference, string Code, bool IsKnown);

    internal sealed class Handler(MarketDb db, BankTransferSettings bank) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await db.Set<StatementUpload>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Statement, cancellationToken) is not { } upload)
                return null;
            var lines = StatementLines.Of(upload, bank);
            var account = BankAccount.Plain(bank.AccountNumber);
            var references = lines.ConvertAll(l => l.Reference);
            var known = upload.BegunAt is not null ? [] : (await db.Set<MoneyIn>().Where(m => m.Account == account && (m.Direction == TransferDirection.In || m.Direction == TransferDirection.Out) && references.Contains(m.Reference)).Select(m => new { m.Reference, m.Direction, m.Amount.Minor }).ToListAsync(cancellationToken))
                .Select(m => (m.Reference, m.Direction, m.Minor)).ToHashSet();
            return new(
                upload.Id, upload.Name, upload.Opening, upload.Closing, Sum(TransferDirection.In), Sum(TransferDirection.Out), upload.Total,
                upload.BegunAt is null ? lines.Count(IsKnown) : upload.Known, upload.Taken, upload.BegunAt, upload.EndedAt,
                [.. lines.Take(Most).Select(l => new Line(
                    l.BookedAt, Money.Dong(l.Transfer.AmountDong), l.Direction == TransferDirection.Out, l.Transfer.Text, l.Reference, PublicCode.Find(l.Transfer.Text) is [var one] ? one.Value : "", IsKnown(l)))]);

            Money Sum(TransferDirection direction) => Money.Dong(lines.Where(l => l.Direction == direction).Sum(l => l.Transfer.AmountDong));

            bool IsKnown(BankLine line) => known.Contains((line.Reference, line.Direction, line.Transfer.AmountDong));
        }
    }
}
