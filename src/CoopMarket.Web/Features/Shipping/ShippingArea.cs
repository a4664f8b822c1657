using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shipping.Contract;

namespace CoopMarket.Web.Features.Shipping;

/// <summary>Registers the area.</summary>
internal static class ShippingArea
{
    public static void AddShipping(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ICooperativeData, DataOfShipping>().AddScoped<DeliveryPrices>().AddScoped<CashTerms>().AddScoped<AbroadChoice>();
        builder.Services.AddScoped<PriceLists>();
        builder.Services.AddHostedService<RulesAtStart>();
    }
}
