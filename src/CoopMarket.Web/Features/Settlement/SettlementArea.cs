using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Registers the area.</summary>
internal static class SettlementArea
{
    public static void AddSettlement(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ICooperativeData, DataOfSettlement>().AddScoped<FeeRules>().AddSingleton<FeeToday>().AddScoped<Balances>().AddScoped<Ledger>().AddScoped<Claims>().AddScoped<Corrections>().AddScoped<Contested>();
        services.AddScoped<VatRates>().AddScoped<WithheldBooks>().AddScoped<Withholdings>().AddHostedService<TaxRatesAtStart>();
        services.AddScoped<PaidOut>().AddScoped<PayoutDues>().AddScoped<PayoutRuns>().AddScoped<Transfers>().AddScoped<GatewayNews>().AddScoped<ConnectedAccounts>();
        services.AddReaction<MoneyCameIn, OnMoneyCameIn>("settlement.money-in", ReactionKind.Writes);
        services.AddReaction<PaymentCaptured, OnPaymentCaptured>("settlement.sale", ReactionKind.Writes);
        services.AddReaction<LineDeclined, OnLineDeclined>("settlement.decline", ReactionKind.Writes);
        services.AddReaction<RefundGranted, OnRefundGranted>("settlement.refund-granted", ReactionKind.Writes);
        services.AddReaction<SellerOrderCancelled, OnSellerOrderCancelled>("settlement.cancellation", ReactionKind.Writes);
        services.AddReaction<SurplusFellDue, OnSurplusFellDue>("settlement.surplus", ReactionKind.Writes);
        services.AddReaction<RefundPaid, OnRefundPaid>("settlement.refund", ReactionKind.Writes);
        services.AddReaction<ParcelDelivered, OnParcelDelivered>("settlement.delivered", ReactionKind.Writes);
        services.AddReaction<CashRemitted, OnCarriedCash>("settlement.cash-remitted", ReactionKind.Writes);
        services.AddReaction<CashGivenUp, OnCarriedCash>("settlement.cash-given-up", ReactionKind.Writes);
        services.AddReaction<ParcelRefused, OnCashNotCollected>("settlement.cash-refused", ReactionKind.Writes);
        services.AddReaction<ParcelLost, OnCashNotCollected>("settlement.cash-lost", ReactionKind.Writes);
        services.AddReaction<MoneyExplained, OnMoneyExplained>("settlement.own-cost", ReactionKind.Writes);
        services.AddReaction<WithheldTaxPaid, OnWithheldTaxPaid>("settlement.tax-paid", ReactionKind.Writes);
        services.AddReaction<MoneyTakenBack, OnMoneyTakenBack>("settlement.taken-back", ReactionKind.Writes);
        services.AddReaction<MoneyToldTwice, OnMoneyToldTwice>("settlement.told-twice", ReactionKind.Writes);
        services.AddReaction<ParcelMissed, OnMissing>("settlement.missed", ReactionKind.Writes);
        services.AddReaction<MissedParcelFound, OnMissing>("settlement.found", ReactionKind.Writes);
        services.AddReaction<ParcelLost, OnMissing>("settlement.lost", ReactionKind.Writes);
        services.AddReaction<ParcelRefused, OnParcelRefused>("settlement.refused", ReactionKind.Writes);
        services.AddReaction<ReturnAsked, OnReturn>("settlement.return-asked", ReactionKind.Writes);
        services.AddReaction<ReturnEnded, OnReturn>("settlement.return-ended", ReactionKind.Writes);
        services.AddReaction<PaymentDisputed, OnDispute>("settlement.disputed", ReactionKind.Writes);
        services.AddReaction<DisputeEnded, OnDispute>("settlement.dispute-ended", ReactionKind.Writes);
        services.AddReaction<RefundFailed, OnRefundFailed>("settlement.refund-failed", ReactionKind.Writes);
        services.AddReaction<RefundNotSent, OnRefundNotSent>("settlement.refund-not-sent", ReactionKind.Writes);
        services.AddReaction<CardsPaidOut, OnCardsPaidOut>("settlement.cards-paid-out", ReactionKind.Writes);
        services.AddReaction<CardsExchanged, OnCardsExchanged>("settlement.cards-exchanged", ReactionKind.Writes);
        services.AddReaction<CardCostFell, OnCardCostFell>("settlement.card-cost", ReactionKind.Writes);
        services.AddReaction<PayoutCameBack, OnPayoutCameBack>("settlement.payout-came-back", ReactionKind.Writes);
        // Not among the subscribers that keep the books: a mail that waits holds nothing up.
        services.AddReaction<PayoutPaid, OnPayoutSettled>("payouts.mail-paid", ReactionKind.CallsOut);
        services.AddReaction<PayoutFailed, OnPayoutSettled>("payouts.mail-failed", ReactionKind.CallsOut);
        services.AddReaction<TransferTakenBack, OnPayoutSettled>("payouts.mail-taken-back", ReactionKind.CallsOut);
        services.AddReaction<FeeSet, OnFeeSet>("fees.mail-set", ReactionKind.Writes).AddReaction<FeeToTell, OnFeeToTell>("fees.mail-one", ReactionKind.CallsOut);
        services.AddEvery<LookAfterConnected>(TimeSpan.FromMinutes(1)).AddEvery<SendPayoutTransfers>(TimeSpan.FromMinutes(1)).AddEvery<SendReversals>(TimeSpan.FromMinutes(1));
        services.AddEvery<ReleaseHolds>(TimeSpan.FromMinutes(10));
    }
}
