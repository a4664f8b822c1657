using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Shipping.Contract;

/// <summary>What it costs to send goods of a cooperative somewhere, by the rules in force now.</summary>
internal sealed class DeliveryPrices(MarketDb db, CategoryTree categories, TimeProvider time)
{
    /// <summary>The ways open to a parcel, the usual one first; none, with the reason, when it can't go there.</summary>
    /// <param name="from">The cooperative that sends.</param>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="province">In Vietnam the code of one of the 34; null or empty abroad.</param>
    /// <param name="lines">What is in the parcel.</param>
    public async Task<DeliveryOffers> OffersAsync(CoopCard from, string country, string? province, IReadOnlyList<ParcelLine> lines, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var (blocked, advice) = await RulesAsync(country, lines, now, cancellationToken);
        if (blocked.Count > 0)
            return new([], DeliveryBar.Blocked, []) { Blocked = blocked };
        if (Zones.Of(country, from.Province, province) is not { } zone)
            return new([], DeliveryBar.NotServed, []);
        var rule = DeliveryRule.InForce(
            await db.Set<DeliveryRule>().AsNoTracking().Where(r => r.Cooperative == null || r.Cooperative == from.Id).ToListAsync(cancellationToken), from.Id, now);
        var offers = Offers(rule, zone, lines);
        DeliveryBar? unsent = offers.Any(o => o.Way == DeliveryWay.Standard) ? null
            : rule?.Table.Price(zone, Grams(lines)).Answer == DeliveryAnswer.TooHeavy ? DeliveryBar.TooHeavy : DeliveryBar.NotServed;
        return offers.Count > 0 ? new(offers, null, advice) { Unsent = unsent } : new([], unsent, []);
    }

    /// <summary>The ways that a list opens to a parcel, the usual one first, whatever a country lets in.</summary>
    /// <param name="rule">The list in force; null where there is none.</param>
    public static IReadOnlyList<DeliveryOffer> Offers(DeliveryRule? rule, Zone zone, IReadOnlyList<ParcelLine> lines)
    {
        List<DeliveryOffer> offers = [];
        if (rule?.Table.Price(zone, Grams(lines)).Rate is { } rate)
            offers.Add(new(DeliveryWay.Standard, Money.Dong(rate.PriceDong), rate.DaysMin, rate.DaysMax));
        if (rule is { PickUp: true } && zone.IsDomestic())
            offers.Add(new(DeliveryWay.PickUp, Money.Dong(0), 0, 0));
        return offers;
    }

    /// <summary>What a list says for a parcel to each region abroad that is served, whatever a country lets in.</summary>
    /// <param name="rule">The list in force; null where there is none.</param>
    public static IReadOnlyList<DeliveryRate> Abroad(DeliveryRule? rule, IReadOnlyList<ParcelLine> lines)
        => [.. Enum.GetValues<Zone>().Where(z => !z.IsDomestic()).Select(z => rule?.Table.Price(z, Grams(lines)).Rate).OfType<DeliveryRate>()];

    private static long Grams(IReadOnlyList<ParcelLine> lines) => Math.Max(
        lines.Sum(l => (long)l.Quantity * l.Grams),
        lines.Sum(l => l.Quantity * ParcelWeight.VolumetricGrams(l.LengthMm, l.WidthMm, l.HeightMm)));

    private async Task<(IReadOnlyDictionary<CategoryId, LocalizedText> Blocked, IReadOnlyList<LocalizedText> Advice)> RulesAsync(string country, IReadOnlyList<ParcelLine> lines, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (country == Zones.HomeCountry)
            return (DeliveryOffers.NothingBlocked, []);
        var tree = (await categories.AllAsync(cancellationToken)).ToDictionary(c => c.Id);
        var blocks = await db.Set<DeliveryBlock>().AsNoTracking().ToListAsync(cancellationToken);
        var paths = lines.Select(l => l.Category).Distinct().ToDictionary(c => c, Path);
        return (
            paths.Select(p => (p.Key, Block: DeliveryBlock.Find(blocks, p.Value, country, now))).Where(p => p.Block is not null).ToDictionary(p => p.Key, p => p.Block!.Reason),
            [.. paths.Values.Select(p => DeliveryBlock.Advice(blocks, p, country, now)?.Reason).OfType<LocalizedText>().DistinctBy(r => r.Vi)]);

        List<string> Path(CategoryId category)
        {
            List<string> path = [];
            for (var at = tree.GetValueOrDefault(category); at is not null && !path.Contains(at.Slug); at = at.Parent is { } up ? tree.GetValueOrDefault(up) : null)
                path.Add(at.Slug);
            return path;
        }
    }
}

/// <summary>Some of one thing in a parcel.</summary>
/// <param name="Category">Decides where it may go.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Grams">One of it, packed.</param>
/// <param name="LengthMm">One of it, packed; 0 when not known.</param>
/// <param name="WidthMm">One of it, packed; 0 when not known.</param>
/// <param name="HeightMm">One of it, packed; 0 when not known.</param>
internal sealed record ParcelLine(CategoryId Category, int Quantity, int Grams, int LengthMm, int WidthMm, int HeightMm);

/// <summary>A way a parcel can go.</summary>
/// <param name="Price">Tax included.</param>
/// <param name="DaysMin">Working days on the way, at least.</param>
/// <param name="DaysMax">Working days on the way, at most.</param>
internal sealed record DeliveryOffer(DeliveryWay Way, Money Price, int DaysMin, int DaysMax);

/// <summary>Why a parcel can't go somewhere.</summary>
internal enum DeliveryBar
{
    /// <summary>The country does not let the goods in; the reason says why.</summary>
    Blocked,

    /// <summary>Heavier than any band of the list.</summary>
    TooHeavy,

    /// <summary>The cooperative sends nothing there.</summary>
    NotServed,
}

/// <summary>The ways open to a parcel.</summary>
/// <param name="Offers">None when it can't go.</param>
/// <param name="Bar">Null when it can go.</param>
/// <param name="Advice">What buyers should know before they order, where goods may go all the same.</param>
internal sealed record DeliveryOffers(IReadOnlyList<DeliveryOffer> Offers, DeliveryBar? Bar, IReadOnlyList<LocalizedText> Advice)
{
    internal static readonly IReadOnlyDictionary<CategoryId, LocalizedText> NothingBlocked = new Dictionary<CategoryId, LocalizedText>();

    /// <summary>What buyers read of goods that the country doesn't let in, by their category.</summary>
    public IReadOnlyDictionary<CategoryId, LocalizedText> Blocked { get; init; } = NothingBlocked;

    /// <summary>Why it can't be sent and only be fetched; null where it can be sent, and where it can't go at all.</summary>
    public DeliveryBar? Unsent { get; init; }
}
