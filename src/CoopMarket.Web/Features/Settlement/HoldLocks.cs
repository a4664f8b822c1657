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
}
