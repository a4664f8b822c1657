using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>The ledger's entries with all their lines, the latest first; those of one account, cooperative, order or time.</summary>
internal static class Journal
{
    internal const int PageSize = 30;

    // What a spreadsheet still opens.
    private const int MostInFile = 100_000;

    /// <param name="Account">Entries that touch it; null for all.</param>
    /// <param name="Cooperative">Entries that touch its accounts; null for all.</param>
    /// <param name="Code">An order's code; empty for all. What is no code finds nothing.</param>
    /// <param name="From">The first day in Vietnam; null from the beginning.</param>
    /// <param name="To">The last day in Vietnam; null until now.</param>
    /// <param name="Page">From 1; null for all in one, as a file holds them.</param>
    internal sealed record Query(Actor Actor, LedgerAccount? Account, CooperativeId? Cooperative, string Code, DateOnly? From, DateOnly? To, int? Page = 1) : IQuery<View>, IForAdmin;

    /// <param name="Balances">Of the account within these days and for this cooperative, of each currency; none where no account was chosen.</param>
    /// <param name="Names">The cooperatives that entries may be asked of, by name.</param>
    internal sealed record View(IReadOnlyList<Entry> Entries, bool HasMore, IReadOnlyList<Money> Balances, IReadOnlyDictionary<CooperativeId, LocalizedText> Names);

    /// <param name="Code">The order's; null where it is about none.</param>
    internal sealed record Entry(EntryId Id, EntryKind Kind, DateTimeOffset HappenedAt, DateTimeOffset PostedAt, string? Code, IReadOnlyList<Line> Lines);

    /// <param name="Amount">Above zero: a debit; below: a credit.</param>
    internal sealed record Line(LedgerAccount Account, CooperativeId? Cooperative, Money Amount);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var entries = await FoundAsync(query, cancellationToken);
            var page = query.Page is { } number ? entries.Skip((number - 1) * PageSize).Take(PageSize + 1) : entries.Take(MostInFile);
            var found = await page.Select(e => new { e.Id, e.Kind, e.HappenedAt, e.PostedAt, e.Order, Lines = e.Lines.OrderBy(l => l.Number).ToList() }).ToListAsync(cancellationToken);
            var orders = found.Select(e => e.Order).OfType<OrderId>().Distinct().ToList();
            var codes = await reads.Of<Order>().Where(o => orders.Contains(o.Id)).Select(o => new { o.Id, o.Code }).ToDictionaryAsync(o => o.Id, o => o.Code, cancellationToken);
            var names = await reads.Of<Cooperative>().Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken);
            return new(
                [.. found.Take(query.Page is null ? MostInFile : PageSize).Select(e => new Entry(
                    e.Id, e.Kind, e.HappenedAt, e.PostedAt, e.Order is { } order ? codes.GetValueOrDefault(order) : null, [.. e.Lines.Select(l => new Line(l.Account, l.Cooperative, l.Amount))]))],
                query.Page is not null && found.Count > PageSize,
                query.Account is { } account ? await BalancesAsync(entries, account, query.Cooperative, cancellationToken) : [],
                names.OrderBy(c => c.Name.Vi, StringComparer.Ordinal).ToDictionary(c => c.Id, c => c.Name));
        }

        private async Task<IQueryable<JournalEntry>> FoundAsync(Query query, CancellationToken cancellationToken)
        {
            var entries = reads.Of<JournalEntry>();
            if (query.Account is not null || query.Cooperative is not null)
                entries = entries.Where(e => e.Lines.Any(l => (query.Account == null || l.Account == query.Account) && (query.Cooperative == null || l.Cooperative == query.Cooperative)));
            if (query.Code.Length > 0)
            {
                var code = PublicCode.TryParse(query.Code, out var read) ? read.Value : "";
                var order = await reads.Of<Order>().Where(o => o.Code == code).Select(o => (OrderId?)o.Id).FirstOrDefaultAsync(cancellationToken);
                entries = order is null ? entries.Where(_ => false) : entries.Where(e => e.Order == order);
            }

            if (query.From is { } first && VietnamDay.Begin(first) is var start)
                entries = entries.Where(e => e.HappenedAt >= start);
            if (query.To is { } last && VietnamDay.End(last) is var end)
                entries = entries.Where(e => e.HappenedAt < end);
            return entries.OrderByDescending(e => e.HappenedAt).ThenByDescending(e => e.Id);
        }

        private async Task<IReadOnlyList<Money>> BalancesAsync(IQueryable<JournalEntry> entries, LedgerAccount account, CooperativeId? cooperative, CancellationToken cancellationToken)
        {
            var sums = await reads.Of<EntryLine>().Where(l => l.Account == account && (cooperative == null || l.Cooperative == cooperative) && entries.Any(e => e.Id == l.Entry))
                .GroupBy(l => l.Amount.Currency).Select(g => new { Currency = g.Key, Sum = g.Sum(l => l.Amount.Minor) }).ToListAsync(cancellationToken);
            return sums.Count == 0 ? [Money.Dong(0)] : [.. sums.OrderBy(s => s.Currency).Select(s => new Money(s.Sum, s.Currency))];
        }
    }
}
