using CoopMarket.Web.Adapters.Mail;

namespace CoopMarket.Web.Features.Dev;

/// <summary>Pages for those who build the market; in Production they answer 404.</summary>
internal static class DevArea
{
    public static void AddDev(this WebApplicationBuilder builder) => builder.Services.AddSingleton<MailFolder>();

    public static void MapDev(this WebApplication app)
    {
    }
}
