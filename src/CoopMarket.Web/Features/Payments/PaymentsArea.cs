namespace CoopMarket.Web.Features.Payments;

/// <summary>Registers the area.</summary>
internal static class PaymentsArea
{
    public static void AddPayments(this WebApplicationBuilder builder)
    {

    }

    public static void MapPayments(this WebApplication app)
    {
    }
}
