using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Orders.Emails;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Orders;

/// <summary>What orders need for the cooperatives' side: their moves, the clocks, and the mails to both.</summary>
internal static class DeskOfOrders
{
    public static void AddDeskOfOrders(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<OrderMailbox>().AddOrderClocks();
        builder.Services
            .AddReaction<OrderPlaced, OnOrderPlaced>("orders.mail-placed", ReactionKind.CallsOut)
            .AddReaction<OrderLinkAsked, OnLinkAsked>("orders.mail-link", ReactionKind.CallsOut)
            .AddReaction<OrderReady, OnOrderReady>("orders.mail-paid", ReactionKind.CallsOut)
            .AddReaction<OrderReady, OnOrderReadyTellSellers>("orders.mail-to-accept", ReactionKind.CallsOut)
            .AddReaction<MoneyTakenBack, OnMoneyTakenBackTellBuyer>("orders.mail-taken-back", ReactionKind.CallsOut)
            .AddReaction<RefundAccountTold, OnRefundAccountTold>("orders.mail-refund-account", ReactionKind.CallsOut)
            .AddReaction<OrderExpired, OnOrderExpired>("orders.mail-expired", ReactionKind.CallsOut)
            .AddReaction<OrderCancelled, OnOrderCancelled>("orders.mail-cancelled", ReactionKind.CallsOut)
            .AddReaction<PaymentFellShort, OnPaymentFellShort>("orders.mail-short", ReactionKind.CallsOut)
            .AddReaction<SurplusFellDue, OnSurplusFellDue>("orders.mail-surplus", ReactionKind.CallsOut)
            .AddReaction<RefundGranted, OnRefundGranted>("orders.mail-refunded", ReactionKind.CallsOut)
            .AddReaction<ReadyToFetch, OnReadyToFetch>("orders.mail-ready-to-fetch", ReactionKind.CallsOut)
            .AddReaction<ParcelShipped, OnParcelShipped>("orders.mail-shipped", ReactionKind.CallsOut)
            .AddReaction<ParcelRenumbered, OnParcelShipped>("orders.mail-renumbered", ReactionKind.CallsOut)
            .AddReaction<FurtherParcelSent, OnFurtherParcelSent>("orders.mail-further-parcel", ReactionKind.CallsOut)
            .AddReaction<ParcelDelivered, OnParcelDelivered>("orders.mail-delivered", ReactionKind.CallsOut)
            .AddReaction<ParcelMissed, OnParcelMissed>("orders.mail-missed", ReactionKind.CallsOut)
            .AddReaction<OrderReaddressed, OnOrderReaddressed>("orders.mail-readdressed", ReactionKind.CallsOut)
            .AddReaction<OrderReaddressed, OnOrderReaddressedTellSellers>("orders.mail-readdressed-desk", ReactionKind.CallsOut)
            .AddReaction<ParcelRefused, OnParcelRefused>("orders.mail-refused", ReactionKind.CallsOut)
            .AddReaction<ParcelTakenAfterAll, OnParcelTakenAfterAll>("orders.mail-taken-after-all", ReactionKind.CallsOut)
            .AddReaction<ParcelLost, OnParcelLost>("orders.mail-lost", ReactionKind.CallsOut)
            .AddReaction<BuyerCalledOff, OnBuyerCalledOff>("orders.mail-buyer-called-off", ReactionKind.CallsOut)
            .AddReaction<SellerOrderCancelled, OnSellerOrderCancelled>("orders.mail-called-off", ReactionKind.CallsOut)
            .AddReaction<ReturnAsked, OnReturnAsked>("orders.mail-return-asked", ReactionKind.CallsOut)
            .AddReaction<ReturnAnswered, OnReturnAnswered>("orders.mail-return-answered", ReactionKind.CallsOut)
            .AddReaction<ReturnUnpaid, OnReturnUnpaid>("orders.mail-return-unpaid", ReactionKind.CallsOut)
            .AddReaction<ReturnSettledForSeller, OnReturnSettledForSeller>("orders.mail-return-settled", ReactionKind.CallsOut)
            .AddReaction<ContractWithdrawn, OnContractWithdrawn>("orders.mail-withdrawn", ReactionKind.CallsOut)
            .AddReaction<WithdrawalTurnedDown, OnContractWithdrawn>("orders.mail-not-withdrawn", ReactionKind.CallsOut)
            .AddReaction<PaymentDisputed, OnDispute>("orders.mail-disputed", ReactionKind.CallsOut)
            .AddReaction<DisputeEnded, OnDispute>("orders.mail-dispute-ended", ReactionKind.CallsOut)
            .AddReaction<LineDeclined, OnLineDeclined>("orders.mail-declined", ReactionKind.CallsOut)
            .AddReaction<PartNudged, OnPartNudged>("orders.mail-nudged", ReactionKind.CallsOut);
        foreach (var situation in OrderMailSituations.All)
            builder.Services.AddSingleton(situation);
    }
}
