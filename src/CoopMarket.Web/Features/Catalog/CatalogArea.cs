namespace CoopMarket.Web.Features.Catalog;

/// <summary>Registers the area.</summary>
internal static class CatalogArea
{
    public static void AddCatalog(this WebApplicationBuilder builder)
    {

    }

    public static void MapCatalog(this WebApplication app)
    {
    }
}
