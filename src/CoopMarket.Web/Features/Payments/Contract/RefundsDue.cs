using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments.Contract;

/// <summary>
/// Money of a sale that is owed back, and what is set off against it. Settlement alone does either, in the transaction that books
/// it, so that the two can't differ; orders only say what was declined or canceled, by their events.
/// </summary>
internal sealed class RefundsDue(MarketDb db, WaysBack ways, TimeProvider time, Ids ids)
{
    /// <summary>Owes it back by the ways by which it came. The caller holds the order's till.</summary>
    /// <returns>One for each way.</returns>
    public async Task<IReadOnlyList<RefundDueId>> AddAsync(OrderId order, SellerOrderId sellerOrder, Money amount, RefundReason reason, CancellationToken cancellationToken)
    {
        var last = await db.Set<Payment>().Where(p => p.Order == order).Select(p => p.Place).SingleAsync(cancellationToken);
        List<RefundDueId> added = [];
        foreach (var (place, some) in await ways.OfAsync(order, last, amount, cancellationToken))
        {
            added.Add(ids.New<RefundDueId>());
            db.Add(RefundDue.OfSale(added[^1], reason, order, sellerOrder, place, some, time.Now()));
        }

        return added;
    }

    /// <summary>What still goes back to the buyer of an order that belongs to no sale: it came twice, too late, or was too much.</summary>
    public async Task<Money> SurplusAsync(OrderId order, CancellationToken cancellationToken)
        => Money.Dong(await db.Set<RefundDue>().Where(r => r.Order == order && r.SellerOrder == null && r.PaidAt == null && r.FailedAt == null).SumAsync(r => r.Amount.Minor - r.SetOff.Minor, cancellationToken));

    /// <summary>What went back to the card that paid an order, in the currency that it was charged in.</summary>
    public async Task<Money> ToCardAsync(OrderId order, Currency currency, CancellationToken cancellationToken)
        => new(await db.Set<RefundDue>().Where(r => r.Order == order && r.PaidAt != null && r.FailedAt == null && r.Moved.Currency == currency).SumAsync(r => r.Moved.Minor, cancellationToken), currency);

    /// <summary>What still goes back to the buyer of an order by the bank, and the account that she told, as far as others may read it.</summary>
    public async Task<BankBack> ByBankAsync(OrderId order, CancellationToken cancellationToken)
    {
        var amount = Money.Dong(await db.Set<RefundDue>().Where(r => r.Order == order && r.Place == MoneyPlace.Bank && r.PaidAt == null).SumAsync(r => r.Amount.Minor - r.SetOff.Minor, cancellationToken));
        var told = amount.IsZero ? null : await db.Set<RefundAccount>().Where(a => a.Order == order).Select(a => new { a.Bin, a.Number }).SingleOrDefaultAsync(cancellationToken);
        return new(amount, told is null ? "" : $"{Banks.Find(told.Bin)?.ShortName ?? told.Bin} {Show.Account(told.Number)}");
    }

    /// <summary>Sets off what the buyer owes against what just fell due to her.</summary>
    /// <returns>How much was set off.</returns>
    public async Task<Money> DeductAsync(RefundDueId due, Money atMost, CancellationToken cancellationToken)
        => (await db.Set<RefundDue>().FindAsync([due], cancellationToken))!.Deduct(atMost, time.Now());

    /// <summary>Sets off a transfer that the bank took back against all that is still owed back on it and on its order.</summary>
    /// <param name="order">Null where the transfer had none.</param>
    /// <returns>How much was set off.</returns>
    public async Task<Money> DeductAsync(MoneyInId taken, OrderId? order, Money atMost, CancellationToken cancellationToken)
    {
        var open = await db.Set<RefundDue>().Where(r => r.PaidAt == null && (r.MoneyIn == taken || (order != null && r.Order == order))).ToListAsync(cancellationToken);
        var left = atMost;
        foreach (var due in open.OrderBy(r => r.MoneyIn != taken).ThenBy(r => r.OpenedAt))
            left -= due.Deduct(left, time.Now());
        return atMost - left;
    }
}

/// <summary>What goes back by the bank.</summary>
/// <param name="Account">The bank and the number's last four; empty while the buyer has told none.</param>
internal sealed record BankBack(Money Amount, string Account);
