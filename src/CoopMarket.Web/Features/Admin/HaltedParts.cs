using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Data;

namespace CoopMarket.Web.Features.Admin;

/// <summary>Parts of orders that were not sent and whose cooperative may not sell: nobody at its desk can move them.</summary>
internal static class HaltedParts
{
    public static IQueryable<SellerOrder> Of(MarketReads reads)
        => reads.Of<SellerOrder>().Where(p => (p.State == SellerOrderState.ToAccept || p.State == SellerOrderState.ToPack || p.State == SellerOrderState.Packed)
            && reads.Of<Cooperative>().Any(c => c.Id == p.Cooperative && c.State != SellerState.Approved));
}
