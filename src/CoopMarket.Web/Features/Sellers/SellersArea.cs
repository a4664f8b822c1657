using CoopMarket.Web.Features.Sellers.Contract;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Registers the area.</summary>
internal static class SellersArea
{
    public static void AddSellers(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Memberships>().AddScoped<Cooperatives>().AddScoped<Makers>().AddScoped<MembersToTell>();
    }

    public static void MapSellers(this WebApplication app)
    {
    }
}
