using CoopMarket.Web.Features.Storefront.Contract;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>Registers the area.</summary>
internal static class StorefrontArea
{
    public static void AddStorefront(this WebApplicationBuilder builder)
        => builder.Services.AddScoped<Goods>().AddScoped<Findables>().AddScoped<Sellers>().AddScoped<Tales>();

    public static void MapStorefront(this WebApplication app)
    {
        ReaderChoices.Map(app);
        Manifest.Map(app);
    }
}
