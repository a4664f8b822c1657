using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Registers the area.</summary>
internal static class OrdersArea
{
    public static void AddOrders(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ICooperativeData, DataOfOrders>().AddScoped<OrderSecrets>().AddScoped<SoldParts>().AddScoped<OrderBooks>().AddScoped<PartBooks>().AddScoped<PartsWorth>().AddScoped<BasketCount>().AddScoped<Revival>();
        services.AddScoped<RefusedParcels>().AddScoped<Baskets>().AddScoped<TypedAtCheckout>().AddScoped<Pricing>().AddScoped<FrozenTaxes>().AddScoped<ChosenCurrency>().AddScoped<OrderDrawer>().AddScoped<UnpaidOrders>();
        services.AddScoped<OrderGoods>().AddScoped<PartsToPack>().AddScoped<ReceivedLines>().AddScoped<BuyersToTell>().AddScoped<Returns>().AddScoped<ReturnsForAdmin>().AddScoped<Withdrawals>();
        services.AddScoped<BuyersOrders>().AddScoped<IKnowPersons, PersonsOfOrders>();
        services.AddReaction<PaymentCaptured, OnPaymentCaptured>("orders.make-ready", ReactionKind.Writes);
        services.AddReaction<CardPageClosed, OnCardPageClosed>("orders.card-page-closed", ReactionKind.Writes);
        services.AddReaction<MoneyTakenBack, OnMoneyTakenBack>("orders.call-off-unpaid", ReactionKind.Writes);
        services.AddReaction<WithdrawalDeclared, OnWithdrawalDeclared>("orders.withdraw", ReactionKind.Writes);
        services.AddReaction<CooperativeChanged, OnDaysOffChanged>("orders.reckon-days-off", ReactionKind.Writes);
        services.AddReaction<LotRecalled, OnLotRecalled>("orders.find-buyers-of-recalled", ReactionKind.Writes);
        services.AddReaction<BoughtGoodsRecalled, OnGoodsRecalled>("orders.mail-recalled", ReactionKind.CallsOut);
        builder.AddDeskOfOrders();
        services.AddEvery<ExpireUnpaidOrders>(TimeSpan.FromMinutes(1));
        services.AddEvery<DropOldBaskets>(TimeSpan.FromHours(6));
    }
}
