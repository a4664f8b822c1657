using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>
/// What a buyer got from one seller and what she paid for it, to print and keep. Made anew from the order at every opening, so that
/// what was declined or given back since is in it. It is no VAT invoice and says so.
/// </summary>
internal static class Receipt
{
    /// <param name="Number">Of the part in the order, from 1.</param>
    internal sealed record Query(Actor Actor, string OrderCode, string? OrderSecret, int Number) : IQuery<View?>, IForGuestOf;

    /// <param name="Code">Of the order.</param>
    /// <param name="Total">Goods and delivery as ordered.</param>
    /// <param name="Back">What is given back or needn't be paid.</param>
    /// <param name="Kept">What it costs in the end.</param>
    /// <param name="IsCalledOff">Whether nothing of it is sold.</param>
    /// <param name="PaidAt">When the buyer paid for it, UTC; null where she has not.</param>
    /// <param name="IsTakenBack">Whether the bank took back what she had paid.</param>
    internal sealed record View(
        string Code, int Number, Maker Seller, string Buyer, InvoiceWish Invoice, DateTimeOffset PlacedAt, DateTimeOffset? DeliveredAt, PaymentWay Way, DateTimeOffset? PaidAt,
        bool IsTakenBack, DeliveryWay Travels, Money Delivery, Money Total, Money Back, Money Kept, bool IsCalledOff, IReadOnlyList<Line> Lines, IReadOnlyList<Given> Refunds)
    {
        /// <summary>The tax inside what it costs in the end, by rate; nothing of what nobody said how it is taxed.</summary>
        public IReadOnlyList<VatRateSum> Vat { get; init; } = [];

        /// <summary>Its share of what the card was charged; the total itself where that was in đồng.</summary>
        public Money Charged { get; init; }

        /// <summary>At which rate.</summary>
        public ExchangeTerms Terms { get; init; } = ExchangeTerms.None;
    }

    /// <param name="LegalName">The name on the registration; empty where the seller is gone.</param>
    /// <param name="TaxCode">Empty where it is unknown, and where it is a person's own number.</param>
    /// <param name="Phone">E.164; empty where the seller is gone.</param>
    internal sealed record Maker(LocalizedText Name, string LegalName, string TaxCode, string Address, string Phone);

    internal sealed record Line(LocalizedText Product, LocalizedText Size, int Quantity, int Declined, Money UnitPrice, Money Goods);

    /// <summary>What was given back after it arrived.</summary>
    internal sealed record Given(DateTimeOffset At, Money Amount);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var code = PublicCode.Parse(query.OrderCode).Value;
            var order = await reads.Of<Order>().AsSplitQuery().FirstAsync(o => o.Code == code, cancellationToken);
            var part = order.Parts.SingleOrDefault(p => p.Position == query.Number - 1);
            if (part is not { HasReceipt: true })
                return null;
            var isTakenBack = await reads.Of<Payment>().AnyAsync(p => p.Order == order.Id && p.State == PaymentState.TakenBack, cancellationToken);
            return new(
                order.Code, query.Number, await SellerAsync(part, cancellationToken), order.To.Name, order.Invoice, order.PlacedAt, part.DeliveredAt, order.Way,
                order.Way == PaymentWay.CashOnDelivery ? part.DeliveredAt : order.PaidAt, isTakenBack, part.Way, part.Delivery, part.Total, part.Back(order.Way), part.Kept(order.Way), part.IsCalledOff,
                [.. part.Lines.OrderBy(l => l.Position).Select(l => new Line(l.ProductName, l.VariantName, l.Quantity, l.Declined, l.UnitPrice, l.Goods))],
                [.. part.Refunds.GroupBy(r => r.GrantedAt).OrderBy(g => g.Key).Select(g => new Given(g.Key, Money.Sum(g.Select(r => r.Amount))))])
            {
                Vat = PartVat.Of(part, order.Way).Sums,
                Charged = part.Charged,
                Terms = order.Terms,
            };
        }

        private async Task<Maker> SellerAsync(SellerOrder part, CancellationToken cancellationToken)
        {
            var seller = await reads.Of<Cooperative>().FirstOrDefaultAsync(c => c.Id == part.Cooperative, cancellationToken);
            if (seller is null)
                return new(part.CooperativeName, "", "", "", "");
            var place = string.Join(", ", new[] { seller.Village, seller.Commune, Places.FindProvince(seller.Province)?.Name ?? "" }.Where(p => p.Length > 0));
            // A household's code is its owner's personal id: that is for the tax office, not for every buyer.
            return new(part.CooperativeName, seller.LegalName, seller.Kind.IsPerson() ? "" : seller.TaxCode, place, seller.Phone);
        }
    }
}
