using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Certificates;

/// <summary>What a certificate says of a product.</summary>
public enum CertificateKind
{
    /// <summary>One Commune One Product, 3 to 5 stars (Decisions 919/QĐ-TTg and 148/QĐ-TTg).</summary>
    Ocop,

    /// <summary>Geographical indication.</summary>
    GeographicalIndication,

    Organic,

    VietGap,

    /// <summary>The right to use a mark that producers of a place hold together.</summary>
    CollectiveMark,

    Other,
}

/// <summary>Whether the market has checked a certificate.</summary>
public enum CertificateState
{
    /// <summary>Waits for an admin to look at its paper.</summary>
    Waiting,

    /// <summary>An admin saw the paper and it says the same: buyers see it until it ends.</summary>
    Confirmed,

    /// <summary>An admin asks for something else; its cooperative reads why.</summary>
    Refused,

    /// <summary>Its cooperative took it back.</summary>
    Withdrawn,
}

/// <summary>What stands on a certificate.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Name">As shown, such as «OCOP 4 sao».</param>
/// <param name="Stars">3 to 5 for OCOP, else null.</param>
/// <param name="Number">Its number, or that of the decision.</param>
/// <param name="Issuer">Who gave it.</param>
/// <param name="Issued">Its day.</param>
/// <param name="Expires">Its last day; null where it has none.</param>
public sealed record CertificateTerms(
    CertificateKind Kind, LocalizedText Name, int? Stars, string Number, LocalizedText Issuer, DateOnly Issued, DateOnly? Expires)
{
    /// <summary>How long OCOP stars hold, in months (Decision 148/QĐ-TTg of 24 February 2023).</summary>
    public const int OcopMonths = 36;

    /// <summary>The last day of OCOP stars given on a day: the same day of the month 36 months later (Civil Code 2015, Art. 148.3).</summary>
    public static DateOnly LastOfOcop(DateOnly issued) => issued.AddMonths(OcopMonths);

    /// <summary>
    /// Whether the last day is one that such a certificate can have: not before the first; at most 36 months for OCOP; organic and
    /// VietGAP have one.
    /// </summary>
    public bool MayEnd => (Kind, Expires) switch
    {
        (CertificateKind.Ocop, { } last) => Issued <= last && last <= LastOfOcop(Issued),
        (CertificateKind.Ocop or CertificateKind.Organic or CertificateKind.VietGap, null) => false,
        (_, { } last) => Issued <= last,
        _ => true,
    };

    /// <summary>SHA-256, in hexadecimal, over all that an admin answers for when she confirms: what is typed, the goods and the paper.</summary>
    /// <param name="products">What it covers.</param>
    /// <param name="paper">Null where there is none.</param>
    public string Hash(IEnumerable<ProductId> products, SellerPaper? paper)
    {
        // Lengths keep two neighbors from borrowing letters of each other.
        string[] parts =
        [
            Kind.ToString(), Stars?.ToString(CultureInfo.InvariantCulture) ?? "", Number, Issued.ToString("O", CultureInfo.InvariantCulture),
            Expires?.ToString("O", CultureInfo.InvariantCulture) ?? "", paper?.Hash ?? "", Texts(Name), Texts(Issuer),
            .. products.Select(p => p.ToString()).Order(StringComparer.Ordinal),
        ];
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        static string Texts(LocalizedText text) => string.Concat(text.All.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}{t.Value.Length}:{t.Value}"));
    }
}
