using CoopMarket.Web.Features.Orders.Contract;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Registers the area.</summary>
internal static class OrdersArea
{
    public static void AddOrders(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<OrderSecrets>().AddScoped<OrderBooks>();
        builder.AddDeskOfOrders();
    }

    public static void MapOrders(this WebApplication app)
    {
    }
}
