using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Shipping;

/// <summary>
/// Goods of a category can't go to a country, or can again, from a moment on. Only ever added: of the rows for the same
/// category and place the latest decides.
/// </summary>
public sealed class DeliveryBlock : Entity
{
    /// <summary>Every country but Vietnam.</summary>
    public const string Abroad = "*";

    /// <summary>The members of the European Union.</summary>
    public const string EuropeanUnion = "EU";

    private DeliveryBlock()
    {
    }

    public RuleId Id { get; private init; }

    /// <summary>The address of a category; those below it are meant as well.</summary>
    public string Category { get; private init; } = "";

    /// <summary>ISO 3166-1 alpha-2, <see cref="EuropeanUnion"/> or <see cref="Abroad"/>.</summary>
    public string Place { get; private init; } = "";

    /// <summary>False lifts an earlier block, or only says what buyers should know.</summary>
    public bool IsBlocked { get; private init; }

    /// <summary>What buyers read.</summary>
    public LocalizedText Reason { get; private init; } = LocalizedText.Empty;

    /// <summary>From when on, UTC, included.</summary>
    public DateTimeOffset From { get; private init; }

    /// <summary>Who added it; null for what the market began with.</summary>
    public PersonId? By { get; private init; }

    /// <summary>Adds a block, or lifts one.</summary>
    public static DeliveryBlock Add(RuleId id, string category, string place, bool isBlocked, LocalizedText reason, DateTimeOffset from, PersonId? by)
        => IsPlace(place)
            ? new() { Id = id, Category = category, Place = place, IsBlocked = isBlocked, Reason = reason, From = from, By = by }
            : throw new ArgumentException("No country, nor EU or *.", nameof(place));

    /// <summary>Whether a block can be for it.</summary>
    public static bool IsPlace(string place) => place is Abroad or EuropeanUnion || Zones.Countries.Contains(place);

    /// <summary>Places as one tells them: the European Union instead of all its members.</summary>
    public static IReadOnlyList<string> Told(IEnumerable<string> places)
    {
        var all = places.ToHashSet(StringComparer.Ordinal);
        if (all.Contains(EuropeanUnion) || Shared.EuropeanUnion.Members.All(all.Contains))
        {
            all.ExceptWith(Shared.EuropeanUnion.Members);
            all.Add(EuropeanUnion);
        }

        return [.. all.Order(StringComparer.Ordinal)];
    }

    /// <summary>The block that keeps goods of a category from going to a country at a moment; null when they may go.</summary>
    /// <param name="blocks">All rows.</param>
    /// <param name="categories">The category of the goods and those above it, by address.</param>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="at">UTC.</param>
    public static DeliveryBlock? Find(IEnumerable<DeliveryBlock> blocks, IReadOnlyCollection<string> categories, string country, DateTimeOffset at)
        => Deciding(blocks, categories, country, at).FirstOrDefault(b => b.IsBlocked);

    /// <summary>What buyers should know where goods may go all the same; null where there is nothing to say.</summary>
    /// <inheritdoc cref="Find"/>
    public static DeliveryBlock? Advice(IEnumerable<DeliveryBlock> blocks, IReadOnlyCollection<string> categories, string country, DateTimeOffset at)
        => Deciding(blocks, categories, country, at).FirstOrDefault(b => !b.IsBlocked);

    private static IEnumerable<DeliveryBlock> Deciding(IEnumerable<DeliveryBlock> blocks, IReadOnlyCollection<string> categories, string country, DateTimeOffset at)
        => blocks.Where(b => b.From <= at && categories.Contains(b.Category) && b.Covers(country))
            .GroupBy(b => (b.Category, b.Place))
            .Select(g => g.OrderBy(b => b.From).ThenBy(b => b.Id.Value).Last());

    private bool Covers(string country) => Place switch
    {
        Abroad => country != Zones.HomeCountry,
        EuropeanUnion => Shared.EuropeanUnion.Has(country),
        _ => Place == country,
    };
}
