using CoopMarket.Web.Features.Payments.Contract;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Registers the area.</summary>
internal static class PaymentsArea
{
    public static void AddPayments(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Tills>().AddScoped<RefundsDue>().AddScoped<PaymentWays>();
    }

    public static void MapPayments(this WebApplication app)
    {
    }
}
