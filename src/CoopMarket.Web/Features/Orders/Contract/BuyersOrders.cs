using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>Which orders a person placed while she was signed in.</summary>
internal sealed class BuyersOrders(MarketDb db)
{
    /// <summary>The codes of her orders by their ids.</summary>
    public Task<Dictionary<OrderId, string>> OfAsync(PersonId person, CancellationToken cancellationToken)
        => db.Set<Order>().IgnoreAutoIncludes().Where(o => o.Buyer == person).ToDictionaryAsync(o => o.Id, o => o.Code, cancellationToken);

    /// <summary>Whether a cooperative still has parts to send, or on their way.</summary>
    public async Task<bool> HasOpenPartsAsync(CooperativeId cooperative, CancellationToken cancellationToken) => await OpenPartsAsync(cooperative, cancellationToken) > 0;

    /// <summary>How many, those that are still to be paid among them.</summary>
    public Task<int> OpenPartsAsync(CooperativeId cooperative, CancellationToken cancellationToken)
        => db.Set<SellerOrder>().CountAsync(p => p.Cooperative == cooperative && p.EndedAt == null && p.State != SellerOrderState.Delivered, cancellationToken);
}
