using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Who moves a held share, and who takes from it, meet here.</summary>
internal static class HoldLocks
{
    /// <summary>Lets nobody else lock the hold of a part until the running transaction ends; what is read of it afterwards stays true.</summary>
    public static Task LockHoldAsync(this MarketDb db, SellerOrderId part, CancellationToken cancellationToken)
        => db.Set<Hold>().Where(h => h.SellerOrder == part).ExecuteUpdateAsync(set => set.SetProperty(h => h.DueAt, h => h.DueAt), cancellationToken);

    /// <summary>
    /// Where the share of a part lies. What is held becomes payable in one move: whoever books meanwhile waits for it, or it for him.
    /// What was paid out already is a debt that the next payout is less by.
    /// </summary>
    public static async Task<LedgerAccount> AccountOfShareAsync(this MarketDb db, SellerOrderId part, CancellationToken cancellationToken)
    {
        await db.LockHoldAsync(part, cancellationToken);
        return await db.Set<Hold>().AnyAsync(h => h.SellerOrder == part && h.ReleasedAt != null, cancellationToken) ? LedgerAccount.Payable : LedgerAccount.Held;
    }
}
