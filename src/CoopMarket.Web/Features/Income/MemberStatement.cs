using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Income;

/// <summary>A member's own page: what she earned in a month, what she was paid, what she is still owed. Whoever holds her link reads it.</summary>
internal static class MemberStatement
{
    private const int MostMonths = 24;

    /// <param name="Secret">Out of her link.</param>
    /// <param name="Month">Its first day; null for this month.</param>
    internal sealed record Query(Actor Actor, string Secret, DateOnly? Month) : IQuery<View?>, IForAnyone;

    /// <param name="Month">Its first day.</param>
    /// <param name="Opening">What she was owed when it began.</param>
    /// <param name="Closing">What she was owed when it ended, or is owed now.</param>
    /// <param name="IsOver">Whether the month is.</param>
    /// <param name="Waiting">Payments of whatever month that wait for her word, with the codes.</param>
    /// <param name="Months">All of which there is a page, the latest first.</param>
    internal sealed record View(
        string Name, CoopCard Cooperative, DateOnly Month, Money Opening, Money Closing, bool IsOver, IReadOnlyList<Goods> Earned, IReadOnlyList<Paid> Payments, IReadOnlyList<Waits> Waiting,
        IReadOnlyList<DateOnly> Months);

    /// <param name="Name">The product's.</param>
    /// <param name="Earned">Her shares of what arrived.</param>
    /// <param name="TakenBack">What of them went back to buyers, 0 or less.</param>
    internal sealed record Goods(LocalizedText Name, Money Earned, Money TakenBack);

    /// <param name="Amount">Below 0 where a payment was taken off the book.</param>
    internal sealed record Paid(DateTimeOffset At, Money Amount, MemberPaymentWay Way, MemberPaymentState State, bool IsAdvance, bool ByWitness);

    /// <param name="Code">Null where it can't be read any more.</param>
    internal sealed record Waits(DateTimeOffset At, Money Amount, MemberPaymentWay Way, string? Code);

    internal sealed class Handler(MarketDb db, MemberLinks links, Cooperatives cooperatives, ProductOwners products, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var hash = MemberLinks.Hash(query.Secret);
            if (await db.Set<Producer>().AsNoTracking().FirstOrDefaultAsync(p => p.LinkHash == hash, cancellationToken) is not { } member
                || await cooperatives.OneAsync(member.Cooperative, cancellationToken) is not { } cooperative)
                return null;
            var today = VietnamDay.Of(time.Now());
            var thisMonth = new DateOnly(today.Year, today.Month, 1);
            var month = query.Month ?? thisMonth;
            var first = VietnamDay.Of(member.AddedAt);
            if (month > thisMonth || month < new DateOnly(first.Year, first.Month, 1))
                return null;
            var (start, end) = (VietnamDay.Begin(month), VietnamDay.Begin(month.AddMonths(1)));
            var hers = db.Set<IncomeEntry>().AsNoTracking().Where(e => e.Member == member.Id);
            var opening = await hers.Where(e => e.PostedAt < start).SumAsync(e => e.Amount.Minor, cancellationToken);
            var entries = await hers.Where(e => e.PostedAt >= start && e.PostedAt < end).OrderBy(e => e.PostedAt).ThenBy(e => e.Id).ToListAsync(cancellationToken);
            var payments = await db.Set<MemberPayment>().AsNoTracking().Where(p => p.Member == member.Id).OrderBy(p => p.RecordedAt).ToListAsync(cancellationToken);
            return new(
                member.Name, cooperative, month, Money.Dong(opening), Money.Dong(opening + entries.Sum(e => e.Amount.Minor)), month < thisMonth,
                await GoodsAsync(member.Cooperative, entries, cancellationToken), [.. entries.Where(e => e.Payment is not null).Select(e => Of(e, payments.Single(p => p.Id == e.Payment)))],
                [.. payments.Where(p => p.State == MemberPaymentState.Waiting).Select(p => new Waits(p.RecordedAt, p.Amount, p.Way, links.CodeOf(p)))], Months(first, thisMonth));
        }

        private async Task<IReadOnlyList<Goods>> GoodsAsync(CooperativeId cooperative, IReadOnlyList<IncomeEntry> entries, CancellationToken cancellationToken)
        {
            var names = await products.NamesAsync(cooperative, cancellationToken);
            return [.. entries.Where(e => e.Product is not null).GroupBy(e => e.Product!.Value).Select(g => new Goods(
                names.GetValueOrDefault(g.Key, LocalizedText.Empty), Money.Sum(g.Where(e => e.Kind == IncomeKind.Earned).Select(e => e.Amount)),
                Money.Sum(g.Where(e => e.Kind == IncomeKind.TakenBack).Select(e => e.Amount)))).OrderByDescending(g => g.Earned.Minor)];
        }

        private static Paid Of(IncomeEntry entry, MemberPayment payment) => new(entry.PostedAt, -entry.Amount, payment.Way, payment.State, payment.IsAdvance, payment.WitnessedBy is not null);

        private static List<DateOnly> Months(DateOnly first, DateOnly last)
        {
            List<DateOnly> months = [];
            for (var month = last; month >= new DateOnly(first.Year, first.Month, 1) && months.Count < MostMonths; month = month.AddMonths(-1))
                months.Add(month);
            return months;
        }
    }
}
