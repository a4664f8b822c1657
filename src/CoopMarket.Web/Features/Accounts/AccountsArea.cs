using CoopMarket.Web.Features.Accounts.Contract;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>Registers the area.</summary>
internal static class AccountsArea
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<People>();
    }

    public static void MapAccounts(this WebApplication app)
    {
    }
}
