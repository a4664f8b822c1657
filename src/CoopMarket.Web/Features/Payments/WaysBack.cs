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
        // What came once more stays where it is set off against what its buyer owed: so she makes good what her bank had taken back.
        var stayed = await db.Set<MoneyIn>().Where(m => m.Order == order && m.Direction == TransferDirection.In && m.State != MoneyInState.TakenBack)
            .Select(m => new { m.Source, Dong = m.Applied.Minor + db.Set<RefundDue>().Where(r => r.MoneyIn == m.Id && r.FailedAt == null).Sum(r => r.SetOff.Minor) }).ToListAsync(cancellationToken);
        if (!stayed.Exists(m => m.Dong > 0 && MoneyIn.PlaceOf(m.Source) != MoneyPlace.Cards))
            return [(last, amount)];
        var byCard = stayed.Where(m => MoneyIn.PlaceOf(m.Source) == MoneyPlace.Cards).Sum(m => m.Dong);
        // What goes back on a line of its own was never counted toward the order. What was added a moment ago is not in the database yet.
        await db.Set<RefundDue>().Where(r => r.Order == order && r.Place == MoneyPlace.Cards).LoadAsync(cancellationToken);
        var before = db.Set<RefundDue>().Local.Where(r => r.Order == order && r.Place == MoneyPlace.Cards && r.MoneyIn is null && r.FailedAt is null).Sum(r => r.Amount.Minor);
        var toCard = Math.Clamp(byCard - before, 0, amount.Minor);
        (MoneyPlace Place, Money Amount)[] ways = [(MoneyPlace.Cards, Money.Dong(toCard)), (MoneyPlace.Bank, amount - Money.Dong(toCard))];
        return [.. ways.Where(w => !w.Amount.IsZero)];
    }
}
