using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>All of a person's orders with everything that is kept of them, for the copy of her data.</summary>
internal static class MyOrdersInFull
{
    internal sealed record Query(Actor Actor) : IQuery<IReadOnlyList<Bought>>, IForPerson;

    /// <param name="To">Who gets the parcels.</param>
    /// <param name="Invoice">Whom a VAT invoice was to be made out to; null where none was asked for.</param>
    /// <param name="RulesVersion">The rules that were agreed to.</param>
    /// <param name="RefundTo">The account that she told for money that goes back; null where she told none, or it was forgotten.</param>
    internal sealed record Bought(
        string Code, DateTimeOffset PlacedAt, DateTimeOffset? PaidAt, OrderState State, PaymentWay PaidBy, Money Total, Recipient To, DeliveryAddress Address, string Note, InvoiceWish? Invoice, string RulesVersion,
        IReadOnlyList<Part> Parts, RefundAccount? RefundTo);

    internal sealed record Part(
        LocalizedText Cooperative, SellerOrderState State, DeliveryWay Delivery, Money DeliveryPrice, DateTimeOffset? ShippedAt, DateTimeOffset? DeliveredAt, IReadOnlyList<SentParcel> Parcels,
        IReadOnlyList<Line> Lines);

    internal sealed record Line(LocalizedText Product, LocalizedText Size, int Quantity, int Declined, Money UnitPrice);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, IReadOnlyList<Bought>>
    {
        public async Task<IReadOnlyList<Bought>> Handle(Query query, CancellationToken cancellationToken)
        {
            var orders = await reads.Of<Order>().Where(o => o.Buyer == query.Actor.Me).OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id)
                .Include(o => o.Parts).ThenInclude(p => p.Lines).AsSplitQuery().ToListAsync(cancellationToken);
            var ids = orders.Select(o => o.Id).ToList();
            var accounts = await reads.Of<RefundAccount>().Where(a => ids.Contains(a.Order)).ToDictionaryAsync(a => a.Order, cancellationToken);
            return [.. orders.Select(o => new Bought(
                o.Code, o.PlacedAt, o.PaidAt, o.State, o.Way, o.Total, o.To, o.Address, o.Note, o.Invoice.IsAsked ? o.Invoice : null, o.Rules,
                [.. o.Parts.OrderBy(p => p.Position).Select(p => new Part(
                    p.CooperativeName, p.State, p.Way, p.Delivery, p.ShippedAt, p.DeliveredAt, p.Parcels,
                    [.. p.Lines.OrderBy(l => l.Position).Select(l => new Line(l.ProductName, l.VariantName, l.Quantity, l.Declined, l.UnitPrice))]))], accounts.GetValueOrDefault(o.Id)))];
        }
    }
}
