using System.Globalization;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;

namespace CoopMarket.Web.Features.Orders;

/// <summary>
/// What a checkout page showed, carried along in its form: every thing, how many, at which price, and each delivery. The order
/// is placed only if it is still so; else the buyer sees the difference. It decides nothing, so it may be forged in vain.
/// </summary>
internal static class Shown
{
    private const int MostCharacters = 8_000;
    private const char Between = ';';
    private const char Inside = ':';

    /// <summary>The offer as one line of text.</summary>
    public static string Of(Offer offer) => string.Join(Between, offer.Parts.SelectMany(part => part.Lines
        .Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Item.Variant.Value:N}{Inside}{l.Quantity}{Inside}{l.Item.Price.Minor}{Inside}{Window(l)}"))
        .Append(string.Create(CultureInfo.InvariantCulture, $"{part.Cooperative.Id.Value:N}{Inside}{part.Delivery?.Way}{Inside}{part.Delivery?.Price.Minor}"))));

    /// <summary>What is different now, in sentences; empty when nothing that matters is, or nothing was shown.</summary>
    public static IReadOnlyList<Flaw> Differences(string? shown, Offer offer)
    {
        if (string.IsNullOrEmpty(shown) || shown.Length > MostCharacters)
            return [];
        var before = shown.Split(Between).Select(row => row.Split(Inside)).Where(row => row.Length is 3 or 4)
            .GroupBy(row => row[0]).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var now = offer.Parts.SelectMany(p => p.Lines).ToDictionary(l => l.Item.Variant.Value.ToString("N"), StringComparer.Ordinal);
        return
        [
            .. now.Where(l => !before.ContainsKey(l.Key)).Select(l => new Flaw("", "orders.changed.added", Name(l.Value), l.Value.Quantity)),
            .. now.Where(l => Was(before, l.Key, 1) is { } was && was != l.Value.Quantity).Select(l => new Flaw("", "orders.changed.quantity", Name(l.Value), l.Value.Quantity)),
            .. now.Where(l => Was(before, l.Key, 2) is { } was && was != l.Value.Item.Price.Minor)
                .Select(l => new Flaw("", "orders.changed.price", Name(l.Value), Show.Dong(Was(before, l.Key, 2)!.Value), Show.Money(l.Value.Item.Price))),
            .. now.Where(l => before.TryGetValue(l.Key, out var row) && row.Length == 4 && row[3] != Window(l.Value)).Select(l => l.Value.Item.Ahead is { Window: var window }
                ? new Flaw("", "orders.changed.ahead", Name(l.Value), Show.Date(window.From), Show.Date(window.To)) : new Flaw("", "orders.changed.at-once", Name(l.Value))),
            .. offer.Parts.Where(p => p.Delivery is not null && Was(before, p.Cooperative.Id.Value.ToString("N"), 2) is { } was && was != p.Delivery.Price.Minor)
                .Select(p => new Flaw("", "orders.changed.delivery", p.Cooperative.Name.In(Languages.Current), Show.Money(p.Delivery!.Price))),
            .. before.Count > now.Count + offer.Parts.Count ? [new Flaw("", "orders.changed.gone")] : Array.Empty<Flaw>(),
        ];
    }

    private static string Window(OfferedLine line)
        => line.Item.Ahead is { Window: var window } ? string.Create(CultureInfo.InvariantCulture, $"{window.From:yyyyMMdd}-{window.To:yyyyMMdd}") : "";

    private static long? Was(Dictionary<string, string[]> before, string key, int field)
        => before.TryGetValue(key, out var row) && long.TryParse(row[field], NumberStyles.None, CultureInfo.InvariantCulture, out var was) ? was : null;

    private static string Name(OfferedLine line) => $"{line.Item.ProductName.In(Languages.Current)}, {line.Item.VariantName.In(Languages.Current)}";
}
