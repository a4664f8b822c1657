namespace CoopMarket.Web.Features.Settlement;

/// <summary>Registers the area.</summary>
internal static class SettlementArea
{
    public static void AddSettlement(this WebApplicationBuilder builder)
    {

    }

    public static void MapSettlement(this WebApplication app)
    {
    }
}
