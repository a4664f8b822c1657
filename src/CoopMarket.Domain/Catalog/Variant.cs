using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>What a cooperative says of a size.</summary>
/// <param name="Name">Such as «hũ 250 g».</param>
/// <param name="Kind">What the net amount is counted in.</param>
/// <param name="NetAmount">Grams, milliliters or pieces.</param>
/// <param name="Price">Tax included.</param>
/// <param name="Parcel">Weight and size when packed.</param>
/// <param name="Gtin">Fourteen digits, see <see cref="Catalog.Gtin"/>; null where it has none.</param>
public sealed record VariantTerms(LocalizedText Name, NetKind Kind, int NetAmount, Money Price, ParcelSize Parcel, string? Gtin = null);

/// <summary>Weight and size of one piece when packed.</summary>
/// <param name="Grams">Gross weight.</param>
/// <param name="LengthMm">Millimeters.</param>
/// <param name="WidthMm">Millimeters.</param>
/// <param name="HeightMm">Millimeters.</param>
public sealed record ParcelSize(int Grams, int LengthMm, int WidthMm, int HeightMm)
{
    private const int StoneGramsPerLiter = 3_000;
    private const int MillimetersOfLiter = 1_000_000;
    private const int MillimetersOfGramOfAir = 830_000;

    /// <summary>Whether nothing that is sold here could be so small for its weight.</summary>
    public bool IsHeavierThanStone => (long)Grams * MillimetersOfLiter > Space * StoneGramsPerLiter;

    /// <summary>Whether nothing at all could be so large for its weight.</summary>
    public bool IsLighterThanAir => Space > (long)Grams * MillimetersOfGramOfAir;

    // Cubic millimeters.
    private long Space => (long)LengthMm * WidthMm * HeightMm;
}

/// <summary>A size or weight of a product, with its own price and stock.</summary>
public sealed class Variant : Entity
{
    /// <summary>The smallest price in đồng.</summary>
    public const long LeastPrice = 1_000;

    /// <summary>The largest price in đồng.</summary>
    public const long MostPrice = 999_999_999;

    /// <summary>The largest stock of one size.</summary>
    public const int MostOnHand = 1_000_000;

    /// <summary>The largest net amount: a ton, a thousand liters, a million pieces.</summary>
    public const int MostNet = 1_000_000;

    /// <summary>The heaviest parcel in grams.</summary>
    public const int MostGrams = 50_000;

    /// <summary>The longest side of a parcel in millimeters.</summary>
    public const int MostMm = 2_000;

    /// <summary>Fewer than this counts as low.</summary>
    public const int Low = 5;

    private Variant()
    {
    }

    public VariantId Id { get; private init; }

    public ProductId Product { get; private init; }

    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    public NetKind Kind { get; private set; }

    /// <summary>Grams, milliliters or pieces, by <see cref="Kind"/>.</summary>
    public int NetAmount { get; private set; }

    /// <summary>Tax included.</summary>
    public Money Price { get; private set; }

    /// <summary>What can still be sold, in pieces. Begins with what was there; from then on written by conditional updates only, never by saving this object.</summary>
    public int OnHand { get; private init; }

    /// <summary>Grams, packed.</summary>
    public int ParcelGrams { get; private set; }

    /// <summary>Millimeters, packed.</summary>
    public int LengthMm { get; private set; }

    /// <summary>Millimeters, packed.</summary>
    public int WidthMm { get; private set; }

    /// <summary>Millimeters, packed.</summary>
    public int HeightMm { get; private set; }

    /// <summary>The number below its bar code, fourteen digits (see <see cref="Catalog.Gtin"/>); null where it has none. No two sizes of the market have the same.</summary>
    public string? Gtin { get; private set; }

    /// <summary>Its place among the sizes, from 0.</summary>
    public int Position { get; private init; }

    /// <summary>Whether it is for sale; a size that was sold once is never deleted.</summary>
    public bool IsOffered { get; internal set; } = true;

    /// <summary>What is said of it.</summary>
    public VariantTerms Terms => new(Name, Kind, NetAmount, Price, new(ParcelGrams, LengthMm, WidthMm, HeightMm), Gtin);

    /// <summary>The price that lets a buyer compare sizes.</summary>
    public UnitPrice UnitPrice => UnitPrice.Of(Price.Minor, NetAmount, Kind);

    internal static Variant Make(VariantId id, ProductId product, int position, VariantTerms terms, int onHand)
    {
        var variant = new Variant { Id = id, Product = product, Position = position, OnHand = onHand };
        variant.Set(terms);
        return variant;
    }

    internal void Set(VariantTerms terms)
    {
        (Name, Kind, NetAmount, Price, Gtin) = (terms.Name, terms.Kind, terms.NetAmount, terms.Price, terms.Gtin);
        (ParcelGrams, LengthMm, WidthMm, HeightMm) = (terms.Parcel.Grams, terms.Parcel.LengthMm, terms.Parcel.WidthMm, terms.Parcel.HeightMm);
    }
}
