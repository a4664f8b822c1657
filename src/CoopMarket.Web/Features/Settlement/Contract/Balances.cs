using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>What stands in the ledger for a cooperative, in đồng.</summary>
/// <param name="Held">Its share of sales that are not yet delivered and three days old.</param>
/// <param name="Payable">Its share that can be paid out.</param>
/// <param name="FeesOwed">What it owes the market for sales in cash.</param>
internal sealed record CooperativeBalance(Money Held, Money Payable, Money FeesOwed);

/// <summary>Sums of the ledger.</summary>
internal sealed class Balances(MarketDb db)
{
    /// <summary>How the names of the subscribers begin that keep the books.</summary>
    public const string Subscribers = "settlement.";

    public async Task<CooperativeBalance> OfAsync(CooperativeId cooperative, CancellationToken cancellationToken)
    {
        var sums = await db.Set<EntryLine>().Where(l => l.Cooperative == cooperative && l.Amount.Currency == Currency.VND)
            .GroupBy(l => l.Account).Select(g => new { Account = g.Key, Sum = g.Sum(l => l.Amount.Minor) })
            .ToDictionaryAsync(s => s.Account, s => s.Sum, cancellationToken);
        return new(
            Money.Dong(-sums.GetValueOrDefault(LedgerAccount.Held)),
            Money.Dong(-sums.GetValueOrDefault(LedgerAccount.Payable)),
            Money.Dong(sums.GetValueOrDefault(LedgerAccount.FeesOwed)));
    }
}
