using CoopMarket.Web.Features.Desk.Contract;

namespace CoopMarket.Web.Features.Desk;

/// <summary>Registers the area.</summary>
internal static class DeskArea
{
    public static void AddDesk(this WebApplicationBuilder builder)
        => builder.Services.AddScoped<DeskBadge>();
}
