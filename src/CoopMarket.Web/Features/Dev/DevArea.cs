namespace CoopMarket.Web.Features.Dev;

/// <summary>Registers the area.</summary>
internal static class DevArea
{
    public static void AddDev(this WebApplicationBuilder builder)
    {

    }

    public static void MapDev(this WebApplication app)
    {
    }
}
