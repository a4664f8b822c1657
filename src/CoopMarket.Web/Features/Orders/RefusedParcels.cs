using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>How often parcels to a phone came back untaken, in the whole market.</summary>
internal sealed class RefusedParcels(MarketDb db, CashLimits limits, TimeProvider time)
{
    /// <summary>Whether so many cash parcels to it came back that the next order is to be paid in advance.</summary>
    /// <param name="phone">As an order keeps it; null or empty where none is known, and then nothing is held against anybody.</param>
    public async Task<bool> AreManyAsync(string? phone, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(phone))
            return false;
        var since = time.Now() - TimeSpan.FromDays(limits.RefusedDays);
        var refused = db.Set<SellerOrder>().IgnoreAutoIncludes().Where(p => p.State == SellerOrderState.Refused && p.EndedAt >= since);
        return await refused.CountAsync(
            p => db.Set<Order>().Any(o => o.Id == p.OrderId && o.Way == PaymentWay.CashOnDelivery && o.To.Phone == phone), cancellationToken) >= limits.MostRefused;
    }
}
