namespace CoopMarket.Web.Features.Storefront;

/// <summary>Registers the area.</summary>
internal static class StorefrontArea
{
    public static void AddStorefront(this WebApplicationBuilder builder)
    {
    }

    public static void MapStorefront(this WebApplication app)
    {
        ReaderChoices.Map(app);
        Manifest.Map(app);
    }
}
