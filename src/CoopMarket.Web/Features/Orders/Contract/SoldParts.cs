using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>What was ordered in a period, as files for a spreadsheet. Unpaid orders are not in it: no cooperative ever saw them.</summary>
internal sealed class SoldParts(MarketDb db, Words words)
{
    /// <summary>The longest period of one file, in days.</summary>
    public const int MostDays = 366;

    /// <summary>Whether it is a period of one file: in order, and not too long.</summary>
    public static bool IsPeriod(DateOnly from, DateOnly to) => from <= to && to.DayNumber - from.DayNumber < MostDays;

    /// <summary>The file, with its mark for spreadsheets; amounts in đồng.</summary>
    /// <param name="of">Whose parts; null for everybody's, which then name the cooperative and tell nothing of buyers.</param>
    /// <param name="sheet">One row for each part, or for each line.</param>
    /// <param name="from">The first day on which they were ordered, in Vietnam.</param>
    /// <param name="to">The last.</param>
    public async Task<byte[]> FileAsync(CooperativeId? of, SoldSheet sheet, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (begin, end) = (VietnamDay.Begin(from), VietnamDay.End(to));
        var orders = await db.Set<Order>().AsNoTracking().AsSplitQuery()
            .Where(o => o.PlacedAt >= begin && o.PlacedAt < end && o.Parts.Any(p => p.ToAcceptAt != null && (of == null || p.Cooperative == of)))
            .OrderBy(o => o.PlacedAt).ThenBy(o => o.Id).ToListAsync(cancellationToken);
        var parts = orders.SelectMany(o => o.Parts.Where(p => p.ToAcceptAt is not null && (of is null || p.Cooperative == of)).OrderBy(p => p.Position).Select(p => (Order: o, Part: p)));
        var rows = sheet == SoldSheet.Lines
            ? parts.SelectMany(s => s.Part.Lines.OrderBy(l => l.Position).Select(l => Begin(s.Order, s.Part, of).Concat(OfLine(s.Part, l))))
            : parts.Select(s => Begin(s.Order, s.Part, of).Concat(OfPart(s.Order, s.Part)).Concat(of is null ? [] : OfBuyer(s.Order)));
        IEnumerable<string> head = of is null ? ["code", "placed", "cooperative", "state"] : ["code", "placed", "state"];
        head = sheet == SoldSheet.Lines ? head.Concat(["product", "size", "quantity", "declined", "price", "goods", "given-back"])
            : head.Concat(["way", "delivered", "goods", "delivery", "back", "kept", "fee"])
                .Concat(of is null ? [] : ["name", "phone", "address", "invoice-name", "invoice-tax-code", "invoice-address", "invoice-email"]);
        return CsvFile.Of([.. head.Select(k => words["orders.file." + k])], rows.Select(r => (IReadOnlyList<object>)[.. r]));
    }

    private IEnumerable<object> Begin(Order order, SellerOrder part, CooperativeId? of)
    {
        IEnumerable<object> begin = [order.Code, VietnamDay.Of(order.PlacedAt).ToString("O")];
        return (of is null ? begin.Append(part.CooperativeName.In(Languages.Current)) : begin).Append(words["desk.state." + part.State]);
    }

    private IEnumerable<object> OfPart(Order order, SellerOrder part) =>
    [
        words["desk.way." + order.Way], part.DeliveredAt is { } at ? VietnamDay.Of(at).ToString("O") : "",
        part.Goods.Minor, part.Delivery.Minor, part.Back(order.Way).Minor, part.Kept(order.Way).Minor, part.FeeInTheEnd.Minor,
    ];

    private static IEnumerable<object> OfBuyer(Order order) =>
    [
        order.To.Name, Show.Phone(order.To.Phone),
        order.Address.Row(order.Address.Country),
        order.Invoice.Name, order.Invoice.TaxCode, order.Invoice.Address, order.Invoice.Email,
    ];

    private static IEnumerable<object> OfLine(SellerOrder part, OrderLine line) =>
    [
        line.ProductName.In(Languages.Current), line.VariantName.In(Languages.Current), (long)line.Quantity, (long)(part.IsCalledOff ? line.Quantity : line.Declined), line.UnitPrice.Minor,
        part.IsCalledOff ? 0L : line.GoodsLeft.Minor, part.Refunds.Where(r => r.Line == line.Id).Sum(r => r.Amount.Minor),
    ];
}

/// <summary>What a row of a file of orders is.</summary>
internal enum SoldSheet
{
    Orders,
    Lines,
}
