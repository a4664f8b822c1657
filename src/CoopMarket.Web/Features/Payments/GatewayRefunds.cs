using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// What the gateway tells of money that goes back. Its messages may come before the answer to the call, after it, or alone where
/// somebody sent it in the gateway's own pages. Works inside the caller's transaction.
/// </summary>
internal sealed class GatewayRefunds(MarketDb db, CardCharges charges, TimeProvider time, Ids ids)
{
    /// <summary>Money is on its way back.</summary>
    /// <returns>False where nobody owes it: an admin looks.</returns>
    public async Task<bool> MadeAsync(CardEvent told, CancellationToken cancellationToken)
    {
        if (await FindAsync(told, cancellationToken) is not null)
            return true;
        var charge = await db.Set<MoneyIn>().SingleOrDefaultAsync(m => m.Source == MoneySource.Card && m.Reference == told.Charge, cancellationToken);
        if (charge?.Order is not { } order)
            return false;
        // By the charge and exactly; where two are owed alike, they are the same to the buyer and to the books.
        foreach (var owed in await db.Set<RefundDue>().Where(r => r.Place == MoneyPlace.Cards && r.Order == order && r.PaidAt == null && r.Call == null).OrderBy(r => r.OpenedAt).ToListAsync(cancellationToken))
            if (await charges.OnAsync(charge, owed, cancellationToken) is var on && on.Moved == told.Moved)
                return owed.TrySee(told.Session, time.Now(), on);
        return false;
    }

    /// <summary>It did not arrive, or was called off: it is owed again.</summary>
    /// <returns>False where no refund of that name was written down.</returns>
    public async Task<bool> FailAsync(CardEvent told, CancellationToken cancellationToken)
    {
        if (await FindAsync(told, cancellationToken) is not { } due)
            return false;
        if (due.Fail(ids.New<RefundDueId>(), time.Now()) is { } again)
            db.Add(again);
        return true;
    }

    // By the key of the call, where the market asked and knows no answer yet; by the gateway's name for it otherwise.
    private async Task<RefundDue?> FindAsync(CardEvent told, CancellationToken cancellationToken)
    {
        if (told.Call is { } call && await db.Set<RefundDue>().SingleOrDefaultAsync(r => r.Call == call, cancellationToken) is { } called)
        {
            called.Sent(call, told.Session, time.Now());
            return called;
        }

        return await db.Set<RefundDue>().Where(r => r.Place == MoneyPlace.Cards && r.Reference == told.Session).OrderByDescending(r => r.OpenedAt).FirstOrDefaultAsync(cancellationToken);
    }
}
