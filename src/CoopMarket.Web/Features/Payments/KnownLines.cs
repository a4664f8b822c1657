using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Looks up what is stored of the movements that lines may tell.</summary>
internal sealed class KnownLines(MarketDb db)
{
    /// <summary>Whatever is stored that any of these lines may be.</summary>
    /// <param name="file">All that is told together, where these lines are a part of it.</param>
    public async Task<Book> LookAsync(IReadOnlyList<BankLine> told, CancellationToken cancellationToken, IReadOnlyList<BankLine>? file = null)
    {
        Book book = new(file ?? told);
        foreach (var of in told.GroupBy(l => l.Source))
        {
            var names = of.Select(l => l.SourceId).ToList();
            book.Names.UnionWith((await db.Set<MoneyIn>().Where(m => m.Source == of.Key && names.Contains(m.SourceId)).Select(m => m.SourceId).ToListAsync(cancellationToken)).Select(n => (of.Key, n)));
            book.Names.UnionWith((await db.Set<FurtherTelling>().Where(m => m.Source == of.Key && names.Contains(m.SourceId)).Select(m => m.SourceId).ToListAsync(cancellationToken)).Select(n => (of.Key, n)));
        }

        foreach (var of in told.GroupBy(l => (Account: BankAccount.Plain(l.Transfer.Account), l.Direction)))
        {
            var (references, amounts) = (of.Select(l => l.Reference).Distinct().ToList(), of.Select(l => Math.Abs(l.Transfer.AmountDong)).Distinct().ToList());
            var (from, to) = (Day(of.Min(l => l.BookedAt), -Telling.MostDaysApart - 1), Day(of.Max(l => l.BookedAt), Telling.MostDaysApart + 1));
            var there = db.Set<MoneyIn>().AsNoTracking().Where(m => m.Account == of.Key.Account && m.Direction == of.Key.Direction);
            await TakeAsync(there.Where(m => references.Contains(m.Reference)));
            await TakeAsync(there.Where(m => m.BookedAt >= from && m.BookedAt <= to && amounts.Contains(m.Amount.Minor)));
        }

        var ids = book.Lines.Keys.ToList();
        foreach (var further in await db.Set<FurtherTelling>().AsNoTracking().Where(t => ids.Contains(t.Money)).Select(t => new { t.Money, t.Source }).ToListAsync(cancellationToken))
            book.Lines[further.Money].ToldBy.Add(further.Source);
        return book;

        async Task TakeAsync(IQueryable<MoneyIn> lines)
        {
            foreach (var line in await lines.Select(m => new Line(m.Id, m.Source, m.Account, m.Direction, m.Reference, m.Amount.Minor, m.BookedAt, m.Text, m.Balance, m.State)).ToListAsync(cancellationToken))
                book.Take(line);
        }
    }

    /// <summary>
    /// The latest movement of the same amount that has another reference and is for the same order, whenever it came, or is of the same day and for no other order; null
    /// where there is none. A source that counts each movement once is not asked this: it is for what a person types, who may look at one movement twice.
    /// </summary>
    public async Task<TransferAlike?> AlikeAsync(BankLine typed, CancellationToken cancellationToken)
    {
        var codes = PublicCode.Find(typed.Transfer.Text).Select(c => c.Value).ToList();
        var orders = await db.Set<Payment>().Where(p => codes.Contains(p.Code)).Select(p => p.Order).ToListAsync(cancellationToken);
        var (account, amount, names) = (BankAccount.Plain(typed.Transfer.Account), Math.Abs(typed.Transfer.AmountDong), orders.Count > 0);
        var (from, to) = (VietnamDay.Begin(typed.Day), VietnamDay.Begin(typed.Day.AddDays(1)));
        return await db.Set<MoneyIn>()
            .Where(m => m.Account == account && m.Direction == typed.Direction && m.Amount.Minor == amount && m.Reference != typed.Reference
                && m.State != MoneyInState.ToldTwice && m.State != MoneyInState.TakenBack && m.State != MoneyInState.Reversal
                && ((m.Order != null && orders.Contains(m.Order.Value)) || (m.BookedAt >= from && m.BookedAt < to && (m.Order == null || !names))))
            .OrderByDescending(m => m.BookedAt).ThenByDescending(m => m.Id).Select(m => new TransferAlike(m.Id, m.Reference, m.BookedAt, m.Text)).FirstOrDefaultAsync(cancellationToken);
    }

    private static DateTimeOffset Day(DateTimeOffset at, int days)
        => days < 0 ? at - DateTimeOffset.MinValue > TimeSpan.FromDays(-days) ? at.AddDays(days) : DateTimeOffset.MinValue
            : DateTimeOffset.MaxValue - at > TimeSpan.FromDays(days) ? at.AddDays(days) : DateTimeOffset.MaxValue;

