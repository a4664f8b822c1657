using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Features.Shipping.Contract;

namespace CoopMarket.Web.Features.Orders;

/// <content>What it shows of each cooperative's part.</content>
internal static partial class OrderPage
{
    /// <param name="Number">Its place in the order, from 1.</param>
    /// <param name="Back">What the buyer gets back or needn't pay of it.</param>
    /// <param name="Parcels">What it was sent in; none before.</param>
    /// <param name="CallsFirst">Whether the cooperative calls her before it accepts.</param>
    internal sealed record PartView(
        int Number, SellerOrderId Id, CooperativeId Cooperative, string Slug, int BandTurn, string Name, string Where, string Phone, SellerOrderState State, DeliveryWay Way,
        Money Delivery, Money Back, int DaysMin, int DaysMax, DateTimeOffset? AcceptBy, DateTimeOffset? ShippedAt, DateTimeOffset? DeliveredAt, bool IsMissed,
        IReadOnlyList<TrackedParcel> Parcels, bool CallsFirst, bool MayBeCancelled, bool MayBeConfirmed, bool MayBeMissed, bool MayBeReturned, IReadOnlyList<LineView> Lines, IReadOnlyList<RefundView> Refunds, IReadOnlyList<ReturnView> Returns)
    {
        /// <summary>When it is sent where it waits for a harvest; null else, and once it is on its way.</summary>
        public SendWindow? Window { get; init; }

        /// <summary>The days between which it is usually there; null until it is sent.</summary>
        public (DateOnly From, DateOnly By)? Usually { get; init; }

        /// <summary>Whether it should have been sent by now.</summary>
        public bool IsLate { get; init; }

        /// <summary>What she is to pay for it in cash when it comes; null where nothing is.</summary>
        public Money? Cash { get; init; }

        /// <summary>Whether it has a receipt to open.</summary>
        public bool HasReceipt { get; init; }
    }

    /// <summary>What the cooperative gives back after the part arrived.</summary>
    internal sealed record RefundView(DateTimeOffset At, Money Amount, string Reason);

    /// <summary>What the buyer sends back, or asked to.</summary>
    /// <param name="What">In one line.</param>
    /// <param name="Ending">Why nothing or less was given back, or what the market said that settled it; empty else.</param>
    internal sealed record ReturnView(ReturnId Id, ReturnState State, ReturnReason Reason, DateTimeOffset At, string What, string Answer, DateTimeOffset? RefundBy, string Ending)
    {
        /// <summary>What she wrote; empty where nothing.</summary>
        public string Words { get; init; } = "";
    }

    internal sealed record LineView(string Slug, string Product, string Variant, int Quantity, int Declined, string DeclineReason, Money Price, int? ReadyInDays)
    {
        /// <summary>When it is sent where it was ordered ahead; null else.</summary>
        public SendWindow? Window { get; init; }

        /// <summary>Whether its product has a page still.</summary>
        public bool IsShown { get; init; }

        /// <summary>What of it was called back; none as a rule.</summary>
        public IReadOnlyList<RecalledPieces> Recalled { get; init; } = [];

        /// <summary>The line's id where it arrived, so that she can say how it was; null else.</summary>
        public OrderLineId? Arrived { get; init; }
    }
}
