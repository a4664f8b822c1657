using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>The offers of a product in the words of schema.org: one for each size, and from which price to which where there are several.</summary>
/// <param name="view">The product's page.</param>
/// <param name="address">Its full address.</param>
/// <param name="terms">At which the reader sees prices besides; null in đồng alone.</param>
internal sealed class OfferData(ProductPage.View view, string address, ExchangeTerms? terms)
{
    private const string Words = "https://schema.org/";

    // A list of all others would be longer than the page is worth; the page has their price.
    private static readonly Zone[] Named = [Zone.SoutheastAsia, Zone.EastAsia, Zone.Europe, Zone.NorthAmerica, Zone.Oceania];

    /// <summary>One offer, or a range that holds one for each size. The range is of what can be had, while anything can.</summary>
    public object All()
    {
        if (view.Sizes is [var only])
            return Offer(only);
        var range = view.Sizes.Any(view.Has) ? [.. view.Sizes.Where(view.Has)] : view.Sizes;
        return LinkedData.Fact("AggregateOffer",
            ("lowPrice", Amount(range.MinBy(s => s.Price.Minor)!.Price)), ("highPrice", Amount(range.MaxBy(s => s.Price.Minor)!.Price)), ("priceCurrency", Coin(range[0].Price)),
            ("offerCount", view.Sizes.Count), ("offers", view.Sizes.Select(Offer).ToList()));
    }

    private Dictionary<string, object> Offer(Variant size) => LinkedData.Fact("Offer",
        ("name", size.Name.In(Languages.Current)), ("url", address), ("sku", size.Id.ToString()), ("gtin", size.Gtin),
        ("price", Amount(size.Price)), ("priceCurrency", Coin(size.Price)),
        ("itemCondition", Words + "NewCondition"), ("availability", Words + Availability(size)),
        ("availabilityStarts", (view.OpensOn ?? Ahead(size)?.Terms.From)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ("deliveryLeadTime", view.Product.MadeToOrderDays is { } days ? Days(0, days) : null),
        ("seller", LinkedData.Fact("Organization", ("name", view.Cooperative.LegalName))),
        // What sending costs is reckoned for the size that is chosen at first; another may be heavier.
        ("shippingDetails", size == view.Chosen ? Shipping() : null));

    private string Availability(Variant size)
        => view.OpensOn is not null || !view.Has(size) ? "OutOfStock" : Ahead(size) is not null ? "PreOrder" : view.Product.MadeToOrderDays is null ? "InStock" : "MadeToOrder";

    private Catalog.Contract.AheadOffer? Ahead(Variant size) => view.Ahead.GetValueOrDefault(size.Id);

    private List<Dictionary<string, object>> Shipping()
    {
        List<Dictionary<string, object>> ways = [];
        if (view.Delivery.Near is { } near)
            ways.Add(Way(near.Price, near.DaysMin, near.DaysMax, [Zones.HomeCountry], Places.FindProvince(view.Cooperative.Province)?.Name));
        if (view.Delivery.Far is { } far)
            ways.Add(Way(far.Price, far.DaysMin, far.DaysMax, [Zones.HomeCountry], null));
        // Where some countries don't let it in, the page says which; a list of all the others would promise too much.
        if (view.Delivery.Bars.Count == 0)
            ways.AddRange(view.Delivery.Abroad.Where(r => Named.Contains(r.Zone)).Select(r => Way(Money.Dong(r.PriceDong), r.DaysMin, r.DaysMax, Zones.In(r.Zone), null)));
        return ways;
    }

    private Dictionary<string, object> Way(Money price, int daysMin, int daysMax, IReadOnlyList<string> countries, string? province) => LinkedData.Fact("OfferShippingDetails",
        ("shippingRate", LinkedData.Fact("MonetaryAmount", ("value", Amount(price)), ("currency", Coin(price)))),
        ("shippingDestination", LinkedData.Fact("DefinedRegion", ("addressCountry", countries.Count == 1 ? countries[0] : countries), ("addressRegion", province))),
        ("deliveryTime", LinkedData.Fact("ShippingDeliveryTime",
            ("handlingTime", view.Product.MadeToOrderDays is { } days ? Days(0, days) : null), ("transitTime", Days(daysMin, daysMax)))));

    private static Dictionary<string, object> Days(int least, int most)
        => LinkedData.Fact("QuantitativeValue", ("minValue", least), ("maxValue", most), ("unitCode", "DAY"));

    private object Amount(Money price) => CsvFile.Amount(Shown(price));

    private string Coin(Money price) => Shown(price).Currency.ToString();

    private Money Shown(Money price) => terms?.Of(price) ?? price;
}
