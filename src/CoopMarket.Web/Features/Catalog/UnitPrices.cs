using System.Globalization;
using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>Writes unit prices and stock as they are read everywhere.</summary>
internal static class UnitPrices
{
    /// <summary>«74.000 ₫ / 100 g».</summary>
    public static string Text(Words words, UnitPrice price) => words["catalog.unit." + price.Kind, Show.Dong(price.PriceDong)];

    /// <summary>«250 g», «500 ml», «3 cái».</summary>
    public static string Net(Words words, NetKind kind, int net) => words["catalog.net." + kind, Show.Number(net)];

    /// <summary>A length of a parcel as it is measured at the desk, without its unit: «12», «12,5».</summary>
    public static string Centimeters(int millimeters) => (millimeters / 10m).ToString("0.#", CultureInfo.CurrentCulture);

    /// <summary>«Còn 12», «Sắp hết: còn 3», «Hết hàng trong kho»: what is left of what is sold from stock.</summary>
    public static string Stock(Words words, int left, bool isLow)
        => left == 0 ? words["catalog.stock.none"] : words.Count(isLow ? "catalog.stock.low" : "catalog.stock.left", left);
}
