using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// Every day the gateway's own books and ours are laid side by side, in both directions: each page that was paid has its line here,
/// each line its page, and so have refunds, transfers to cooperatives and what was taken back of these. A charge that nobody told us of
/// is taken in as if it had been told; what stays unexplained is told to the admins, by name.
/// </summary>
internal sealed partial class CompareCards(
    MarketDb db, IMediator mediator, StripeCards cards, StripeConnect connect, Transfers transfers, StripeSettings settings, Alerts alerts, TimeProvider time, ILogger<CompareCards> log) : IScheduled
{
    private const int MostNamed = 5;

    private static readonly Actor Job = Actor.Job("compare-cards");

    // Each day is looked at a few times: what a day off or an outage left out the next one sees.
    private static readonly TimeSpan Back = TimeSpan.FromDays(4);

    // What happened just now may still be on its way to us; a page is open for half an hour.
    private static readonly TimeSpan Settled = TimeSpan.FromHours(2);

    // A refund is written down by hand, perhaps long after it was sent; until then it is told of each day.
    private static readonly TimeSpan WrittenDownLate = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!settings.IsOffered)
            return;
        var to = time.Now() - Settled;
        var from = to - Back;
        try
        {
            List<string> unexplained = [.. await ChargesAsync(from, to, cancellationToken), .. await RefundsAsync(from, to, cancellationToken), .. await TransfersAsync(from, to, cancellationToken)];
            Compared(from, unexplained.Count);
            if (unexplained.Count > 0)
                await alerts.RaiseAsync(AlertKind.CardsDiffer, string.Join(", ", unexplained.Take(MostNamed)), cancellationToken);
        }
        catch (CardsUnreachableException e)
        {
            Unreachable(e);
        }
    }

    private async Task<List<string>> ChargesAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var theirs = await cards.PaidAsync(from, to, cancellationToken);
        var names = theirs.Select(s => s.Session).ToList();
        var ours = await db.Set<MoneyIn>().Where(m => m.Source == MoneySource.Card && (names.Contains(m.SourceId) || (m.BookedAt >= from + Settled && m.BookedAt < to)))
            .ToDictionaryAsync(m => m.SourceId, m => m.Moved, cancellationToken);
        List<string> unexplained = [];
        foreach (var paid in theirs)
            if (!ours.TryGetValue(paid.Session, out var amount))
                await mediator.Send(new StoreCardEvent.Command(Job, new($"seen-{paid.Session}", CardEvent.Completed, "", "", settings.IsLive, time.Now(), paid)), cancellationToken);
            else if (amount != MoneyOf(paid))
                unexplained.Add(paid.Session);
        // A page that was opened before the time and paid in it, or one that the gateway knows nothing of.
        foreach (var (session, amount) in ours.Where(o => !names.Contains(o.Key)))
            if (await cards.KnownAsync(session, cancellationToken) is not { Told: { IsPaid: true } told } || MoneyOf(told) != amount)
                unexplained.Add(session);
        return unexplained;
    }

    private async Task<List<string>> RefundsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var theirs = (await cards.RefundsAsync(from - WrittenDownLate, time.Now(), cancellationToken)).ToDictionary(r => r.Id, r => r.Amount, StringComparer.Ordinal);
        var names = theirs.Keys.ToList();
        var ours = await db.Set<RefundDue>().Where(r => r.Place == MoneyPlace.Cards && r.Reference != null && r.Reference != RefundDue.TooLittle && r.FailedAt == null && (names.Contains(r.Reference) || (r.PaidAt >= from + Settled && r.PaidAt < to)))
            .Select(r => new { r.Reference, r.Moved }).ToListAsync(cancellationToken);
        var written = ours.ToDictionary(r => r.Reference!, r => (Money?)r.Moved, StringComparer.Ordinal);
        return [.. names.Where(n => written.GetValueOrDefault(n) is not { } moved || moved != theirs[n]), .. written.Keys.Where(n => !theirs.ContainsKey(n))];
    }

    // Where nobody was ever paid so the gateway is not asked.
    private async Task<List<string>> TransfersAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (!settings.Connects && !await transfers.AnyAsync(cancellationToken))
            return [];
        var theirs = (await connect.MovesAsync(from, cancellationToken)).ToDictionary(m => m.Source, StringComparer.Ordinal);
        var ours = await transfers.BookedAsync(theirs.Keys, from + Settled, to, cancellationToken);
        return [.. theirs.Values.Where(m => ours.TryGetValue(m.Source, out var moved) ? moved != m.Amount : m.At < to).Select(m => m.Source), .. ours.Keys.Where(n => !theirs.ContainsKey(n))];
    }

    private static Money? MoneyOf(CardSession told) => told.Amount is { } amount && Currencies.Find(told.Currency) is { } currency ? new Money(amount, currency) : null;

    [LoggerMessage(LogLevel.Information, "Compared with the card gateway's books since {From}: {Unexplained} unexplained")]
    private partial void Compared(DateTimeOffset from, int unexplained);

    [LoggerMessage(LogLevel.Warning, "The card gateway's books could not be compared")]
    private partial void Unreachable(Exception e);
}
