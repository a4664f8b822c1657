using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Registers the area.</summary>
internal static class PaymentsArea
{
    // A person waits meanwhile; Stripe's own limit is 80 seconds.
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    public static void AddPayments(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ICooperativeData, DataOfPayments>().AddScoped<IKnowPersons, PersonsOfPayments>().AddScoped<Tills>().AddScoped<RefundsDue>().AddScoped<PaymentWays>().AddScoped<Remittances>().AddScoped<CarriedCash>().AddScoped<CashDebts>();
        builder.Services.AddScoped<BankLines>().AddScoped<KnownLines>().AddScoped<RefundLimits>().AddScoped<OutgoingRefunds>().AddScoped<TakeBacks>().AddScoped<Disputes>().AddScoped<GatewayRefunds>().AddScoped<RecordPayment>().AddScoped<OwnOrders>().AddScoped<CardCharges>().AddScoped<WaysBack>().AddScoped<CardHoldings>();
        builder.Services.AddScoped<CardBook>().AddScoped<OnlyOurs>().AddSingleton<StripeBooks>();
        builder.Services.AddHttpClient(StripeDoor.Connection, client => client.Timeout = LongestCall);
        builder.Services.AddSingleton<StripeDoor>().AddSingleton<StripeConnect>().AddSingleton<StripeCards>().AddEvery<LookAfterCards>(TimeSpan.FromMinutes(1)).AddEvery<SendCardRefunds>(TimeSpan.FromMinutes(1)).AddEvery<ForgetRefundAccountsDaily>(TimeSpan.FromDays(1)).AddEvery<DropStatements>(TimeSpan.FromHours(6)).AddEvery<PullCardEvents>(TimeSpan.FromHours(1)).AddEvery<WatchCards>(TimeSpan.FromMinutes(10)).AddEvery<CompareCards>(TimeSpan.FromDays(1)).AddEvery<WatchCardVersion>(TimeSpan.FromDays(1));
        builder.Services.AddReaction<CardEventStored, OnCardEventStored>("payments.card-event", ReactionKind.Writes);
        builder.Services.AddReaction<MoneyCameIn, OnMoneyCameIn>("payments.record-payment", ReactionKind.Writes);
        builder.Services.AddReaction<StatementGoesOn, OnStatementGoesOn>("payments.statement", ReactionKind.Writes, goesAhead: true);
        builder.Services.AddReaction<ParcelShipped, OnCashParcel>("payments.cash-shipped", ReactionKind.Writes);
        builder.Services.AddReaction<ParcelDelivered, OnCashParcel>("payments.cash-delivered", ReactionKind.Writes);
        builder.Services.AddReaction<ParcelRenumbered, OnCashParcel>("payments.cash-renumbered", ReactionKind.Writes);
        builder.Services.AddReaction<ParcelRefused, OnCashParcel>("payments.cash-refused", ReactionKind.Writes);
        builder.Services.AddReaction<ParcelLost, OnCashParcel>("payments.cash-lost", ReactionKind.Writes);
        builder.Services.AddReaction<PayoutPaid, OnPayoutPaid>("payments.payout-paid", ReactionKind.Writes);
    }

    public static void MapPayments(this WebApplication app)
    {
        SePayWebhook.Map(app);
        StripeWebhook.Map(app);
    }
}
