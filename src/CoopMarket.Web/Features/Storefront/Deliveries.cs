using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shipping.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What sending one piece costs, and where it can't go.</summary>
/// <param name="Near">Within the cooperative's province; null where nothing is sent there.</param>
/// <param name="Far">To the rest of Vietnam; null where nothing is sent there.</param>
/// <param name="PickUp">Whether it can be fetched at the cooperative.</param>
/// <param name="Abroad">By region; empty where nothing is sent abroad or no country lets it in.</param>
/// <param name="Bars">Countries that don't let it in, as codes (or all, or the European Union), with the reason that buyers read.</param>
internal sealed record Delivery(
    DeliveryOffer? Near, DeliveryOffer? Far, bool PickUp, IReadOnlyList<DeliveryRate> Abroad, IReadOnlyList<(IReadOnlyList<string> Places, LocalizedText Reason)> Bars);

/// <summary>Reads delivery for product pages.</summary>
internal sealed class Deliveries(MarketReads reads, DeliveryPrices prices, TimeProvider time)
{
    // Any other province costs the same.
    private const string ElsewhereFromSonLa = "01";

    public async Task<Delivery> OfAsync(Cooperative from, Product product, Variant size, IReadOnlyList<CategoryNode> path, CancellationToken cancellationToken)
    {
        var card = new CoopCard(from.Id, from.Slug, from.Name, from.BandTurn, from.Province, from.CommuneCode, from.Commune, from.Village, from.Phone, from.State, null);
        ParcelLine[] lines = [new(product.Category ?? default, 1, size.ParcelGrams, size.LengthMm, size.WidthMm, size.HeightMm)];
        var near = await prices.OffersAsync(card, Zones.HomeCountry, from.Province, lines, cancellationToken);
        var elsewhere = from.Province == ElsewhereFromSonLa ? Places.SonLa : ElsewhereFromSonLa;
        var far = await prices.OffersAsync(card, Zones.HomeCountry, elsewhere, lines, cancellationToken);
        var bars = await BarsAsync(path, cancellationToken);
        var abroad = bars.Any(b => b.Places.Contains(DeliveryBlock.Abroad)) ? [] : await prices.AbroadAsync(from.Id, lines, cancellationToken);
        return new(Standard(near), Standard(far), near.Offers.Any(o => o.Way == Domain.Orders.DeliveryWay.PickUp), abroad, bars);
    }

    private static DeliveryOffer? Standard(DeliveryOffers offers) => offers.Offers.FirstOrDefault(o => o.Way == Domain.Orders.DeliveryWay.Standard);

    private async Task<IReadOnlyList<(IReadOnlyList<string> Places, LocalizedText Reason)>> BarsAsync(IReadOnlyList<CategoryNode> path, CancellationToken cancellationToken)
    {
        var (now, slugs) = (time.Now(), path.Select(c => c.Slug).ToList());
        var blocks = await reads.Of<DeliveryBlock>().Where(b => b.From <= now && slugs.Contains(b.Category)).ToListAsync(cancellationToken);
        return
        [
            .. blocks.GroupBy(b => (b.Category, b.Place)).Select(g => g.OrderBy(b => b.From).ThenBy(b => b.Id.Value).Last()).Where(b => b.IsBlocked)
                .GroupBy(b => b.Reason).OrderBy(g => g.Min(b => b.Place), StringComparer.Ordinal)
                .Select(g => (DeliveryBlock.Told(g.Select(b => b.Place)), g.Key)),
        ];
    }
}
