using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// By which ways money of an order goes back: by those by which it came, and by none more than came by it. What a card paid goes first,
/// for that goes back by itself; the buyer has to tell an account for the rest. Works inside the caller's transaction, which holds the till.
/// </summary>
internal sealed class WaysBack(MarketDb db)
{
    /// <summary>Parts an amount among the ways.</summary>
    /// <param name="last">By which way its money came last: all goes by that where nothing says that it came by another, too.</param>
    /// <param name="amount">In đồng, above zero.</param>
    /// <returns>Amounts above zero that add up to it, one for each way.</returns>
    public async Task<IReadOnlyList<(MoneyPlace Place, Money Amount)>> OfAsync(OrderId order, MoneyPlace last, Money amount, CancellationToken cancellationToken)
    {
        var counted = db.Set<MoneyIn>().Where(m => m.Order == order && m.Applied.Minor > 0);
        var byBank = await counted.AnyAsync(m => m.Source != MoneySource.Card && m.Source != MoneySource.Dispute, cancellationToken);
        if (!byBank)
            return [(last, amount)];
        var byCard = await counted.Where(m => m.Source == MoneySource.Card || m.Source == MoneySource.Dispute).SumAsync(m => m.Applied.Minor, cancellationToken);
        // What goes back on a line of its own was never counted toward the order. What was added a moment ago is not in the database yet.
        await db.Set<RefundDue>().Where(r => r.Order == order && r.Place == MoneyPlace.Cards).LoadAsync(cancellationToken);
        var before = db.Set<RefundDue>().Local.Where(r => r.Order == order && r.Place == MoneyPlace.Cards && r.MoneyIn is null && r.FailedAt is null).Sum(r => r.Amount.Minor);
        var toCard = Math.Clamp(byCard - before, 0, amount.Minor);
        (MoneyPlace Place, Money Amount)[] ways = [(MoneyPlace.Cards, Money.Dong(toCard)), (MoneyPlace.Bank, amount - Money.Dong(toCard))];
        return [.. ways.Where(w => !w.Amount.IsZero)];
    }
}
