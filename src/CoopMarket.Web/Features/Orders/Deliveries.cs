using CoopMarket.Domain.Orders;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Orders;

/// <summary>What the line of a bill says for which all ways of an order's goods to the buyer stand.</summary>
internal static class Deliveries
{
    /// <summary>How many parcels are sent; where she fetches everything, just that.</summary>
    public static string DeliveriesOf(this Words words, IEnumerable<DeliveryWay> ways)
        => ways.Count(w => w == DeliveryWay.Standard) is > 0 and var parcels ? words.Count("orders.bill.deliveries", parcels) : words["orders.delivery." + DeliveryWay.PickUp];
}
