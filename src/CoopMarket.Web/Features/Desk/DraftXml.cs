using System.Reflection;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;

namespace CoopMarket.Web.Features.Desk;

/// <summary>
/// The data part of an e-invoice for one part of an order, in the public structure (Circular 91/2026, article 3), to be taken over by the
/// cooperative's own provider. Prices are the buyer's, tax included; which rate each thing bears is for the cooperative and its accountant
/// to add. It is a draft: without form, series, number, signature and code, and it says so in three places.
/// </summary>
internal static class DraftXml
{
    /// <summary>What no reader may miss.</summary>
    public const string Warning = "BẢN NHÁP, KHÔNG PHẢI HÓA ĐƠN. Chưa có thuế suất, ký hiệu, số và chữ ký: bên bán lập hóa đơn bằng dịch vụ của mình.";

    private const string Version = "2.1.0";

    private static readonly Lazy<XmlSchemaSet> Schema = new(() =>
    {
        using var file = XmlReader.Create(Assembly.GetExecutingAssembly().GetManifestResourceStream("Desk/draft-invoice")!);
        XmlSchemaSet schemas = new();
        schemas.Add(null, file);
        schemas.Compile();
        return schemas;
    });

    /// <summary>The draft; null where nothing of the part is sold.</summary>
    /// <exception cref="XmlSchemaValidationException">What was written does not fit its own schema.</exception>
    public static XDocument? Of(Order order, SellerOrder part, Cooperative seller)
    {
        var lines = Lines(order, part).ToList();
        if (lines.Count == 0)
            return null;
        XDocument draft = new(
            new XDeclaration("1.0", "utf-8", null),
            new XComment($" {Warning} / DRAFT, NOT A LEGAL INVOICE "),
            new XElement("HDon", new XElement("DLHDon", new XAttribute("Id", $"NHAP-{order.Code}-{part.Position + 1}"),
                new XElement("TTChung",
                    new XElement("PBan", Version), new XElement("THDon", "Bản nháp hóa đơn"),
                    part.DeliveredAt is { } at ? new XElement("NLap", Show.Day(at).ToString("O")) : null,
                    new XElement("DVTTe", "VND"), new XElement("TGia", "1"), new XElement("HTTToan", Paid(order.Way)),
                    new XElement("TTKhac", Told("Bản nháp", Warning), Told("Mã đơn hàng", order.Code))),
                new XElement("NDHDon",
                    new XElement("NBan", new XElement("Ten", Clean(seller.LegalName)), Maybe("MST", seller.TaxCode), Maybe("DChi", Place(seller)), Maybe("SDThoai", seller.Phone)),
                    new XElement("NMua",
                        Maybe("Ten", order.Invoice.Name), Maybe("MST", order.Invoice.TaxCode), Maybe("DChi", order.Invoice.IsAsked ? order.Invoice.Address : Place(order.Address)),
                        new XElement("HVTNMHang", Clean(order.To.Name)), Maybe("DCTDTu", order.Invoice.Email.Length > 0 ? order.Invoice.Email : order.To.Email)),
                    new XElement("DSHHDVu", lines.Select((line, i) => line.Xml(i + 1))),
                    new XElement("TToan", new XElement("TgTTTBSo", lines.Sum(l => l.Amount)), new XElement("TgTTTBChu", DongInWords.Of(lines.Sum(l => l.Amount))))))));
        draft.Validate(Schema.Value, null);
        return draft;
    }

    private static IEnumerable<Line> Lines(Order order, SellerOrder part)
    {
        if (!part.IsCalledOff)
        {
            foreach (var line in part.Lines.OrderBy(l => l.Position))
                if (part.Refundable(line.Id).Minor is > 0 and var amount)
                    yield return new(line.ProductName.In("vi"), line.VariantName.In("vi"), line.Left, line.UnitPrice.Minor, amount);
        }

        var delivery = part.IsCalledOff ? part.Kept(order.Way).Minor : part.Refundable(null).Minor;
        if (delivery > 0)
            yield return new("Cước giao hàng", "", 1, part.Delivery.Minor, delivery);
    }

    private static string Paid(PaymentWay way) => way switch
    {
        PaymentWay.CashOnDelivery => "Tiền mặt",
        PaymentWay.Card => "Thẻ",
        _ => "Chuyển khoản",
    };

    private static XElement Told(string name, string what) => new("TTin", new XElement("TTruong", name), new XElement("KDLieu", "string"), new XElement("DLieu", what));

    private static XElement? Maybe(string name, string text) => Clean(text) is { Length: > 0 } clean ? new(name, clean) : null;

    private static string Place(Cooperative seller)
        => string.Join(", ", new[] { seller.Village, seller.Commune, Places.FindProvince(seller.Province)?.FullName ?? "" }.Where(p => p.Length > 0));

    private static string Place(DeliveryAddress to)
        => string.Join(", ", new[] { to.Street, to.Commune, Places.FindProvince(to.Province)?.FullName ?? to.Province, to.Postcode, to.Country == "VN" ? "" : to.Country }.Where(p => p.Length > 0));

    // A few characters that people may type can't stand in XML.
    private static string Clean(string text)
        => string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString())).Trim();

    /// <param name="Amount">What of it is sold in the end, in đồng; less than its price where some was given back.</param>
    private sealed record Line(string Name, string Unit, int Quantity, long Price, long Amount)
    {
        private long Less => (Quantity * Price) - Amount;

        public XElement Xml(int number) => new("HHDVu",
            new XElement("TChat", "1"), new XElement("STT", number), new XElement("THHDVu", Clean(Name)), Maybe("DVTinh", Unit), new XElement("SLuong", Quantity), new XElement("DGia", Price),
            Less > 0 ? new XElement("STCKhau", Less) : null, new XElement("ThTien", Amount));
    }
}
