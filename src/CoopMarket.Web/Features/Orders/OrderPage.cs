using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Lots.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Shipping.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>An order as its buyer sees it.</summary>
internal static partial class OrderPage
{
    internal sealed record Query(Actor Actor, string OrderCode, string? OrderSecret) : IQuery<View?>, IForGuestOf;

    /// <param name="Open">What is still to be paid; zero when nothing is.</param>
    /// <param name="TakenBack">What of the order's money the bank took back; zero where it didn't.</param>
    /// <param name="Surplus">What came in and still goes back, as the order does not need it.</param>
    /// <param name="ByBank">What goes back by the bank, and the account that she told for it.</param>
    /// <param name="Link">Opens the order without signing in, to keep and share.</param>
    /// <param name="IsMine">Whether it stands in the reader's account.</param>
    /// <param name="MayWithdraw">Whether the law of the buyer's country lets her withdraw, and its time is not over.</param>
    /// <param name="HasWithdrawn">Whether there is a sheet of what she withdrew from.</param>
    internal sealed record View(
        string Code, OrderState State, PaymentWay Way, Recipient To, DeliveryAddress Address, string Note, InvoiceWish Invoice, Money Goods, Money Delivery, Money Total, Money Open, Money TakenBack, Money Surplus, BankBack ByBank,
        DateTimeOffset PlacedAt, DateTimeOffset? PayBy, DateTimeOffset? PaidAt, string Link, bool IsMine, bool MayWithdraw, bool HasWithdrawn, IReadOnlyList<PartView> Parts)
    {
        /// <summary>What a card is charged for all of it; the total itself where that is in đồng.</summary>
        public Money Charged { get; init; }

        /// <summary>Whether who gets it and where can still be put right.</summary>
        public bool MayBeReaddressed { get; init; }

        /// <summary>What a card is charged for what is still to be paid.</summary>
        public Money OpenCharged { get; init; }

        /// <summary>At which rate.</summary>
        public ExchangeTerms Terms { get; init; } = ExchangeTerms.None;

        /// <summary>What went back to the card so far, in the currency that it was charged in.</summary>
        public Money CardBack { get; init; }
    }

    internal sealed class Handler(MarketDb db, Shelf shelf, RecalledLots lots, Cooperatives cooperatives, Tills tills, RefundsDue refunds, Balances balances, Returns returns, OrderSecrets secrets, Words words, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var code = PublicCode.Parse(query.OrderCode).Value;
            var order = await db.Set<Order>().AsNoTracking().AsSplitQuery().FirstAsync(o => o.Code == code, cancellationToken);
            var coops = await cooperatives.ManyAsync(order.Parts.Select(p => p.Cooperative), cancellationToken);
            var till = await tills.StateAsync(order.Id, cancellationToken);
            var taken = till?.State == PaymentState.TakenBack;
            var recalled = await lots.OfAsync(order.Parts.SelectMany(p => p.Lines).Select(l => l.Id), cancellationToken);
            var shown = (await shelf.ManyAsync(order.Parts.SelectMany(p => p.Lines).Select(l => l.Variant), cancellationToken)).Where(i => i.IsLive).Select(i => i.Product).ToHashSet();
            var back = await returns.OfOrderAsync(order.Id, cancellationToken);
            return new(
                order.Code, order.State, order.Way, order.To, order.Address, order.Note, order.Invoice,
                Money.Sum(order.Parts.Select(p => p.Goods)), Money.Sum(order.Parts.Select(p => p.Delivery)), order.Total,
                order.State == OrderState.AwaitingPayment ? till?.Open ?? order.Total : taken ? await balances.OwedByBuyerAsync(order.Id, cancellationToken) : Money.Zero(order.Total.Currency),
                taken ? till!.Expected - till.Paid : Money.Zero(order.Total.Currency),
                await refunds.SurplusAsync(order.Id, cancellationToken), await refunds.ByBankAsync(order.Id, cancellationToken),
                order.PlacedAt, order.PayBy, order.PaidAt, await secrets.LinkAsync(order.Id, cancellationToken),
                order.Buyer is { } buyer && buyer == query.Actor.Person, order.MayBeWithdrawn(time.Now()) && order.Parts.Any(p => (!p.HasEnded || p.State == SellerOrderState.Delivered) && p.Lines.Any(l => Order.LeftToReturn(l, back) > 0)),
                await db.Set<Withdrawal>().AnyAsync(w => w.Order == order.Id, cancellationToken),
                [.. order.Parts.OrderBy(p => p.Position).Select(p => Of(p, order, [.. back.Where(r => r.SellerOrder == p.Id)], coops.GetValueOrDefault(p.Cooperative), recalled, shown))])
            {
                MayBeReaddressed = order.MayBeReaddressed,
                Charged = order.Charged,
                OpenCharged = till?.OpenCharged ?? order.Charged,
                Terms = order.Terms,
                CardBack = order.Terms.IsForeign ? await refunds.ToCardAsync(order.Id, order.Terms.Currency, cancellationToken) : Money.Zero(order.Charged.Currency),
            };
        }

