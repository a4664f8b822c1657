using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>What a cooperative sold month by month, what each of its goods brought, and when money comes.</summary>
internal static class Earnings
{
    private const int Months = 12;
    private const int Most = 50;

    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<View>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="Sold">Twelve months, the oldest first; this one is not over.</param>
    /// <param name="Best">What its goods brought in these months; what brought most first.</param>
    /// <param name="Coming">What is held three days longer, by the day on which it is ready.</param>
    /// <param name="Statements">The months of which there is a statement, the latest first; at most two years.</param>
    internal sealed record View(IReadOnlyList<Month> Sold, IReadOnlyList<Seller> Best, IReadOnlyList<Day> Coming, IReadOnlyList<DateOnly> Statements);

    /// <param name="First">The month's first day.</param>
    /// <param name="Sold">Goods and delivery that buyers paid, in cash too, less what was sent back.</param>
    internal sealed record Month(DateOnly First, Money Sold);

    /// <param name="Pieces">How many packs.</param>
    /// <param name="Goods">What buyers paid for them and did not get back, without delivery.</param>
    /// <param name="Fee">What of it is the market's.</param>
    internal sealed record Seller(LocalizedText Name, long Pieces, Money Goods, Money Fee)
    {
        public Money Mine => Goods - Fee;
    }

    internal sealed record Day(DateOnly On, Money Share);

    internal sealed class Handler(MarketReads reads, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = VietnamDay.Of(time.Now());
            var from = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
            var start = VietnamDay.Begin(from);
            var mine = reads.Of<SellerOrder>().Where(p => p.Cooperative == query.Cooperative);
            return new(
                await SoldAsync(mine, from, start, cancellationToken), await BestAsync(mine, start, cancellationToken), await ComingAsync(query.Cooperative, cancellationToken),
                await StatementsAsync(query.Cooperative, today, cancellationToken));
        }

        // Paid sales are told by the ledger; of a sale in cash it knows the fee only, and the part the rest.
        private async Task<List<Month>> SoldAsync(IQueryable<SellerOrder> mine, DateOnly from, DateTimeOffset start, CancellationToken cancellationToken)
        {
            EntryKind[] kinds = [EntryKind.Sale, EntryKind.CashSale, EntryKind.Decline, EntryKind.Cancellation, EntryKind.RefundGranted, EntryKind.CashFee];
            var lines = await (from line in reads.Of<EntryLine>()
                               join entry in reads.Of<JournalEntry>() on line.Entry equals entry.Id
                               where entry.HappenedAt >= start && kinds.Contains(entry.Kind) && mine.Any(p => p.Id == line.SellerOrder)
                               select new { entry.Kind, entry.HappenedAt, line.Account, Part = line.SellerOrder!.Value, line.Amount.Minor }).ToListAsync(cancellationToken);
            var cash = lines.Where(l => l.Kind == EntryKind.CashFee).Select(l => l.Part).Distinct().ToList();
            var inCash = (await mine.Where(p => cash.Contains(p.Id)).Include(p => p.Lines).ToListAsync(cancellationToken)).ToDictionary(p => p.Id, p => (p.GoodsLeft + p.Delivery).Minor);
            // A sale in cash gives back in cash: of that the ledger knows the fee only as well.
            var givenBack = await (from refund in reads.Of<PartRefund>()
                                   join part in mine on refund.SellerOrderId equals part.Id
                                   where refund.GrantedAt >= start && reads.Of<Order>().Any(o => o.Id == part.OrderId && o.Way == PaymentWay.CashOnDelivery)
                                   select new { refund.GrantedAt, refund.Amount.Minor }).ToListAsync(cancellationToken);
            var sums = lines.Select(l => (Month: MonthOf(l.HappenedAt), Sold: l switch
            {
                // Share and fee together are what the buyer paid.
                { Kind: EntryKind.Sale or EntryKind.CashSale, Account: LedgerAccount.Held or LedgerAccount.FeeIncome } => -l.Minor,
                { Kind: EntryKind.Decline or EntryKind.Cancellation or EntryKind.RefundGranted, Account: LedgerAccount.RefundsDue } => l.Minor,
                { Kind: EntryKind.CashFee, Account: LedgerAccount.FeesOwed } => inCash.GetValueOrDefault(l.Part),
                _ => 0L,
            })).Concat(givenBack.Select(r => (Month: MonthOf(r.GrantedAt), Sold: -r.Minor))).ToLookup(s => s.Month, s => s.Sold);
            return [.. Enumerable.Range(0, Months).Select(from.AddMonths).Select(m => new Month(m, Money.Dong(sums[m].Sum())))];
        }

