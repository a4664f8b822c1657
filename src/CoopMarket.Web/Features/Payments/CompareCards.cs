using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Every day the gateway's own books and ours are laid side by side, in both directions. A page that was paid and that nobody told us of is
/// taken in as if it had been told; then every line of the gateway's books is read and kept, what explains it is looked for, and what
/// it kept is booked. What stays unexplained stands in /admin/payments and is told to the admins, by name.
/// </summary>
internal sealed partial class CompareCards(
    MarketDb db, OwnScope own, StripeCards cards, StripeBooks books, StripeSettings settings, Alerts alerts, TimeProvider time, ILogger<CompareCards> log) : IScheduled
{
    private const int MostNamed = 5;

    private static readonly Actor Job = Actor.Job("compare-cards");

    // Each day is looked at a few times: what a day off or an outage left out the next one sees.
    private static readonly TimeSpan Back = TimeSpan.FromDays(4);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsOffered)
            return;
        var to = time.Now() - CardBook.Settled;
        try
        {
            var pages = await PagesAsync(to - Back, to, cancellationToken);
            var before = await books.HeldAsync(cancellationToken);
            var seen = await books.ReadAsync(await SinceAsync(cancellationToken), cancellationToken);
            var after = await books.HeldAsync(cancellationToken);
            foreach (var some in seen.Moves.Chunk(StoreCardMoves.Most))
                await own.SendAsync(new StoreCardMoves.Command(Job, some), cancellationToken);
            foreach (var some in await OpenAsync(cancellationToken))
                await own.SendAsync(new JudgeCardMoves.Command(Job, some), cancellationToken);
            // Where something moved while the lines were read, the two can't be the same; the next day they are.
            var held = before.Count == after.Count && before.All(h => after.GetValueOrDefault(h.Key) == h.Value) ? before : null;
            var found = await own.SendAsync(new CompareCardBooks.Command(Job, pages, seen.Strange, held), cancellationToken);
            if (!found.IsDone)
                return;
            Compared(seen.Moves.Count, found.Value.Count);
            if (found.Value.Count > 0)
                await alerts.RaiseAsync(AlertKind.CardsDiffer, string.Join(", ", found.Value.Take(MostNamed)), cancellationToken);
        }
        catch (CardsUnreachableException e)
        {
            Unreachable(e);
            await own.SendAsync(new NoteSilentCards.Command(Job), cancellationToken);
        }
    }

    private async Task<DateTimeOffset?> SinceAsync(CancellationToken cancellationToken)
        => await db.Set<CardMove>().OrderByDescending(m => m.HappenedAt).Select(m => (DateTimeOffset?)m.HappenedAt).FirstOrDefaultAsync(cancellationToken) - Back;

    private async Task<List<CardMoveId[]>> OpenAsync(CancellationToken cancellationToken)
    {
        var open = await db.Set<CardMove>().Where(m => m.State == CardMoveState.Waiting || m.State == CardMoveState.Unexplained)
            .OrderBy(m => m.HappenedAt).ThenBy(m => m.Name).Select(m => m.Id).ToListAsync(cancellationToken);
        return [.. open.Chunk(StoreCardMoves.Most)];
    }

    private async Task<List<string>> PagesAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var theirs = await cards.PaidAsync(from, to, cancellationToken);
        var names = theirs.Select(s => s.Session).ToList();
        var ours = await db.Set<MoneyIn>().Where(m => m.Source == MoneySource.Card && (names.Contains(m.SourceId) || (m.BookedAt >= from + CardBook.Settled && m.BookedAt < to)))
            .ToDictionaryAsync(m => m.SourceId, m => m.Moved, cancellationToken);
        List<string> unexplained = [];
        foreach (var paid in theirs)
            if (!ours.TryGetValue(paid.Session, out var amount))
                await own.SendAsync(new StoreCardEvent.Command(Job, new($"seen-{paid.Session}", CardEvent.Completed, "", "", settings.IsLive, time.Now(), paid)), cancellationToken);
            else if (amount != MoneyOf(paid))
                unexplained.Add(paid.Session);
        // A page that was opened before the time and paid in it, or one that the gateway knows nothing of.
        foreach (var (session, amount) in ours.Where(o => !names.Contains(o.Key)))
            if (await cards.KnownAsync(session, cancellationToken) is not { Told: { IsPaid: true } told } || MoneyOf(told) != amount)
                unexplained.Add(session);
        return unexplained;
    }

    private static Money? MoneyOf(CardSession told) => told.Amount is { } amount && Currencies.Find(told.Currency) is { } currency ? new Money(amount, currency) : null;

    [LoggerMessage(LogLevel.Information, "Compared with the card gateway's books, {Moves} lines read: {Unexplained} unexplained")]
    private partial void Compared(int moves, int unexplained);

    [LoggerMessage(LogLevel.Warning, "The card gateway's books could not be compared")]
    private partial void Unreachable(Exception e);
}
