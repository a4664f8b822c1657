namespace CoopMarket.Web.Features.Shipping;

/// <summary>Registers the area.</summary>
internal static class ShippingArea
{
    public static void AddShipping(this WebApplicationBuilder builder)
    {

    }

    public static void MapShipping(this WebApplication app)
    {
    }
}
