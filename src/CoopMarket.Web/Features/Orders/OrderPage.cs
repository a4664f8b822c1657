using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>An order as its buyer sees it.</summary>
internal static class OrderPage
{
    internal sealed record Query(Actor Actor, string OrderCode, string? OrderSecret) : IQuery<View?>, IForGuestOf;

    /// <param name="Open">What is still to be paid; zero when nothing is.</param>
    /// <param name="TakenBack">What of the order's money the bank took back; zero where it didn't.</param>
    /// <param name="Surplus">What came in and still goes back, as the order does not need it.</param>
    /// <param name="ByBank">What goes back by the bank, and the account that she told for it.</param>
    /// <param name="Link">Opens the order without signing in, to keep and share.</param>
    /// <param name="IsMine">Whether it stands in the reader's account.</param>
    internal sealed record View(
        string Code, OrderState State, PaymentWay Way, Recipient To, DeliveryAddress Address, string Note, Money Goods, Money Delivery, Money Total, Money Open, Money TakenBack, Money Surplus, BankBack ByBank,
        DateTimeOffset PlacedAt, DateTimeOffset? PayBy, DateTimeOffset? PaidAt, string Link, bool IsMine, IReadOnlyList<PartView> Parts);

    /// <param name="Back">What the buyer gets back or needn't pay of it.</param>
    /// <param name="Tracking">Where it can be followed; null where it can't.</param>
    internal sealed record PartView(
        SellerOrderId Id, CooperativeId Cooperative, string Slug, int BandTurn, string Name, string Where, string Phone, SellerOrderState State, DeliveryWay Way,
        Money Delivery, Money Back, int DaysMin, int DaysMax, DateTimeOffset? AcceptBy, DateTimeOffset? ShippedAt, DateTimeOffset? DeliveredAt, bool IsMissed,
        string Carrier, string ParcelNumber, Uri? Tracking, bool MayBeCancelled, bool MayBeConfirmed, bool MayBeMissed, IReadOnlyList<LineView> Lines, IReadOnlyList<RefundView> Refunds);

    /// <summary>What the cooperative gives back after the part arrived.</summary>
    internal sealed record RefundView(DateTimeOffset At, Money Amount, string Reason);

    internal sealed record LineView(string Slug, string Product, string Variant, int Quantity, int Declined, string DeclineReason, Money Price, int? ReadyInDays);

    internal sealed class Handler(MarketDb db, Cooperatives cooperatives, Tills tills, RefundsDue refunds, Balances balances, OrderSecrets secrets, TimeProvider time) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var code = PublicCode.Parse(query.OrderCode).Value;
            var order = await db.Set<Order>().AsNoTracking().AsSplitQuery().FirstAsync(o => o.Code == code, cancellationToken);
            var coops = await cooperatives.ManyAsync(order.Parts.Select(p => p.Cooperative), cancellationToken);
            var till = await tills.StateAsync(order.Id, cancellationToken);
            var taken = till?.State == PaymentState.TakenBack;
            return new(
                order.Code, order.State, order.Way, order.To, order.Address, order.Note,
                Money.Sum(order.Parts.Select(p => p.Goods)), Money.Sum(order.Parts.Select(p => p.Delivery)), order.Total,
                order.State == OrderState.AwaitingPayment ? till?.Open ?? order.Total : taken ? await balances.OwedByBuyerAsync(order.Id, cancellationToken) : Money.Zero(order.Total.Currency),
                taken ? till!.Expected - till.Paid : Money.Zero(order.Total.Currency),
                await refunds.SurplusAsync(order.Id, cancellationToken), await refunds.ByBankAsync(order.Id, cancellationToken),
                order.PlacedAt, order.PayBy, order.PaidAt, await secrets.LinkAsync(order.Id, cancellationToken),
                order.Buyer is { } buyer && buyer == query.Actor.Person,
                [.. order.Parts.OrderBy(p => p.Position).Select(p => Of(p, coops.GetValueOrDefault(p.Cooperative)))]);
        }

        private PartView Of(SellerOrder part, CoopCard? coop)
        {
            var language = Hosting.Languages.Current;
            var calledOff = part.State is SellerOrderState.Declined or SellerOrderState.Cancelled or SellerOrderState.Refused;
            return new(
                part.Id, part.Cooperative, coop?.Slug ?? "", coop?.BandTurn ?? 0, part.CooperativeName.In(language),
                coop is null ? "" : string.Join(", ", new[] { coop.Village, coop.Commune }.Where(p => p.Length > 0)), coop?.Phone ?? "",
                part.State, part.Way, part.Delivery, calledOff ? part.Total : part.Goods - part.GoodsLeft + part.Refunded, part.DaysMin, part.DaysMax,
                part.AcceptBy, part.ShippedAt, part.DeliveredAt, part.NotArrivedAt is not null,
                part.Carrier is { } carrier ? TrackingLink.NameOf(carrier) : "", part.ParcelNumber, part.Carrier is { } by ? TrackingLink.For(by, part.ParcelNumber) : null,
                part.MayBeCancelledByBuyer(time.Now()), part.MayBeConfirmed, part.MayBeMissed(time.Now()),
                [.. part.Lines.OrderBy(l => l.Position).Select(l => new LineView(
                    l.Slug, l.ProductName.In(language), l.VariantName.In(language), l.Quantity, l.Declined, l.DeclineReason, l.Goods, l.ReadyInDays))],
                [.. part.Refunds.GroupBy(r => (r.GrantedAt, r.Reason)).OrderBy(g => g.Key.GrantedAt).Select(g => new RefundView(g.Key.GrantedAt, Money.Sum(g.Select(r => r.Amount)), g.Key.Reason))]);
        }
    }
}
