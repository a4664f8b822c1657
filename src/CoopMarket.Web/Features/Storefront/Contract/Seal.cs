using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Storefront.Contract;

/// <summary>A certificate that buyers may see today.</summary>
/// <param name="Stars">3 to 5 for OCOP, else null.</param>
/// <param name="Expires">Its last day; null where it has none.</param>
/// <param name="Products">What it covers.</param>
internal sealed record Seal(
    CertificateId Id, CooperativeId Cooperative, CertificateKind Kind, LocalizedText Name, int? Stars, string Number, LocalizedText Issuer, DateOnly Issued, DateOnly? Expires,
    IReadOnlyList<ProductId> Products)
{
    public static Seal Of(Certificate certificate) => new(
        certificate.Id, certificate.Cooperative, certificate.Kind, certificate.Name, certificate.Stars, certificate.Number, certificate.Issuer, certificate.Issued, certificate.Expires,
        [.. certificate.Products.Select(p => p.Product)]);
}
