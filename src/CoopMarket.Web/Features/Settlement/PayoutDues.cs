using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>What stands in the ledger for cooperatives, and where it would be sent. Works inside the caller's transaction.</summary>
internal sealed class PayoutDues(MarketDb db, BankAccounts accounts, CardHoldings holdings, StripeSettings stripe)
{
    /// <summary>Of all for whom anything is payable, by id.</summary>
    public Task<IReadOnlyDictionary<CooperativeId, PayoutDue>> AllAsync(CancellationToken cancellationToken) => SumAsync(null, cancellationToken);

    /// <summary>Of some, by id; who has nothing payable is left out.</summary>
    public Task<IReadOnlyDictionary<CooperativeId, PayoutDue>> OfAsync(IEnumerable<CooperativeId> cooperatives, CancellationToken cancellationToken)
        => SumAsync([.. cooperatives.Select(c => (CooperativeId?)c)], cancellationToken);

    /// <summary>What the market holds at the card gateway in đồng and has promised to nobody.</summary>
    public async Task<Money> FreeAtGatewayAsync(CancellationToken cancellationToken)
        => stripe.Connects
            ? await holdings.OfAsync(Currency.VND, cancellationToken) - Money.Dong(await db.Set<Payout>()
                .Where(p => p.Connected != "" && !p.IsAsked && (p.State == PayoutState.Drafted || p.State == PayoutState.OnTheWay)).SumAsync(p => p.Amount.Minor, cancellationToken))
            : Money.Dong(0);

    private async Task<IReadOnlyDictionary<CooperativeId, PayoutDue>> SumAsync(CooperativeId?[]? asked, CancellationToken cancellationToken)
    {
        var lines = db.Set<EntryLine>().Where(l => (l.Account == LedgerAccount.Payable || l.Account == LedgerAccount.FeesOwed) && l.Amount.Currency == Currency.VND);
        if (asked is not null)
            lines = lines.Where(l => asked.Contains(l.Cooperative));
        var sums = (await lines.GroupBy(l => new { l.Cooperative, l.Account }).Select(g => new { g.Key.Cooperative, g.Key.Account, Sum = g.Sum(l => l.Amount.Minor) }).ToListAsync(cancellationToken))
            .ToLookup(s => s.Cooperative!.Value, s => (s.Account, s.Sum));
        var owed = sums.Select(g => (Cooperative: g.Key, Payable: -Of(g, LedgerAccount.Payable), Fees: Of(g, LedgerAccount.FeesOwed))).Where(s => s.Payable > 0 || s.Fees < 0).ToList();
        var known = await accounts.OfAsync(owed.Select(o => o.Cooperative), cancellationToken);
        var open = await db.Set<Payout>().Where(p => p.EndedAt == null).Select(p => p.Cooperative).ToListAsync(cancellationToken);
        var connected = stripe.Connects
            ? await db.Set<ConnectedAccount>().AsNoTracking().Able()
                .ToDictionaryAsync(a => a.Cooperative, a => PayoutAccount.At(a.Account, a.AbleSince!.Value), cancellationToken)
            : [];
        return owed.Where(o => known.ContainsKey(o.Cooperative)).ToDictionary(o => o.Cooperative, o =>
        {
            var account = known[o.Cooperative];
            return new PayoutDue(
                o.Cooperative, Money.Dong(o.Payable), Money.Dong(o.Fees), new(account.Bin, account.Number, account.Holder, account.Since), account.IsSuspended, open.Contains(o.Cooperative))
            {
                Connected = connected.GetValueOrDefault(o.Cooperative),
            };
        });
    }

    private static long Of(IEnumerable<(LedgerAccount Account, long Sum)> sums, LedgerAccount account) => sums.Where(s => s.Account == account).Sum(s => s.Sum);
}
