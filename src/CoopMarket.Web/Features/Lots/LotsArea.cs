using CoopMarket.Web.Features.Lots.Contract;

namespace CoopMarket.Web.Features.Lots;

/// <summary>Registers the area.</summary>
internal static class LotsArea
{
    public static void AddLots(this WebApplicationBuilder builder) => builder.Services.AddScoped<LotDrawer>().AddScoped<LotOwners>();
}
