namespace CoopMarket.Web.Features.Stories;

/// <summary>Registers the area.</summary>
internal static class StoriesArea
{
    public static void AddStories(this WebApplicationBuilder builder)
    {

    }

    public static void MapStories(this WebApplication app)
    {
    }
}
