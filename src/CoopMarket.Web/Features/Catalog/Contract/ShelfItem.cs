using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Catalog.Contract;

/// <summary>Some pieces of a size, from stock or out of a harvest to come.</summary>
/// <param name="Quantity">Above zero.</param>
/// <param name="Ahead">What they count against where they are ordered ahead; null: from stock.</param>
internal readonly record struct Some(VariantId Variant, int Quantity, AheadSaleId? Ahead = null)
{
    public static implicit operator Some((VariantId Variant, int Quantity) fromStock) => new(fromStock.Variant, fromStock.Quantity);
}

/// <summary>A size on the shelf.</summary>
/// <param name="Variant">Its id.</param>
/// <param name="Product">Its product.</param>
/// <param name="Cooperative">Who sells it.</param>
/// <param name="Category">The empty id where a draft has none.</param>
/// <param name="Slug">The product's address below <c>/p/</c>.</param>
/// <param name="ProductName">The product's name.</param>
/// <param name="VariantName">The size's name.</param>
/// <param name="Price">Tax included, for one.</param>
/// <param name="Available">What can still be sold, from stock or ahead of a harvest; null where it is made to order.</param>
/// <param name="MadeToOrderDays">Ready in so many days; null where it is sold from stock.</param>
/// <param name="ParcelGrams">Grams, packed.</param>
/// <param name="LengthMm">Millimeters, packed.</param>
/// <param name="WidthMm">Millimeters, packed.</param>
/// <param name="HeightMm">Millimeters, packed.</param>
/// <param name="IsLive">Whether it is on sale; its cooperative may still be closed.</param>
internal sealed record ShelfItem(
    VariantId Variant, ProductId Product, CooperativeId Cooperative, CategoryId Category, string Slug, LocalizedText ProductName, LocalizedText VariantName,
    Money Price, int? Available, int? MadeToOrderDays, int ParcelGrams, int LengthMm, int WidthMm, int HeightMm, bool IsLive)
{
    /// <summary>How its sale bears value-added tax; null where its cooperative did not say.</summary>
    public VatClass? Vat { get; init; }

    /// <summary>What is in it, the most first; empty where nobody said so.</summary>
    public LocalizedText Ingredients { get; init; } = LocalizedText.Empty;

    /// <summary>Which allergens are in it, a bit each; null where nobody said so.</summary>
    public int? AllergenBits { get; init; }

    /// <summary>Whether a reader abroad can read what is in it and what many do not bear.</summary>
    public bool IsDescribed => Contents.AreTold(Ingredients, AllergenBits);

    /// <summary>What is promised of it where there is none on hand and it can be ordered ahead; null else.</summary>
    public AheadPromise? Ahead { get; init; }
}
