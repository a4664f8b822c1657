using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement.Contract;

/// <summary>What stands in the ledger for a cooperative, in đồng.</summary>
/// <param name="Held">Its share of sales that are not yet delivered and three days old.</param>
/// <param name="Payable">Its share that can be paid out; below zero where it gave back what it had been paid.</param>
/// <param name="FeesOwed">What it owes the market for sales in cash.</param>
/// <param name="OnTheWay">What was ordered from the bank for it and is not yet known to have arrived.</param>
internal sealed record CooperativeBalance(Money Held, Money Payable, Money FeesOwed, Money OnTheWay)
{
    /// <summary>What comes to it yet; below zero where it owes the market more than comes.</summary>
    public Money Coming => Held + Payable + OnTheWay;
}

/// <summary>What a buyer owes since the bank took her money back.</summary>
/// <param name="Order">Null where the money had named none.</param>
internal sealed record BuyersDebt(OrderId? Order, Money Amount);

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
            Money.Dong(sums.GetValueOrDefault(LedgerAccount.FeesOwed)),
            Money.Dong(-sums.GetValueOrDefault(LedgerAccount.PayoutsOnTheWay)));
    }

    /// <summary>What the buyer of an order owes since the bank took her money back; nothing where it did not.</summary>
    public async Task<Money> OwedByBuyerAsync(OrderId order, CancellationToken cancellationToken)
        => Money.Dong(await db.Set<EntryLine>().Where(l => l.Account == LedgerAccount.OwedByBuyers && db.Set<JournalEntry>().Any(e => e.Id == l.Entry && e.Order == order))
            .SumAsync(l => l.Amount.Minor, cancellationToken));

    /// <summary>All that buyers owe, the largest first.</summary>
    public async Task<IReadOnlyList<BuyersDebt>> OwedByBuyersAsync(CancellationToken cancellationToken)
    {
        var sums = await (from line in db.Set<EntryLine>()
                          join entry in db.Set<JournalEntry>() on line.Entry equals entry.Id
                          where line.Account == LedgerAccount.OwedByBuyers
                          group line.Amount.Minor by entry.Order into debt
                          where debt.Sum() != 0
                          select new { Order = debt.Key, Sum = debt.Sum() }).ToListAsync(cancellationToken);
        return [.. sums.OrderByDescending(s => s.Sum).Select(s => new BuyersDebt(s.Order, Money.Dong(s.Sum)))];
    }
}
