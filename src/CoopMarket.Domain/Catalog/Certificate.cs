using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>What a certificate says of a product.</summary>
public enum CertificateKind
{
    /// <summary>One Commune One Product, 3 to 5 stars (Decision 919/QĐ-TTg).</summary>
    Ocop,

    /// <summary>Geographical indication.</summary>
    GeographicalIndication,

    Organic,

    VietGap,

    Other,
}

/// <summary>What stands on a certificate.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Name">As shown, such as «OCOP 4 sao».</param>
/// <param name="Stars">3 to 5 for OCOP, else null.</param>
/// <param name="Number">Its number.</param>
/// <param name="Issuer">Who gave it.</param>
/// <param name="Issued">Its day.</param>
/// <param name="Expires">Its last day; null where it has none.</param>
public sealed record CertificateTerms(
    CertificateKind Kind, LocalizedText Name, int? Stars, string Number, LocalizedText Issuer, DateOnly Issued, DateOnly? Expires);

/// <summary>A certificate of a product; not shown to buyers after its last day.</summary>
public sealed class Certificate : Entity
{
    private Certificate()
    {
    }

    public CertificateId Id { get; private init; }

    public ProductId Product { get; private init; }

    public CertificateKind Kind { get; private init; }

    /// <summary>As shown, such as «OCOP 4 sao».</summary>
    public LocalizedText Name { get; private init; } = LocalizedText.Empty;

    /// <summary>3 to 5 for OCOP, else null.</summary>
    public int? Stars { get; private init; }

    public string Number { get; private init; } = "";

    public LocalizedText Issuer { get; private init; } = LocalizedText.Empty;

    public DateOnly Issued { get; private init; }

    /// <summary>Its last day; null where it has none.</summary>
    public DateOnly? Expires { get; private init; }

    /// <summary>Whether buyers may see it on a day, Vietnam's.</summary>
    public bool IsValidOn(DateOnly day) => Issued <= day && (Expires is not { } last || day <= last);

    internal static Certificate Make(CertificateId id, ProductId product, CertificateTerms terms) => new()
    {
        Id = id,
        Product = product,
        Kind = terms.Kind,
        Name = terms.Name,
        Stars = terms.Stars,
        Number = terms.Number,
        Issuer = terms.Issuer,
        Issued = terms.Issued,
        Expires = terms.Expires,
    };
}
