using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Shipping.Contract;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What sending one piece costs, and where it can't go.</summary>
/// <param name="Near">Within the cooperative's province; null where nothing is sent there.</param>
/// <param name="Far">To the rest of Vietnam; null where nothing is sent there.</param>
/// <param name="PickUp">Whether it can be fetched at the cooperative.</param>
/// <param name="Abroad">By region; empty where nothing is sent abroad or no country lets it in.</param>
/// <param name="Bars">Countries that don't let it in, as codes (or all, or the European Union), with the reason that buyers read.</param>
internal sealed record Delivery(
    DeliveryOffer? Near, DeliveryOffer? Far, bool PickUp, IReadOnlyList<DeliveryRate> Abroad, IReadOnlyList<(IReadOnlyList<string> Places, LocalizedText Reason)> Bars)
{
    /// <summary>Whether the European Union doesn't let it in: a price for Europe beside that would read as a promise.</summary>
    public bool BarsUnion => Bars.Any(b => b.Places.Contains(DeliveryBlock.EuropeanUnion) || b.Places.Contains(DeliveryBlock.Abroad));
}

/// <summary>Delivery as product pages tell it, by the price lists and rules that are known.</summary>
internal static class Deliveries
{
    // Any other province costs the same.
    private const string ElsewhereFromSonLa = "01";

    /// <param name="path">Its categories, in any order.</param>
    /// <param name="now">UTC.</param>
    public static Delivery Of(Faces faces, Cooperative from, Product product, Variant size, IReadOnlyList<CategoryNode> path, DateTimeOffset now)
    {
        ParcelLine[] lines = [new(product.Category ?? default, 1, size.ParcelGrams, size.LengthMm, size.WidthMm, size.HeightMm)];
        var rule = DeliveryRule.InForce(faces.Rules, from.Id, now);
        IReadOnlyList<DeliveryOffer> To(string province)
            => Zones.Of(Zones.HomeCountry, from.Province, province) is { } zone ? DeliveryPrices.Offers(rule, zone, lines) : [];
        var near = To(from.Province);
        var bars = Bars(faces.Blocks, path, now);
        return new(
            Standard(near), Standard(To(from.Province == ElsewhereFromSonLa ? Places.SonLa : ElsewhereFromSonLa)), near.Any(o => o.Way == Domain.Orders.DeliveryWay.PickUp),
            bars.Any(b => b.Places.Contains(DeliveryBlock.Abroad)) ? [] : DeliveryPrices.Abroad(rule, lines), bars);
    }

    private static DeliveryOffer? Standard(IReadOnlyList<DeliveryOffer> offers) => offers.FirstOrDefault(o => o.Way == Domain.Orders.DeliveryWay.Standard);

    private static IReadOnlyList<(IReadOnlyList<string> Places, LocalizedText Reason)> Bars(IReadOnlyList<DeliveryBlock> blocks, IReadOnlyList<CategoryNode> path, DateTimeOffset now)
    {
        var slugs = path.Select(c => c.Slug).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. blocks.Where(b => b.From <= now && slugs.Contains(b.Category))
                .GroupBy(b => (b.Category, b.Place)).Select(g => g.OrderBy(b => b.From).ThenBy(b => b.Id.Value).Last()).Where(b => b.IsBlocked)
                .GroupBy(b => b.Reason).OrderBy(g => g.Min(b => b.Place), StringComparer.Ordinal)
                .Select(g => (DeliveryBlock.Told(g.Select(b => b.Place)), g.Key)),
        ];
    }
}
