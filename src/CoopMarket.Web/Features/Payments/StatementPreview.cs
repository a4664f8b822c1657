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
        StatementId Id, string Name, Money Opening, Money Closing, Money In, Money Out, int Total, int Known, int Taken, DateTimeOffset? BegunAt, DateTimeOffset? EndedAt, IReadOnlyList<Line> Lines)
    {
        /// <summary>How many lines may be known: an admin decides them once they are taken in.</summary>
        public int Doubtful { get; init; }
    }

    /// <param name="Code">The order or refund that its text names; empty where it names none.</param>
    /// <param name="Telling">What it is to what is stored: new, known, or perhaps known, which an admin decides once it is taken in.</param>
    internal sealed record Line(DateTimeOffset At, Money Amount, bool IsOut, string Text, string Reference, string Code, TellingKind Telling);

    internal sealed class Handler(MarketDb db, KnownLines known, Ids ids, BankTransferSettings bank) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await db.Set<StatementUpload>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Statement, cancellationToken) is not { } upload)
                return null;
            var lines = StatementLines.Of(upload, bank);
            var tellings = upload.BegunAt is null ? await TellingsAsync(lines, cancellationToken) : [];
            return new(
                upload.Id, upload.Name, upload.Opening, upload.Closing, Sum(TransferDirection.In), Sum(TransferDirection.Out), upload.Total,
                upload.BegunAt is null ? tellings.Count(t => t == TellingKind.Known) : upload.Known, upload.Taken, upload.BegunAt, upload.EndedAt,
                [.. lines.Take(Most).Select((l, i) => new Line(
                    l.BookedAt, Money.Dong(l.Transfer.AmountDong), l.Direction == TransferDirection.Out, l.Transfer.Text, l.Reference, PublicCode.Find(l.Transfer.Text) is [var one] ? one.Value : "",
                    i < tellings.Count ? tellings[i] : TellingKind.New))])
            {
                Doubtful = tellings.Count(t => t == TellingKind.Doubtful),
            };

            Money Sum(TransferDirection direction) => Money.Dong(lines.Where(l => l.Direction == direction).Sum(l => l.Transfer.AmountDong));
        }

        // As they would be taken in now, one after the other.
        private async Task<List<TellingKind>> TellingsAsync(List<BankLine> lines, CancellationToken cancellationToken)
        {
            var book = await known.LookAsync(lines, cancellationToken);
            return lines.ConvertAll(line =>
            {
                if (book.IsTold(line))
                    return TellingKind.Known;
                var telling = book.Of(line);
                if (telling is { Kind: TellingKind.Known, Movement: { } movement })
                    book.TellAgain(line, movement);
                else
                    book.Add(line, ids.New<MoneyInId>());
                return telling.Kind;
            });
        }
    }
}
