using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;

namespace CoopMarket.Web.Features.Desk;

/// <summary>A part of an order in a list of the desk.</summary>
/// <param name="Code">The order's public code.</param>
/// <param name="What">What is left to be sent; what was ordered where nothing is left.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Place">Commune and province at home, the town abroad.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null at home.</param>
/// <param name="At">When it came to this step, UTC.</param>
/// <param name="AcceptBy">By when it is to be accepted, UTC; null once accepted.</param>
/// <param name="IsMissed">Whether the buyer says that it did not arrive.</param>
internal sealed record Parcel(
    SellerOrderId Part, string Code, IReadOnlyList<ParcelLine> What, string To, string Place, string? Country, SellerOrderState State, DeliveryWay Way, bool InCash, Money Total,
    DateTimeOffset At, DateTimeOffset? AcceptBy, bool IsMissed)
{
    /// <summary>When it is to be sent where it waits for a harvest; null else, and once it is on its way.</summary>
    public SendWindow? Window { get; init; }

    /// <summary>By when what was accepted is to be sent, where it waits for no harvest; null else.</summary>
    public DateOnly? SendBy { get; init; }

    private const string Home = "VN";

    /// <summary>Out of an order and one of its parts.</summary>
    public static Parcel Of(Order order, SellerOrder part) => new(
        part.Id, order.Code,
        [.. part.Lines.Where(l => l.Left > 0 || part.HasEnded).OrderBy(l => l.Position).Select(l => new ParcelLine(part.HasEnded ? l.Quantity : l.Left, l.ProductName, l.VariantName))],
        order.To.Name, PlaceOf(order.Address), order.Address.Country == Home ? null : order.Address.Country, part.State, part.Way, order.Way == PaymentWay.CashOnDelivery, part.GoodsLeft + part.Delivery,
        part.EndedAt ?? part.DeliveredAt ?? part.ShippedAt ?? part.PackedAt ?? part.AcceptedAt ?? part.ToAcceptAt ?? order.PlacedAt,
        part.State == SellerOrderState.ToAccept ? part.AcceptBy : null, part.NotArrivedAt is not null)
    {
        Window = part.WindowAhead,
        SendBy = part.DayToSend,
    };

    /// <summary>Commune and province at home, the town abroad.</summary>
    private static string PlaceOf(DeliveryAddress address) => address.Country == Home
        ? $"{address.Commune}, {Places.FindProvince(address.Province)?.Name ?? address.Province}"
        : address.Commune;
}

/// <summary>So many of one size.</summary>
internal sealed record ParcelLine(int Quantity, LocalizedText Product, LocalizedText Variant)
{
    /// <summary>«2 × Tỏi đen, hũ 250 g»; the number and its unit stay on one line.</summary>
    public string In(string language) => $"{Quantity}\u00a0× {Product.In(language)}, {Show.Unbroken(Variant.In(language))}";
}
