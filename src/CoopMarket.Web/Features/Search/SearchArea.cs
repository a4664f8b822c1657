namespace CoopMarket.Web.Features.Search;

/// <summary>Registers the area.</summary>
internal static class SearchArea
{
    public static void AddSearch(this WebApplicationBuilder builder)
    {
    }

    public static void MapSearch(this WebApplication app)
    {
    }
}
