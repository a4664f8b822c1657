using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Desk;

/// <summary>One order as its cooperative sees it: her own part and no other.</summary>
internal static class OrderAtDesk
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, string Code) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Any;
    }

    /// <param name="Note">What the buyer wrote; empty where there is nothing.</param>
    /// <param name="Goods">The price of what is left.</param>
    /// <param name="Fee">The market's fee on what is left.</param>
    /// <param name="Owed">What the buyer gets back for what was declined; nothing for cash on delivery.</param>
    /// <param name="Refunds">What was given back after it arrived, the latest first.</param>
    /// <param name="Refundable">What can still be given back of the delivery.</param>
    /// <param name="MayRefund">Whether something of it can be given back by the market.</param>
    /// <param name="Parcels">What it was sent in, in the order in which it left; none before.</param>
    /// <param name="CallsFirst">Whether she calls the buyer before she accepts.</param>
    /// <param name="From">The cooperative, as the sender.</param>
    /// <param name="IsTakenBack">Whether the bank took back what the buyer had paid.</param>
    /// <param name="Returns">What the buyer sends back, or asked to.</param>
    internal sealed record View(
        SellerOrderId Part, string Code, SellerOrderState State, PaymentWay Pays, DeliveryWay Way, Recipient To, DeliveryAddress Address, string Note, InvoiceWish Invoice, IReadOnlyList<Line> Lines,
        Money Goods, Money Delivery, Money Fee, Money Owed, IReadOnlyList<Refund> Refunds, Money Refundable, bool MayRefund, IReadOnlyList<SentParcel> Parcels, bool CallsFirst, Times At, CoopCard From, bool IsTakenBack, IReadOnlyList<Back> Returns, DateTimeOffset Now)
    {
        /// <summary>The buyer's, in which she is written to.</summary>
        public string Language { get; init; } = "";

        /// <summary>The buyer's phone where she has no e-mail, so that somebody calls her; null else.</summary>
        public string? CallInstead { get; init; }

        /// <summary>The key of what is said after she was told of something: where she has no e-mail, to call her.</summary>
        public string Told(string key) => CallInstead is null ? key : "desk.told.call";

        /// <summary>What the buyer pays for it in the end, goods and delivery.</summary>
        public required Money Kept { get; init; }

        /// <summary>The market's fee on what is sold in the end.</summary>
        public required Money FeeInTheEnd { get; init; }

        /// <summary>Since when the buyer's bank disputes the payment, and until when the gateway takes proof against that, UTC; null while it doesn't or named no moment.</summary>
        public (DateTimeOffset? At, DateTimeOffset? ProofBy) Dispute { get; init; }

        /// <summary>Whether its carrier pays the cash that it collects to the market.</summary>
        public bool IsCashForMarket { get; init; }

        /// <summary>When it is to be sent where it waits for a harvest; null else, and once it is on its way.</summary>
        public SendWindow? Window { get; init; }

        /// <summary>Whether there are lots out of which some of it may be packed.</summary>
        public bool HasLots { get; init; }

        /// <summary>What customs want to know; null where it stays in the country, is fetched, or is done.</summary>
        public DeskCustoms? Customs { get; init; }

        /// <summary>Whether something of it is sold, so that an invoice can be drafted.</summary>
        public bool HasDraft { get; init; }

        /// <summary>What the carrier collects.</summary>
        public Money Collect => Pays == PaymentWay.CashOnDelivery ? Goods + Delivery : Money.Zero(Goods.Currency);

        /// <summary>Whether something of it can still be declined.</summary>
        public bool MayDecline => State is SellerOrderState.ToAccept or SellerOrderState.ToPack or SellerOrderState.Packed;
    }

    /// <param name="Left">How many are to be sent.</param>
    /// <param name="Refundable">What can still be given back of it.</param>
    internal sealed record Line(OrderLineId Id, LocalizedText Product, LocalizedText Variant, int Quantity, int Left, string Reason, Money UnitPrice, Money GoodsLeft, Money Refundable, int? ReadyInDays)
    {
        /// <summary>When it is to be sent where it was ordered ahead; null else.</summary>
        public SendWindow? Window { get; init; }

        /// <summary>The numbers of the lots that it is of, with how many of each; none where nobody knows.</summary>
        public IReadOnlyList<LotOfLine> Lots { get; init; } = [];
    }

    /// <param name="Amount">What the buyer gets.</param>
    /// <param name="Fee">What the market gives up of its fee.</param>
    internal sealed record Refund(DateTimeOffset At, Money Amount, Money Fee, string Reason);

    /// <param name="Words">What the buyer wrote; may be empty.</param>
    /// <param name="Due">What she gets for it.</param>
    /// <param name="RefundBy">By when the law wants her money back, UTC; null where she asked.</param>
    /// <param name="Ending">Why nothing or less was given back, or what an admin said who settled it; empty else.</param>
    internal sealed record Back(
        ReturnId Id, ReturnState State, ReturnReason Reason, DateTimeOffset At, string Words, string Answer, bool IsAnswered, string Number, Money Due, DateTimeOffset? RefundBy, string Ending,
        IReadOnlyList<Line> Lines);

    /// <summary>When it came to each step, UTC; null where it has not. And by which day it is to be sent, as <see cref="Parcel.SendBy"/>.</summary>
    internal sealed record Times(
        DateTimeOffset Placed, DateTimeOffset? AcceptBy, DateTimeOffset? Accepted, DateTimeOffset? Packed, DateTimeOffset? Shipped, DateTimeOffset? Delivered, DateTimeOffset? Ended, DateTimeOffset? Missed, DateTimeOffset? Readdressed, DateOnly? SendBy);

    internal sealed class Handler(MarketReads reads, Cooperatives cooperatives, BuyersToTell buyers, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (!PublicCode.TryParse(query.Code, out var code))
                return null;
            var order = await reads.Of<Order>().AsSplitQuery().FirstOrDefaultAsync(o => o.Code == code.Value, cancellationToken);
            var part = order?.Parts.SingleOrDefault(p => p.Cooperative == query.Cooperative);
            if (order is null || part?.ToAcceptAt is null)
                return null;
            var from = await cooperatives.OneAsync(query.Cooperative, cancellationToken);
            var paid = await reads.Of<Payment>().FirstOrDefaultAsync(p => p.Order == order.Id, cancellationToken);
            var returns = await reads.Of<Return>().Where(r => r.SellerOrder == part.Id).OrderBy(r => r.AskedAt).ToListAsync(cancellationToken);
            var lots = await DeskLots.OfAsync(reads, part, cancellationToken);
            var shown = Shown(order, part, from!, paid?.State == PaymentState.TakenBack, returns, time.Now());
            return shown with { CallInstead = await buyers.CallInsteadAsync(order, cancellationToken), Dispute = (paid?.DisputedAt, paid?.ProofBy), HasLots = lots.Any, Customs = await DeskCustoms.OfAsync(reads, order, part, cancellationToken), Lines = [.. shown.Lines.Select(l => l with { Lots = [.. lots.Lines[l.Id]] })] };
        }

        private static View Shown(Order order, SellerOrder part, CoopCard from, bool isTakenBack, List<Return> returns, DateTimeOffset now)
        {
            var nothing = Money.Zero(part.Goods.Currency);
            var declined = part.Goods - part.GoodsLeft + (part.State == SellerOrderState.Declined ? part.Delivery : nothing);
            return new(
                part.Id, order.Code, part.State, order.Way, part.Way, order.To, order.Address, order.Note, order.Invoice,
                [.. part.Lines.OrderBy(l => l.Position).Select(l => Of(part, l, l.Quantity))],
                part.GoodsLeft, part.Delivery, part.FeeLeft, order.Way == PaymentWay.CashOnDelivery ? nothing : declined,
                [.. part.Refunds.GroupBy(r => (r.GrantedAt, r.Reason)).OrderByDescending(g => g.Key.GrantedAt).Select(g => new Refund(g.Key.GrantedAt, Money.Sum(g.Select(r => r.Amount)), Money.Sum(g.Select(r => r.Fee)), g.Key.Reason))],
                part.Refundable(null), order.Way != PaymentWay.CashOnDelivery && part.MayBeRefunded,
                part.Parcels, part.CallsFirst && part.State == SellerOrderState.ToAccept,
                new(order.PlacedAt, part.AcceptBy, part.AcceptedAt, part.PackedAt, part.ShippedAt, part.DeliveredAt, part.EndedAt, part.NotArrivedAt, order.ReaddressedAt >= part.ToAcceptAt ? order.ReaddressedAt : null, part.DayToSend), from, isTakenBack,
                [.. returns.Select(r => new Back(
                    r.Id, r.State, r.Reason, r.AskedAt, r.Words, r.Answer, r.AnsweredAt is not null, r.Number, r.IsOpen ? Money.Sum(order.DueFor(r, returns).Select(d => d.Amount), part.Goods.Currency) : nothing, r.RefundBy, r.Ending,
                    [.. r.Lines.Select(l => Of(part, part.Line(l.Line), l.Quantity))]))], now)
            {
                IsCashForMarket = part.IsCashForMarket,
                Kept = part.Kept(order.Way),
                FeeInTheEnd = part.FeeInTheEnd,
                Window = part.WindowAhead,
                HasDraft = DraftXml.IsOf(order, part),
                Language = order.Language,
            };
        }

        private static Line Of(SellerOrder part, OrderLine line, int quantity)
            => new(line.Id, line.ProductName, line.VariantName, quantity, line.Left, line.DeclineReason, line.UnitPrice, line.GoodsLeft, part.Refundable(line.Id), line.ReadyInDays) { Window = line.Window };
    }
}
