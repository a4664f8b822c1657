using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders.Jobs;

/// <summary>All that happens to orders because time passes.</summary>
internal static class OrderClocks
{
    public static IServiceCollection AddOrderClocks(this IServiceCollection services) => services
        .AddEvery<RemindSellers>(TimeSpan.FromMinutes(10))
        .AddEvery<OverdueSellerOrders>(TimeSpan.FromMinutes(10))
        .AddEvery<UnsentSellerOrders>(TimeSpan.FromMinutes(10))
        .AddEvery<AskWhetherArrived>(TimeSpan.FromHours(1))
        .AddEvery<RemindOfAnswers>(TimeSpan.FromHours(1))
        .AddEvery<RemindOfReturns>(TimeSpan.FromHours(1))
        .AddEvery<DeliveredByClock>(TimeSpan.FromHours(1));
}
