using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>
/// What was withheld from sellers in a month, less what was given back in it, and what of it was paid to the tax office. A row belongs
/// to the month in which it was written, so that a month that is over never changes.
/// </summary>
internal static class TaxMonth
{
    /// <param name="Month">Any day of it; null for the one that runs.</param>
    internal sealed record Query(Actor Actor, DateOnly? Month) : IQuery<View>, IForAdmin;

    /// <param name="Month">Its first day.</param>
    /// <param name="IsOver">Whether nothing can be added any more.</param>
    /// <param name="Sellers">By name.</param>
    /// <param name="Payments">What the tax office was paid for it.</param>
    /// <param name="Months">Those in which anything was withheld, the latest first.</param>
    /// <param name="Rows">One by one, the oldest first.</param>
    internal sealed record View(DateOnly Month, bool IsOver, IReadOnlyList<Seller> Sellers, IReadOnlyList<Paid> Payments, IReadOnlyList<DateOnly> Months, IReadOnlyList<Row> Rows)
    {
        public Money Base => Money.Sum(Sellers.Select(s => s.Base));

        public Money Vat => Money.Sum(Sellers.Select(s => s.Vat));

        public Money Income => Money.Sum(Sellers.Select(s => s.Income));

        public Money Tax => Vat + Income;

        /// <summary>What of it was not paid yet; below zero where the tax office was paid too much.</summary>
        public Money Open => Tax - Money.Sum(Payments.Select(p => p.Amount));
    }

    /// <param name="LegalName">The name on the registration; empty where it is forgotten.</param>
    /// <param name="TaxCode">10, 12 or 13 digits; empty where it is forgotten.</param>
    /// <param name="Base">What she was entitled to, less what went back to buyers.</param>
    internal sealed record Seller(CooperativeId Id, LocalizedText Name, string LegalName, string TaxCode, SellerKind Kind, Money Base, Money Vat, Money Income);

    internal sealed record Paid(MoneyInId Id, DateTimeOffset At, string Reference, Money Amount);

    /// <param name="Code">The order's.</param>
    internal sealed record Row(WithheldTax Tax, string Code, Seller Seller);

    internal sealed class Handler(MarketReads reads, TimeProvider time) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var asked = query.Month ?? VietnamDay.Of(now);
            DateOnly month = new(asked.Year, asked.Month, 1);
            var (start, end) = (VietnamDay.Begin(month), VietnamDay.Begin(month.AddMonths(1)));
            var taxes = await reads.Of<WithheldTax>().Where(t => t.RecordedAt >= start && t.RecordedAt < end).OrderBy(t => t.RecordedAt).ThenBy(t => t.Id).ToListAsync(cancellationToken);
            var (ids, orders) = (taxes.Select(t => t.Cooperative).Distinct().ToList(), taxes.Select(t => t.Order).Distinct().ToList());
            var codes = await reads.Of<Order>().Where(o => orders.Contains(o.Id)).Select(o => new { o.Id, o.Code }).ToDictionaryAsync(o => o.Id, o => o.Code, cancellationToken);
            var known = await reads.Of<Cooperative>().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
            var sellers = taxes.GroupBy(t => t.Cooperative).Where(g => known.ContainsKey(g.Key)).Select(g => Of(known[g.Key], [.. g])).OrderBy(s => Folding.Fold(s.Name.Vi), StringComparer.Ordinal).ToList();
            var byId = sellers.ToDictionary(s => s.Id);
            var paid = await reads.Of<MoneyIn>().Where(m => m.TaxMonth == month).OrderBy(m => m.BookedAt).Select(m => new Paid(m.Id, m.BookedAt, m.Reference, m.Amount)).ToListAsync(cancellationToken);
            return new(
                month, now >= end, sellers, paid, await MonthsAsync(month, VietnamDay.Of(now), cancellationToken),
                [.. taxes.Where(t => byId.ContainsKey(t.Cooperative)).Select(t => new Row(t, codes.GetValueOrDefault(t.Order, ""), byId[t.Cooperative]))]);
        }

        private static Seller Of(Cooperative seller, List<WithheldTax> taxes)
            => new(seller.Id, seller.Name, seller.LegalName, seller.TaxCode, seller.Kind, Money.Sum(taxes.Select(t => t.Base)), Money.Sum(taxes.Select(t => t.Vat)), Money.Sum(taxes.Select(t => t.Income)));

        private async Task<List<DateOnly>> MonthsAsync(DateOnly shown, DateOnly today, CancellationToken cancellationToken)
        {
            var first = await reads.Of<WithheldTax>().OrderBy(t => t.RecordedAt).Select(t => (DateTimeOffset?)t.RecordedAt).FirstOrDefaultAsync(cancellationToken);
            List<DateOnly> months = [];
            for (DateOnly month = new(today.Year, today.Month, 1); first is { } at && VietnamDay.Begin(month.AddMonths(1)) > at && months.Count < Most; month = month.AddMonths(-1))
                months.Add(month);
            return months.Count == 0 ? [shown] : months;
        }

        private const int Most = 36;
    }
}
