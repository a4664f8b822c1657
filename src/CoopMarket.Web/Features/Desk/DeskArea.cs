namespace CoopMarket.Web.Features.Desk;

/// <summary>Registers the area.</summary>
internal static class DeskArea
{
    public static void AddDesk(this WebApplicationBuilder builder)
    {

    }

    public static void MapDesk(this WebApplication app)
    {
    }
}
