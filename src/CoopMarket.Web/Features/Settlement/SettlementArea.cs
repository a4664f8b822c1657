using CoopMarket.Web.Features.Settlement.Contract;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Registers the area.</summary>
internal static class SettlementArea
{
    public static void AddSettlement(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<FeeRules>().AddScoped<Balances>();
    }

    public static void MapSettlement(this WebApplication app)
    {
    }
}
