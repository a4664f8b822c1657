using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Photos.Contract;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>A product as its desk and the admins see it.</summary>
/// <param name="Photos">The cover first.</param>
/// <param name="Gaps">What it lacks before it can be sold.</param>
/// <param name="MayBeTakenDown">Whether an admin can take it off the market.</param>
internal sealed record ProductView(
    ProductId Id, CooperativeId Cooperative, string Slug, ProductState State, Withdrawer? WithdrawnBy, string AdminNote, LocalizedText Name, LocalizedText Line,
    LocalizedText Description, LocalizedText Use, LocalizedText OtherNames, CategoryId? Category, string Village, string CommuneCode, MakerId? Maker,
    IReadOnlyList<int> Months, int? MadeToOrderDays, IReadOnlyList<SizeView> Sizes, IReadOnlyList<PaperView> Papers, IReadOnlyList<PhotoView> Photos,
    IReadOnlyList<Gap> Gaps, bool MayBeTakenDown)
{
    /// <summary>How its sale bears value-added tax; null where nobody said so.</summary>
    public VatClass? Vat { get; init; }

    /// <summary>How its texts came to be in each language.</summary>
    public TextOrigins Origins { get; init; } = TextOrigins.People;

    /// <summary>The commune's name; empty in a draft.</summary>
    public string Commune => Places.FindCommune(CommuneCode)?.FullName ?? "";

    /// <summary>The sizes on the page.</summary>
    public IEnumerable<SizeView> Offered => Sizes.Where(s => s.IsOffered);

    /// <summary>The sizes on the page that nobody can buy: sold from stock, and there is none.</summary>
    public IEnumerable<SizeView> Empty => MadeToOrderDays is null ? Offered.Where(s => s.OnHand == 0) : [];

    /// <summary>Village and commune, as they are written after each other.</summary>
    public string Place => string.Join(", ", new[] { Village, Commune }.Where(p => p.Length > 0));

    public static ProductView Of(Product product, IReadOnlyList<PhotoView> photos, DateOnly today) => new(
        product.Id, product.Cooperative, product.Slug, product.State, product.WithdrawnBy, product.AdminNote, product.Name, product.Line, product.Description,
        product.Use, product.OtherNames, product.Category, product.Village, product.CommuneCode, product.Maker,
        [.. product.SeasonBits == 0 ? [] : Enumerable.Range(1, 12).Where(product.IsInSeason)], product.MadeToOrderDays,
        [.. product.Variants.OrderBy(v => v.Position).Select(v => SizeView.Of(v, product.MadeToOrderDays is null))], [.. product.Certificates.OrderBy(c => c.Issued).Select(c => PaperView.Of(c, today))],
        photos, product.Gaps(photos.Count > 0), product.MayBeTakenDown)
    {
        Vat = product.Vat,
        Origins = product.Origins,
    };
}

/// <summary>A size as its desk sees it.</summary>
/// <param name="IsLow">Whether there is little left of what is sold from stock.</param>
internal sealed record SizeView(
    VariantId Id, LocalizedText Name, NetKind Kind, int Net, Money Price, UnitPrice UnitPrice, int OnHand, bool IsLow, bool IsOffered, int Grams, int Length,
    int Width, int Height)
{
    public static SizeView Of(Variant size, bool fromStock) => new(
        size.Id, size.Name, size.Kind, size.NetAmount, size.Price, size.UnitPrice, size.OnHand, fromStock && size.OnHand < Variant.Low, size.IsOffered, size.ParcelGrams,
        size.LengthMm, size.WidthMm, size.HeightMm);
}

/// <summary>A certificate as its desk sees it.</summary>
/// <param name="IsValid">Whether buyers see it today.</param>
internal sealed record PaperView(CertificateId Id, LocalizedText Name, string Number, LocalizedText Issuer, DateOnly Issued, DateOnly? Expires, bool IsValid)
{
    public static PaperView Of(Certificate paper, DateOnly today)
        => new(paper.Id, paper.Name, paper.Number, paper.Issuer, paper.Issued, paper.Expires, paper.IsValidOn(today));
}
