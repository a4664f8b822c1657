using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shipping.Contract;

namespace CoopMarket.Web.Features.Orders;

/// <summary>Prices a basket as of now: goods, and delivery from each cooperative to an address. The page and the order ask the same.</summary>
internal sealed class Pricing(Shelf shelf, Cooperatives cooperatives, CategoryTree categories, DeliveryPrices delivery)
{
    /// <param name="wanted">What lies in the basket.</param>
    /// <param name="to">Where to; null while nobody knows, then nothing is priced for delivery.</param>
    /// <param name="chosen">The way for each cooperative; where none is chosen or open, it is sent. To be fetched is never chosen for her.</param>
    public async Task<Offer> OfAsync(
        IReadOnlyList<Wanted> wanted, Destination? to, IReadOnlyDictionary<CooperativeId, DeliveryWay> chosen, CancellationToken cancellationToken)
    {
        var items = (await shelf.ManyAsync(wanted.Select(w => w.Variant), cancellationToken)).ToDictionary(i => i.Variant);
        var coops = await cooperatives.ManyAsync(items.Values.Select(i => i.Cooperative), cancellationToken);
        var tree = to is not null && EuropeanUnion.Has(to.Country) ? await categories.AllAsync(cancellationToken) : null;
        List<OfferedPart> parts = [];
        foreach (var group in wanted.Where(w => items.ContainsKey(w.Variant)).Select(w => Line(items[w.Variant], w.Quantity, tree)).GroupBy(l => l.Item.Cooperative))
        {
            var coop = coops[group.Key];
            List<OfferedLine> lines = [.. group];
            var ways = to is null ? null : await delivery.OffersAsync(coop, to.Country, to.Province, [.. lines.Select(l => l.Parcel)], cancellationToken);
            var way = ways?.Offers.FirstOrDefault(o => chosen.TryGetValue(coop.Id, out var asked) && o.Way == asked) ?? ways?.Offers.FirstOrDefault(o => o.Way == DeliveryWay.Standard);
            parts.Add(new(coop, lines, ways, way));
        }

        return new(parts);
    }

    /// <param name="tree">The categories where it goes to the European Union; null elsewhere.</param>
    private static OfferedLine Line(ShelfItem item, int quantity, IReadOnlyList<CategoryNode>? tree) => new(item, quantity, item switch
    {
        { IsLive: false } => LineBar.NotSold,
        // Who orders food from afar must be able to read before what is in it (Regulation (EU) No 1169/2011, article 14).
        { IsDescribed: false } when tree?.IsFood(item.Category) == true => LineBar.Untold,
        { Available: 0 } => LineBar.SoldOut,
        { Available: { } left } when left < quantity => LineBar.TooFew,
        _ => null,
    });
}

/// <summary>Where a basket is to go.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Province">In Vietnam the code of one of the 34; else empty.</param>
internal sealed record Destination(string Country, string Province)
{
    /// <summary>Whether a parcel's price can be told for it.</summary>
    public bool IsKnown => Country == Zones.HomeCountry ? Places.FindProvince(Province) is not null : Zones.Countries.Contains(Country);
}

/// <summary>A basket with prices as of now.</summary>
internal sealed record Offer(IReadOnlyList<OfferedPart> Parts)
{
    public Money Goods => Money.Sum(Parts.Select(p => p.Goods));

    public Money Delivery => Money.Sum(Parts.Select(p => p.Delivery?.Price ?? Money.Dong(0)));

    public Money Total => Goods + Delivery;

    public int Pieces => Parts.Sum(p => p.Lines.Sum(l => l.Quantity));

    public bool IsEmpty => Parts.Count == 0;

    /// <summary>Whether every thing can be had, in as many pieces as are asked for.</summary>
    public bool CanBeHad => Parts.All(p => p.Lines.All(l => l.Bar is null));

    /// <summary>Whether all of it can be ordered and sent.</summary>
    public bool CanBeOrdered => !IsEmpty && Parts.All(p => p.Cooperative.TakesOrders && p.Delivery is not null && p.Lines.All(l => l.Bar is null));
}

/// <summary>What one cooperative would send.</summary>
/// <param name="Ways">Null while nobody knows where to.</param>
/// <param name="Delivery">The way chosen; null while there is none.</param>
internal sealed record OfferedPart(CoopCard Cooperative, IReadOnlyList<OfferedLine> Lines, DeliveryOffers? Ways, DeliveryOffer? Delivery)
{
    public Money Goods => Money.Sum(Lines.Select(l => l.Price));

    /// <summary>When all of it is sent, where some of it waits for a harvest; null else.</summary>
    public SendWindow? Window => SendWindow.Together(Lines.Select(l => l.Item.Ahead?.Window).OfType<SendWindow>());

    /// <summary>Whether some of it need not have waited.</summary>
    public bool IsMixed => Window is not null && Lines.Any(l => l.Item.Ahead is null);

    /// <summary>Whether the cooperative takes orders and sends them there, as far as one knows where to.</summary>
    public bool CanBeSent => Cooperative.TakesOrders && Ways?.Bar is null;
}

/// <summary>Some of one thing.</summary>
/// <param name="Bar">Null when it can be had.</param>
internal sealed record OfferedLine(ShelfItem Item, int Quantity, LineBar? Bar)
{
    public Money Price => Item.Price * Quantity;

    public ParcelLine Parcel => new(Item.Category, Quantity, Item.ParcelGrams, Item.LengthMm, Item.WidthMm, Item.HeightMm);
}

/// <summary>Why some of a thing can't be had.</summary>
internal enum LineBar
{
    NotSold,
    SoldOut,
    TooFew,

    /// <summary>Food that goes to the European Union and does not say what is in it.</summary>
    Untold,
}
