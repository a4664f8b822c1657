namespace CoopMarket.Web.Features.Admin;

/// <summary>Registers the area.</summary>
internal static class AdminArea
{
    public static void AddAdmin(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AuditSubjects>();
        builder.Services.AddCheck();
    }
}
