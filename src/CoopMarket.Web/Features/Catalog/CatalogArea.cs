using CoopMarket.Web.Features.Catalog.Contract;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Registers the area.</summary>
internal static class CatalogArea
{
    public static void AddCatalog(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Shelf>().AddScoped<CategoryTree>().AddScoped<ProductOwners>();
    }

    public static void MapCatalog(this WebApplication app)
    {
    }
}
