using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk.Contract;

/// <summary>The number on the desk's first tab.</summary>
internal sealed class DeskBadge(MarketReads reads)
{
    /// <summary>How many orders wait to be accepted.</summary>
    public Task<int> OfAsync(CooperativeId cooperative, CancellationToken cancellationToken)
        => reads.Of<SellerOrder>().CountAsync(p => p.Cooperative == cooperative && p.State == SellerOrderState.ToAccept, cancellationToken);
}