        private PartView Of(SellerOrder part, Order order, IReadOnlyList<Return> returned, CoopCard? coop, ILookup<OrderLineId, RecalledPieces> recalled, HashSet<ProductId> shown)
        {
            var (language, way) = (Languages.Current, order.Way);
            var mayBeReturned = part.MayBeAskedBack(time.Now()) && part.Lines.Any(l => Order.LeftToReturn(l, returned) > 0);
            return new(
                part.Position + 1, part.Id, part.Cooperative, coop?.Slug ?? "", coop?.BandTurn ?? 0, part.CooperativeName.In(language),
                coop is null ? "" : Where(coop, order.Address.Country), coop?.Phone ?? "",
                part.State, part.Way, part.Delivery, part.Back(way), part.DaysMin, part.DaysMax,
                part.AcceptBy, part.ShippedAt, part.DeliveredAt, part.NotArrivedAt is not null,
                [.. part.Parcels.Select(p => TrackedParcel.Of(p.Carrier, p.Number))], part.CallsFirst && part.State == SellerOrderState.ToAccept,
                part.MayBeCancelled(time.Now(), isHalted: coop?.State != SellerState.Approved), part.MayBeConfirmed, part.MayBeMissed(time.Now()), mayBeReturned,
                [.. part.Lines.OrderBy(l => l.Position).Select(l => new LineView(
                    l.Slug, l.ProductName.In(language), l.VariantName.In(language), l.Quantity, l.Declined, l.DeclineReason, l.Goods, l.ReadyInDays)
                {
                    Window = l.Window,
                    IsShown = coop is { State: SellerState.Approved } && shown.Contains(l.Product),
                    Recalled = [.. recalled[l.Id]],
                    Arrived = part.State == SellerOrderState.Delivered && l.Left > 0 ? l.Id : null,
                })],
                [.. part.Refunds.GroupBy(r => (r.GrantedAt, r.Reason)).OrderBy(g => g.Key.GrantedAt).Select(g => new RefundView(g.Key.GrantedAt, Money.Sum(g.Select(r => r.Amount)), g.Key.Reason))],
                [.. returned.Select(r => new ReturnView(r.Id, r.State, r.Reason, r.AskedAt, What(part, r), r.Answer, r.RefundBy, r.Ending) { Words = r.Words })])
            {
                Window = part.WindowAhead,
                Usually = part is { UsuallyFrom: { } from, UsuallyBy: { } by } ? (from, by) : null,
                IsLate = part.IsLate(time.Now()),
                Cash = way == PaymentWay.CashOnDelivery && !part.HasEnded ? part.Kept(way) : null,
                // What is paid at the door is owed to nobody before the cooperative has said yes.
                HasReceipt = part.HasReceipt && (way != PaymentWay.CashOnDelivery || part.State != SellerOrderState.ToAccept),
            };
        }

        // Where to fetch it, and where to send it back to: from abroad nothing arrives without the province and the country.
        private string Where(CoopCard coop, string buyersCountry)
            => PlaceNames.Row(words.VillageName(coop.Village), coop.Commune, Places.FindProvince(coop.Province)?.Name, buyersCountry == Zones.HomeCountry ? "" : words["countries." + Zones.HomeCountry]);

        private static string What(SellerOrder part, Return back)
            => string.Join(", ", back.Lines.Select(l => $"{l.Quantity} × {part.Line(l.Line).ProductName.In(Languages.Current)}"));
    }
}
