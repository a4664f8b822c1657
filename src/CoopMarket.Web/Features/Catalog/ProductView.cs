using System.Globalization;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Certificates.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Shared;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>A product as its desk and the admins see it.</summary>
/// <param name="Photos">The cover first.</param>
/// <param name="Gaps">What it lacks before it can be sold.</param>
/// <param name="MayBeTakenDown">Whether an admin can take it off the market.</param>
internal sealed record ProductView(
    ProductId Id, CooperativeId Cooperative, string Slug, ProductState State, Withdrawer? WithdrawnBy, string AdminNote, LocalizedText Name, LocalizedText Line,
    LocalizedText Description, LocalizedText Use, LocalizedText OtherNames, CategoryId? Category, string Village, string CommuneCode, MakerId? Maker,
    IReadOnlyList<int> Months, int? MadeToOrderDays, IReadOnlyList<SizeView> Sizes, IReadOnlyList<ProductPaper> Papers, IReadOnlyList<PhotoView> Photos,
    IReadOnlyList<Gap> Gaps, bool MayBeTakenDown)
{
    /// <summary>How its sale bears value-added tax; null where nobody said so.</summary>
    public VatClass? Vat { get; init; }

    /// <summary>What is in it, the most first; may be empty.</summary>
    public LocalizedText Ingredients { get; init; } = LocalizedText.Empty;

    /// <summary>What many do not bear that is in it; null where nobody said so.</summary>
    public IReadOnlyList<Allergen>? Allergens { get; init; }

    /// <summary>How its texts came to be in each language.</summary>
    public TextOrigins Origins { get; init; } = TextOrigins.People;

    /// <summary>What was typed and waits for an admin, or for other words; null where nothing does.</summary>
    public HeldView? Held { get; init; }

    /// <summary>Words in what is told that food may not be praised with, as people are told them.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether something in what was typed last seems to lead out of the market.</summary>
    public bool LeadsOutside { get; init; }

    /// <summary>Whether its cooperative has to say whether it sends abroad before this, its first, is sent in.</summary>
    public bool AsksAbroad { get; init; }

    /// <summary>Whether it stands where food stands.</summary>
    public bool IsFood { get; init; }

    /// <summary>Whether it is food that does not yet say what is in it and which of it many do not bear.</summary>
    public bool LacksContents => IsFood && (!Ingredients.Has("vi") || Allergens is null);

    /// <summary>What was typed last, held or not.</summary>
    public ProductTelling Typed => Held?.Telling ?? new(new(Name, Line, Description, Use, OtherNames, Ingredients), Origins, Category);

    /// <summary>The commune's name; empty in a draft.</summary>
    public string Commune => Places.FindCommune(CommuneCode)?.FullName ?? "";

    /// <summary>The sizes on the page.</summary>
    public IEnumerable<SizeView> Offered => Sizes.Where(s => s.IsOffered);

    /// <summary>The sizes on the page that nobody can buy: sold from stock, and there is none.</summary>
    public IEnumerable<SizeView> Empty => MadeToOrderDays is null ? Offered.Where(s => s.OnHand == 0) : [];

    /// <summary>Village and commune, as they are written after each other.</summary>
    public string Place => string.Join(", ", new[] { Village, Commune }.Where(p => p.Length > 0));

    public static ProductView Of(Product product, IReadOnlyList<PhotoView> photos, IReadOnlyList<ProductPaper> papers) => new(
        product.Id, product.Cooperative, product.Slug, product.State, product.WithdrawnBy, product.AdminNote, product.Name, product.Line, product.Description,
        product.Use, product.OtherNames, product.Category, product.Village, product.CommuneCode, product.Maker,
        [.. product.SeasonBits == 0 ? [] : Enumerable.Range(1, 12).Where(product.IsInSeason)], product.MadeToOrderDays,
        [.. product.Variants.OrderBy(v => v.Position).Select(v => SizeView.Of(v, product.MadeToOrderDays is null))], papers, photos, product.Gaps(photos.Count > 0), product.MayBeTakenDown)
    {
        Vat = product.Vat,
        Ingredients = product.Ingredients,
        Allergens = product.AllergenBits is { } bits ? Domain.Catalog.Allergens.Of(bits) : null,
        Origins = product.Origins,
    };
}

/// <summary>Texts that wait for an admin, or for other words.</summary>
/// <param name="Words">For which they wait.</param>
/// <param name="AdminNote">What an admin wrote when she asked for other words; empty while they wait for her.</param>
/// <param name="Hash">What an admin's word binds to.</param>
internal sealed record HeldView(ProductTelling Telling, IReadOnlyList<string> Words, string AdminNote, string Hash)
{
    public static HeldView? Of(HeldTexts? held) => held is null ? null : new(held.Telling, held.Words, held.AdminNote, held.Hash);
}

/// <summary>A size as its desk sees it.</summary>
/// <param name="IsLow">Whether there is little left of what is sold from stock.</param>
/// <param name="Gtin">Fourteen digits; null where it has none.</param>
internal sealed record SizeView(
    VariantId Id, LocalizedText Name, NetKind Kind, int Net, Money Price, UnitPrice UnitPrice, int OnHand, bool IsLow, bool IsOffered, int Grams, int Length,
    int Width, int Height, string? Gtin)
{
    /// <summary>Whether its price for a round amount says more than its price.</summary>
    public bool TellsUnitPrice => UnitPrice.SaysMore(Kind, Net);

    public static SizeView Of(Variant size, bool fromStock) => new(
        size.Id, size.Name, size.Kind, size.NetAmount, size.Price, size.UnitPrice, size.OnHand, fromStock && size.OnHand < Variant.Low, size.IsOffered, size.ParcelGrams,
        size.LengthMm, size.WidthMm, size.HeightMm, size.Gtin);

    /// <summary>What is said of it.</summary>
    public VariantTerms Terms => new(Name, Kind, Net, Price, new(Grams, Length, Width, Height), Gtin);

    /// <summary>As it would be typed.</summary>
    public SaveSize.Form AsTyped() => new()
    {
        Seen = SaveSize.Print(Terms),
        NameVi = Name.Vi,
        NameEn = Name.All.GetValueOrDefault("en"),
        NameFr = Name.All.GetValueOrDefault("fr"),
        Kind = Kind,
        Net = Net.ToString(CultureInfo.InvariantCulture),
        Price = Show.Number(Price.Minor),
        Grams = Grams.ToString(CultureInfo.InvariantCulture),
        Length = UnitPrices.Centimeters(Length),
        Width = UnitPrices.Centimeters(Width),
        Height = UnitPrices.Centimeters(Height),
        Gtin = Gtin is { } gtin ? Domain.Catalog.Gtin.Printed(gtin) : null,
    };
}
