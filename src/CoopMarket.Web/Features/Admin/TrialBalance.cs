using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>Every account of the ledger with what was debited and credited; the two come to the same, or something is wrong.</summary>
internal static class TrialBalance
{
    /// <param name="To">The last day, in Vietnam; null for all there is.</param>
    internal sealed record Query(Actor Actor, DateOnly? To) : IQuery<View>, IForAdmin;

    /// <param name="Accounts">Those that were ever used, in each currency, the đồng first, in the order of their numbers.</param>
    /// <param name="Totals">Of all accounts, one of each currency.</param>
    /// <param name="Cooperatives">What stands for each, by name.</param>
    internal sealed record View(IReadOnlyList<Row> Accounts, IReadOnlyList<Total> Totals, IReadOnlyList<CooperativeRow> Cooperatives)
    {
        /// <summary>In đồng.</summary>
        public Money Debit => Totals.Where(t => t.Debit.Currency == Currency.VND).Select(t => t.Debit).SingleOrDefault(Money.Dong(0));

        public bool Balances => Totals.All(t => t.Debit == t.Credit);

        /// <summary>The accounts of one currency.</summary>
        public IEnumerable<Row> In(Currency currency) => Accounts.Where(a => a.Balance.Currency == currency);
    }

    internal sealed record Total(Money Debit, Money Credit);

    /// <param name="Balance">Above zero: a debit; below: a credit.</param>
    internal sealed record Row(LedgerAccount Account, Money Debit, Money Credit, Money Balance);

    /// <param name="Held">Its share of what is not yet delivered and three days old.</param>
    /// <param name="Payable">Its share that can be paid out.</param>
    /// <param name="FeesOwed">What it owes the market.</param>
    internal sealed record CooperativeRow(CooperativeId Cooperative, LocalizedText Name, Money Held, Money Payable, Money FeesOwed);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var lines = reads.Of<EntryLine>();
            if (query.To is { } last && VietnamDay.End(last) is var end)
                lines = lines.Where(l => reads.Of<JournalEntry>().Any(e => e.Id == l.Entry && e.HappenedAt < end));
            var sums = await lines.GroupBy(l => new { l.Account, l.Cooperative, l.Amount.Currency })
                .Select(g => new Sum(
                    g.Key.Account, g.Key.Cooperative, g.Key.Currency, g.Sum(l => l.Amount.Minor > 0 ? l.Amount.Minor : 0), g.Sum(l => l.Amount.Minor < 0 ? -l.Amount.Minor : 0)))
                .ToListAsync(cancellationToken);
            var accounts = sums.GroupBy(s => (s.Account, s.Currency)).OrderBy(g => g.Key.Currency).ThenBy(g => Chart.Code(g.Key.Account), StringComparer.Ordinal)
                .Select(g => new Row(g.Key.Account, new(g.Sum(s => s.Debit), g.Key.Currency), new(g.Sum(s => s.Credit), g.Key.Currency), new(g.Sum(s => s.Debit - s.Credit), g.Key.Currency))).ToList();
            var totals = accounts.GroupBy(a => a.Debit.Currency).Select(g => new Total(Money.Sum(g.Select(a => a.Debit), g.Key), Money.Sum(g.Select(a => a.Credit), g.Key))).ToList();
            var names = await reads.Of<Cooperative>().Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
            var cooperatives = sums.Where(s => s.Cooperative != null).ToLookup(s => s.Cooperative!.Value)
                .Select(g => new CooperativeRow(g.Key, names.GetValueOrDefault(g.Key, LocalizedText.Empty), -Of(g, LedgerAccount.Held), -Of(g, LedgerAccount.Payable), Of(g, LedgerAccount.FeesOwed)))
                .OrderBy(c => Folding.Fold(c.Name.Vi), StringComparer.Ordinal).ToList();
            return new(accounts, totals, cooperatives);
        }

        private static Money Of(IEnumerable<Sum> sums, LedgerAccount account) => Money.Dong(sums.Where(s => s.Account == account).Sum(s => s.Debit - s.Credit));

        private sealed record Sum(LedgerAccount Account, CooperativeId? Cooperative, Currency Currency, long Debit, long Credit);
    }
}
