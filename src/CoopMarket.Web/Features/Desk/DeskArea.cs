using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Sellers.Contract;

namespace CoopMarket.Web.Features.Desk;

/// <summary>Registers the area.</summary>
internal static class DeskArea
{
    public static void AddDesk(this WebApplicationBuilder builder)
        => builder.Services.AddScoped<DeskBadge>().AddScoped<ICooperativeData, DataOfDesk>().AddScoped<CooperativeCopy>();
}
