using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Income.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Income;

/// <summary>Registers the area.</summary>
internal static class IncomeArea
{
    public static void AddIncome(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ICooperativeData, DataOfIncome>().AddScoped<SaleBook>().AddScoped<MemberBalances>().AddScoped<MemberLinks>().AddScoped<MemberPayments>();
        services.AddReaction<OrderReady, OnSaleMoved>(MemberBalances.Subscribers + "sold", ReactionKind.Writes);
        services.AddReaction<ParcelDelivered, OnSaleMoved>(MemberBalances.Subscribers + "delivered", ReactionKind.Writes);
        services.AddReaction<RefundGranted, OnSaleMoved>(MemberBalances.Subscribers + "refund", ReactionKind.Writes);
        services.AddReaction<SellerOrderCancelled, OnSaleMoved>(MemberBalances.Subscribers + "cancelled", ReactionKind.Writes);
    }
}
