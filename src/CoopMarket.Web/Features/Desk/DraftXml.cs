using System.Globalization;
using System.Reflection;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders.Contract;

namespace CoopMarket.Web.Features.Desk;

/// <summary>
/// The data part of an e-invoice for one part of an order, in the public structure (Circular 91/2026, article 3), to be taken over by the
/// cooperative's own provider. Where the cooperative has said of everything how it is taxed, prices are split by the rates that were frozen
/// with the order, and the amounts sum to what the buyer pays to the đồng; else they are the buyer's, tax included, and the rates are for
/// the accountant to add. It is a draft: without form, series, number, signature and code, and it says so in three places.
/// </summary>
internal static class DraftXml
{
    /// <summary>What no reader may miss.</summary>
    public const string Warning = "BẢN NHÁP, KHÔNG PHẢI HÓA ĐƠN. Chưa có ký hiệu, số và chữ ký: bên bán kiểm tra rồi lập hóa đơn bằng dịch vụ của mình.";

    /// <summary>How its amounts are to be read where they are split, and where they are not.</summary>
    public const string Split = "Giá chưa có thuế; thuế suất theo lời bên bán lúc khách đặt, kế toán xem lại";

    /// <inheritdoc cref="Split"/>
    public const string Whole = "Giá đã gồm thuế, chưa chia thuế suất: kế toán ghi thêm";

    /// <summary>How an invoice calls what is outside the tax.</summary>
    private const string Outside = "KCT";

    private const string Version = "2.1.0";
    private const int PriceDecimals = 6;

    private static readonly Lazy<XmlSchemaSet> Schema = new(() =>
    {
        using var file = XmlReader.Create(Assembly.GetExecutingAssembly().GetManifestResourceStream("Desk/draft-invoice")!);
        XmlSchemaSet schemas = new();
        schemas.Add(null, file);
        schemas.Compile();
        return schemas;
    });

    /// <summary>Whether there is something to draft: the part was accepted, and something of it is sold in the end.</summary>
    public static bool IsOf(Order order, SellerOrder part) => part.AcceptedAt is not null && PartVat.Of(part, order.Way).Pieces.Count > 0;

    /// <summary>The draft of a part that there is something to draft of, see <see cref="IsOf"/>.</summary>
    /// <exception cref="XmlSchemaValidationException">What was written does not fit its own schema.</exception>
    public static XDocument Of(Order order, SellerOrder part, Cooperative seller)
    {
        var vat = PartVat.Of(part, order.Way);
        var total = vat.Pieces.Sum(p => p.Gross.Minor);
        XDocument draft = new(
            new XDeclaration("1.0", "utf-8", null),
            new XComment($" {Warning} / DRAFT, NOT A LEGAL INVOICE "),
            new XElement("HDon", new XElement("DLHDon", new XAttribute("Id", $"NHAP-{order.Code}-{part.Position + 1}"),
                new XElement("TTChung",
                    new XElement("PBan", Version), new XElement("THDon", "Bản nháp hóa đơn"),
                    part.DeliveredAt is { } at ? new XElement("NLap", VietnamDay.Of(at).ToString("O")) : null,
                    new XElement("DVTTe", "VND"), new XElement("TGia", "1"), new XElement("HTTToan", Paid(order.Way)),
                    new XElement("TTKhac", Told("Bản nháp", Warning), Told("Cách ghi giá", vat.IsWhole ? Split : Whole), Told("Mã đơn hàng", order.Code))),
                new XElement("NDHDon",
                    new XElement("NBan", new XElement("Ten", Clean(seller.LegalName)), Maybe("MST", seller.TaxCode), Maybe("DChi", Place(seller)), Maybe("SDThoai", seller.Phone)),
                    new XElement("NMua",
                        Maybe("Ten", order.Invoice.Name), Maybe("MST", order.Invoice.TaxCode), Maybe("DChi", order.Invoice.IsAsked ? order.Invoice.Address : Place(order.Address)),
                        new XElement("HVTNMHang", Clean(order.To.Name)), Maybe("DCTDTu", order.Invoice.Email.Length > 0 ? order.Invoice.Email : order.To.Email)),
                    new XElement("DSHHDVu", vat.Pieces.Select((piece, i) => LineOf(piece, i + 1, part, vat.IsWhole))),
                    new XElement("TToan", vat.IsWhole ? Sums(vat) : null, new XElement("TgTTTBSo", total), new XElement("TgTTTBChu", DongInWords.Of(total)))))));
        draft.Validate(Schema.Value, null);
        return draft;
    }

    // The price of one without tax seldom is a whole đồng, so it has decimals; what counts is the line's amount, which is whole.
    private static XElement LineOf(VatPiece piece, int number, SellerOrder part, bool isSplit)
    {
        var (name, unit, quantity, price) = piece.Line is { } line ? (line.ProductName.In("vi"), line.VariantName.In("vi"), line.Left, line.UnitPrice) : ("Cước giao hàng", "", 1, part.Delivery);
        var (amount, whole) = isSplit ? (piece.Net, Net(price * quantity, piece.BasisPoints)) : (piece.Gross, price * quantity);
        return new("HHDVu",
            new XElement("TChat", "1"), new XElement("STT", number), new XElement("THHDVu", Clean(name)), Maybe("DVTinh", unit), new XElement("SLuong", quantity),
            new XElement("DGia", isSplit ? PriceOfOne(price, piece.BasisPoints) : price.Minor),
            price * quantity > piece.Gross ? new XElement("STCKhau", Math.Max(0, (whole - amount).Minor)) : null, new XElement("ThTien", amount.Minor),
            isSplit ? new XElement("TSuat", Rate(piece.BasisPoints)) : null);
    }

    private static IEnumerable<XElement> Sums(PartVat vat) =>
    [
        new("THTTLTSuat", vat.Sums.Select(s => new XElement("LTSuat", new XElement("TSuat", Rate(s.BasisPoints)), new XElement("ThTien", s.Net.Minor), new XElement("TThue", s.Tax.Minor)))),
        new("TgTCThue", vat.Sums.Sum(s => s.Net.Minor)), new("TgTThue", vat.Sums.Sum(s => s.Tax.Minor)),
    ];

    private static Money Net(Money gross, int? basisPoints) => basisPoints is { } rate ? gross - VatInside.Of(gross, rate) : gross;

    private static decimal PriceOfOne(Money price, int? basisPoints) => Math.Round(price.Minor * 10_000m / (10_000 + (basisPoints ?? 0)), PriceDecimals, MidpointRounding.AwayFromZero);

    private static string Rate(int? basisPoints) => basisPoints is { } rate ? (rate / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%" : Outside;

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

    private static string Place(DeliveryAddress to) => to.Row(to.Country == "VN" ? "" : to.Country, full: true);

    // A few characters that people may type can't stand in XML.
    private static string Clean(string text)
        => string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString())).Trim();
}
