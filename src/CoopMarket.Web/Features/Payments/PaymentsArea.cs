using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Registers the area.</summary>
internal static class PaymentsArea
{
    public static void AddPayments(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Tills>().AddScoped<RefundsDue>().AddScoped<PaymentWays>();
        builder.Services.AddScoped<BankLines>().AddScoped<RecordPayment>();
        builder.Services.AddReaction<MoneyCameIn, OnMoneyCameIn>("payments.record-payment", ReactionKind.Writes);
    }

    public static void MapPayments(this WebApplication app) => SePayWebhook.Map(app);
}
