using System.Runtime.CompilerServices;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Parts of orders, for the copy of the cooperative that they are: never what else the buyer ordered, and nothing that was not paid and that the desk never saw.</summary>
internal sealed class DataOfOrders(MarketReads reads) : ICooperativeData
{
    public IEnumerable<DataSheet> SheetsOf(CooperativeId cooperative) =>
    [
        DataSheet.Of(
            DataKind.Orders, typeof(SellerOrder), Seen(cooperative).OrderBy(s => s.Order.PlacedAt).ThenBy(s => s.Part.Id).Select(s => new
            {
                s.Part, s.Order.Code, s.Order.PlacedAt, s.Order.PaidAt, Pays = s.Order.Way, s.Order.To.Name, s.Order.To.Phone, s.Order.Address, s.Order.Note, s.Order.Invoice,
            }).AsAsyncEnumerable(), [],
            ("id", s => s.Part.Id), ("code", s => s.Code), ("placedAt", s => s.PlacedAt), ("paidAt", s => s.PaidAt), ("state", s => s.Part.State),
            ("pays", s => s.Pays), ("deliveryWay", s => s.Part.Way), ("goods", s => s.Part.Goods), ("delivery", s => s.Part.Delivery),
            ("total", s => s.Part.Total), ("backToBuyer", s => s.Part.Back(s.Pays)), ("kept", s => s.Part.Kept(s.Pays)),
            ("feeBasisPoints", s => s.Part.FeeBasisPoints), ("fee", s => s.Part.FeeInTheEnd), ("sendFrom", s => s.Part.SendFrom), ("sendBy", s => s.Part.SendBy),
            ("toAcceptAt", s => s.Part.ToAcceptAt), ("acceptedAt", s => s.Part.AcceptedAt), ("packedAt", s => s.Part.PackedAt),
            ("shippedAt", s => s.Part.ShippedAt), ("deliveredAt", s => s.Part.DeliveredAt), ("endedAt", s => s.Part.EndedAt),
            ("notArrivedAt", s => s.Part.NotArrivedAt), ("name", s => s.Name), ("phone", s => s.Phone), ("country", s => s.Address.Country),
            ("province", s => s.Address.Province), ("commune", s => s.Address.Commune), ("street", s => s.Address.Street), ("postcode", s => s.Address.Postcode),
            ("note", s => s.Note), ("invoiceName", s => s.Invoice.Name), ("invoiceTaxCode", s => s.Invoice.TaxCode), ("invoiceAddress", s => s.Invoice.Address),
            ("invoiceEmail", s => s.Invoice.Email)),
        DataSheet.Of(
            DataKind.OrderLines, typeof(OrderLine), (from s in Seen(cooperative)
             join l in reads.Of<OrderLine>() on s.Part.Id equals l.SellerOrderId
             orderby s.Order.PlacedAt, l.SellerOrderId, l.Position
             select new { s.Order.Code, Line = l }).AsAsyncEnumerable(), ["productName", "sizeName"],
            ("id", l => l.Line.Id), ("code", l => l.Code), ("order", l => l.Line.SellerOrderId), ("position", l => l.Line.Position),
            ("product", l => l.Line.Product), ("size", l => l.Line.Variant), ("productName", l => l.Line.ProductName), ("sizeName", l => l.Line.VariantName),
            ("unitPrice", l => l.Line.UnitPrice), ("quantity", l => l.Line.Quantity), ("declined", l => l.Line.Declined),
            ("declineReason", l => l.Line.DeclineReason), ("goods", l => l.Line.Goods), ("goodsLeft", l => l.Line.GoodsLeft), ("fee", l => l.Line.Fee),
            ("vatClass", l => l.Line.Vat), ("vatBasisPoints", l => l.Line.VatBasisPoints), ("readyInDays", l => l.Line.ReadyInDays),
            ("sendFrom", l => l.Line.SendFrom), ("sendBy", l => l.Line.SendBy)),
        DataSheet.Of(
            DataKind.Parcels, typeof(FurtherParcel), ParcelsAsync(cooperative), [],
            ("code", p => p.Code), ("order", p => p.Order), ("carrier", p => p.Carrier), ("number", p => p.Number)),
        DataSheet.Of(
            DataKind.Refunds, typeof(PartRefund), (from s in Seen(cooperative)
             join r in reads.Of<PartRefund>() on s.Part.Id equals r.SellerOrderId
             orderby r.GrantedAt, r.Id
             select new { s.Order.Code, Refund = r }).AsAsyncEnumerable(), [],
            ("id", r => r.Refund.Id), ("code", r => r.Code), ("order", r => r.Refund.SellerOrderId), ("orderLine", r => r.Refund.Line),
            ("amount", r => r.Refund.Amount), ("feeGivenBack", r => r.Refund.Fee), ("reason", r => r.Refund.Reason), ("grantedAt", r => r.Refund.GrantedAt)),
        DataSheet.Of(
            DataKind.Returns, typeof(Return), (from s in Seen(cooperative)
             join r in reads.Of<Return>() on s.Part.Id equals r.SellerOrder
             where r.Cooperative == cooperative
             orderby r.AskedAt, r.Id
             select new { s.Order.Code, Return = r }).AsAsyncEnumerable(), [],
            ("id", r => r.Return.Id), ("code", r => r.Code), ("order", r => r.Return.SellerOrder), ("reason", r => r.Return.Reason),
            ("words", r => r.Return.Words), ("state", r => r.Return.State), ("askedAt", r => r.Return.AskedAt), ("answer", r => r.Return.Answer),
            ("answeredAt", r => r.Return.AnsweredAt), ("sentAt", r => r.Return.SentAt), ("parcelNumber", r => r.Return.Number), ("ending", r => r.Return.Ending),
            ("endedAt", r => r.Return.EndedAt)),
        DataSheet.Of(
            DataKind.ReturnLines, typeof(ReturnLine), (from r in reads.Of<Return>()
             where r.Cooperative == cooperative
             orderby r.AskedAt, r.Id
             from l in r.Lines
             select new { Return = r.Id, l.Line, l.Quantity }).AsAsyncEnumerable(), [],
            ("return", l => l.Return), ("orderLine", l => l.Line), ("quantity", l => l.Quantity)),
    ];

    private async IAsyncEnumerable<Parcel> ParcelsAsync(CooperativeId cooperative, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var parts = Seen(cooperative).OrderBy(s => s.Order.PlacedAt).ThenBy(s => s.Part.Id).Select(s => new { s.Order.Code, s.Part });
        await foreach (var s in parts.AsAsyncEnumerable().WithCancellation(cancellationToken))
            foreach (var parcel in s.Part.Parcels)
                yield return new(s.Code, s.Part.Id, parcel.Carrier, parcel.Number);
    }

    private IQueryable<Sold> Seen(CooperativeId cooperative)
        => from p in reads.Of<SellerOrder>()
           join o in reads.Of<Order>() on p.OrderId equals o.Id
           where p.Cooperative == cooperative && p.ToAcceptAt != null
           select new Sold { Part = p, Order = o };

    /// <summary>A part with its order, of which only what concerns the part is read.</summary>
    private sealed class Sold
    {
        public required SellerOrder Part { get; init; }

        public required Order Order { get; init; }
    }

    private sealed record Parcel(string Code, SellerOrderId Order, Carrier Carrier, string Number);
}
