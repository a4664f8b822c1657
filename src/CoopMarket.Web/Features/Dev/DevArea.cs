using CoopMarket.Web.Adapters.Mail;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Seed;

namespace CoopMarket.Web.Features.Dev;

/// <summary>Pages for those who build the market; in Production they answer 404.</summary>
internal static class DevArea
{
    public static void AddDev(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MailFolder>().AddSingleton<MovedClock>().AddSingleton<Stage>().AddVerb<SeedVerb>("seed")
            .AddScoped<SeedDemo>().AddScoped<SeedScale>().AddScoped<Haste>();
        if (builder.Environment.IsDevelopment())
            builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<MovedClock>());
    }
}