    /// <summary>What is stored of one movement.</summary>
    internal sealed record Line(
        MoneyInId Id, MoneySource Source, string Account, TransferDirection Direction, string Reference, long Minor, DateTimeOffset BookedAt, string Text, long? Balance, MoneyInState State)
    {
        public HashSet<MoneySource> ToldBy { get; } = [Source];
    }

    /// <summary>What is stored, and what is being stored.</summary>
    /// <param name="file">What is told together.</param>
    internal sealed class Book(IReadOnlyList<BankLine> file)
    {
        private readonly Dictionary<(string Account, TransferDirection Direction, long Minor), HashSet<(string Reference, DateOnly Day)>> _file = file
            .GroupBy(Amount).ToDictionary(g => g.Key, g => g.Select(l => (l.Reference, l.Day)).ToHashSet());

        private readonly Dictionary<(string Account, TransferDirection Direction, string Reference), List<Line>> _byReference = [];
        private readonly Dictionary<(string Account, TransferDirection Direction, long Minor), List<Line>> _byAmount = [];

        public HashSet<(MoneySource Source, string Id)> Names { get; } = [];

        public Dictionary<MoneyInId, Line> Lines { get; } = [];

        /// <summary>Whether the line is told by the name that it has at its source.</summary>
        public bool IsTold(BankLine line) => Names.Contains((line.Source, line.SourceId));

        /// <summary>Whether a movement has its reference.</summary>
        public bool HasReference(BankLine line) => _byReference.ContainsKey(Reference(line));

        /// <summary>What the line is to what is stored.</summary>
        /// <param name="isAnother">Whether a person has said that it is none of those that are only like it.</param>
        public Telling Of(BankLine line, bool isAnother = false)
        {
            var alike = Alike(line);
            if (isAnother)
                alike = alike.FindAll(l => l.Reference == line.Reference);
            // The card gateway's names are its own, and never given twice.
            var telling = MoneyIn.PlaceOf(line.Source) == MoneyPlace.Bank
                ? Telling.Of(line, alike.Select(l => new StoredMovement(l.Id, l.Reference, DayOf(l), l.Text, l.Balance, l.ToldBy)), _file[Amount(line)])
                : alike.Find(l => l.Reference == line.Reference) is { } same ? new(TellingKind.Known, same.Id) : Telling.None;
            return telling.Kind == TellingKind.New && HasReference(line) && !IsOfAnotherDay(line) ? telling with { Kind = TellingKind.Doubtful } : telling;
        }

        public void TellAgain(BankLine line, MoneyInId movement)
        {
            Names.Add((line.Source, line.SourceId));
            Lines[movement].ToldBy.Add(line.Source);
        }

        /// <summary>The line is stored, or would be.</summary>
        public void Add(BankLine line, MoneyInId id)
        {
            Names.Add((line.Source, line.SourceId));
            Take(new(
                id, line.Source, BankAccount.Plain(line.Transfer.Account), line.Direction, line.Reference, Math.Abs(line.Transfer.AmountDong), line.BookedAt, line.Transfer.Text, line.Balance, MoneyInState.Received));
        }

        public void Take(Line line)
        {
            if (!Lines.TryAdd(line.Id, line))
                return;
            Put(_byReference, (line.Account, line.Direction, line.Reference), line);
            Put(_byAmount, (line.Account, line.Direction, line.Minor), line);

            static void Put<TKey>(Dictionary<TKey, List<Line>> lines, TKey key, Line line)
                where TKey : notnull
            {
                if (!lines.TryGetValue(key, out var those))
                    lines[key] = those = [];
                those.Add(line);
            }
        }

        // Whether its source gave its reference to other movements of other days only, as banks do that count anew each day.
        private bool IsOfAnotherDay(BankLine line) => _byReference[Reference(line)].TrueForAll(l => l.ToldBy.Contains(line.Source) && DayOf(l) != line.Day && l.Minor != Math.Abs(line.Transfer.AmountDong));

        // What is told twice by an admin's word stands for nothing.
        private List<Line> Alike(BankLine line)
            => _byAmount.GetValueOrDefault(Amount(line))?.FindAll(l => l.State != MoneyInState.ToldTwice) ?? [];

        private static (string, TransferDirection, long) Amount(BankLine line) => (BankAccount.Plain(line.Transfer.Account), line.Direction, Math.Abs(line.Transfer.AmountDong));

        private static (string, TransferDirection, string) Reference(BankLine line) => (BankAccount.Plain(line.Transfer.Account), line.Direction, line.Reference);

        private static DateOnly DayOf(Line line) => VietnamDay.Of(line.BookedAt);
    }
}