        private async Task<List<Seller>> BestAsync(IQueryable<SellerOrder> mine, DateTimeOffset start, CancellationToken cancellationToken)
        {
            var sold = mine.Where(p => p.State != SellerOrderState.Cancelled && p.State != SellerOrderState.Declined && p.State != SellerOrderState.Refused && p.State != SellerOrderState.Lost)
                .Where(p => reads.Of<EntryLine>().Any(l => l.SellerOrder == p.Id && reads.Of<JournalEntry>().Any(e => e.Id == l.Entry && e.HappenedAt >= start)));
            var lines = await reads.Of<OrderLine>().Where(l => sold.Any(p => p.Id == l.SellerOrderId)).ToListAsync(cancellationToken);
            var back = (await reads.Of<PartRefund>().Where(r => r.Line != null && sold.Any(p => p.Id == r.SellerOrderId)).ToListAsync(cancellationToken)).ToLookup(r => r.Line!.Value);
            return [.. lines.GroupBy(l => l.Product).Select(g => new Seller(
                    g.Last().ProductName, g.Sum(l => (long)l.Left),
                    Money.Sum(g.Select(l => l.GoodsLeft - Money.Sum(back[l.Id].Select(r => r.Amount)))), Money.Sum(g.Select(l => l.FeeLeft - Money.Sum(back[l.Id].Select(r => r.Fee))))))
                .Where(s => s.Pieces > 0).OrderByDescending(s => s.Goods.Minor).Take(Most)];
        }

        private async Task<List<Day>> ComingAsync(CooperativeId cooperative, CancellationToken cancellationToken)
        {
            var holds = await reads.Of<Hold>().Where(h => h.Cooperative == cooperative && h.ReleasedAt == null && h.StoppedAt == null)
                .Select(h => new { h.DueAt, Share = -reads.Of<EntryLine>().Where(l => l.SellerOrder == h.SellerOrder && l.Account == LedgerAccount.Held).Sum(l => l.Amount.Minor) })
                .ToListAsync(cancellationToken);
            return [.. holds.GroupBy(h => VietnamDay.Of(h.DueAt)).OrderBy(g => g.Key).Select(g => new Day(g.Key, Money.Dong(g.Sum(h => h.Share)))).Where(d => !d.Share.IsZero)];
        }

        private async Task<List<DateOnly>> StatementsAsync(CooperativeId cooperative, DateOnly today, CancellationToken cancellationToken)
        {
            var first = await reads.Of<JournalEntry>().Where(e => e.Lines.Any(l => l.Cooperative == cooperative)).OrderBy(e => e.PostedAt)
                .Select(e => (DateTimeOffset?)e.PostedAt).FirstOrDefaultAsync(cancellationToken);
            List<DateOnly> months = [];
            for (var month = new DateOnly(today.Year, today.Month, 1); first is { } at && month >= MonthOf(at) && months.Count < 2 * Months; month = month.AddMonths(-1))
                months.Add(month);
            return months;
        }

        private static DateOnly MonthOf(DateTimeOffset at) => VietnamDay.Of(at) is var day ? new(day.Year, day.Month, 1) : default;
    }
}
