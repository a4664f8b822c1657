using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Certificates.Contract;

/// <summary>Which certificates a product has. Tracks nothing, so it may be asked inside a command.</summary>
internal sealed class ProductCertificates(MarketDb db, TimeProvider time)
{
    /// <summary>Those of a product that its cooperative has not taken back, the oldest first.</summary>
    public async Task<IReadOnlyList<ProductPaper>> OfAsync(ProductId product, CancellationToken cancellationToken)
    {
        var today = VietnamDay.Of(time.Now());
        return [.. (await db.Set<Certificate>().AsNoTracking().Where(c => c.State != CertificateState.Withdrawn && c.Products.Any(p => p.Product == product))
            .OrderBy(c => c.Issued).ThenBy(c => c.Id).ToListAsync(cancellationToken)).Select(c => ProductPaper.Of(c, today))];
    }
}

/// <summary>A certificate as other areas see it.</summary>
/// <param name="Expires">Its last day; null where it has none.</param>
/// <param name="Standing">How it stands today, a word such as <c>waiting</c>.</param>
/// <param name="IsHeld">Whether it may be said of a lot that it applies: no admin has refused it and its last day is not over.</param>
internal sealed record ProductPaper(CertificateId Id, LocalizedText Name, string Number, LocalizedText Issuer, DateOnly Issued, DateOnly? Expires, string Standing, bool IsHeld)
{
    public static ProductPaper Of(Certificate certificate, DateOnly today) => new(
        certificate.Id, certificate.Name, certificate.Number, certificate.Issuer, certificate.Issued, certificate.Expires, Word(certificate, today),
        certificate.State is CertificateState.Waiting or CertificateState.Confirmed && !certificate.IsOverOn(today));

    private static string Word(Certificate certificate, DateOnly today) => certificate.State switch
    {
        CertificateState.Confirmed when certificate.IsOverOn(today) => "over",
        CertificateState.Confirmed => "confirmed",
        CertificateState.Refused => "refused",
        CertificateState.Waiting when certificate.Paper is null => "no-paper",
        CertificateState.Waiting => "waiting",
        _ => "withdrawn",
    };
}
