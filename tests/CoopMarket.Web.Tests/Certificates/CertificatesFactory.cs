using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Certificates;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Certificates;

/// <summary>Certificates as their cooperatives tell of them and admins decide.</summary>
internal static class CertificatesFactory
{
    /// <summary>OCOP stars of a product, as they are typed; they hold 36 months.</summary>
    public static CertificateForm Stars(ProductId product, DateOnly? issued = null) => new()
    {
        Kind = CertificateKind.Ocop,
        Stars = 4,
        NameVi = "OCOP 4 sao",
        NameEn = "OCOP 4 stars",
        Number = "1127/QĐ-UBND",
        IssuerVi = "UBND tỉnh Sơn La",
        Issued = issued ?? new(2025, 7, 1),
        Products = [product],
    };

    /// <summary>A paper, stored as pages store it.</summary>
    public static async Task<SellerPaper> PaperAsync(this Market market, string of = "giấy")
        => (await market.WithAsync<Papers, Outcome<SellerPaper>>(p => p.KeepAsync(new MemoryStream([.. "%PDF-1.7 "u8, .. System.Text.Encoding.UTF8.GetBytes(of)]), CancellationToken.None))).Value;

    /// <summary>Told of, waiting for an admin.</summary>
    public static async Task<CertificateId> CertificateAsync(this Market market, ListedProduct product, CertificateForm? form = null)
    {
        var told = await market.SendAsync(new AddCertificate.Command(Actor.Of(product.Manager, ""), product.Cooperative, form ?? Stars(product.Product), await market.PaperAsync()));
        told.IsDone.ShouldBeTrue(told.Refusal?.ToString() ?? string.Join(", ", told.Flaws));
        return told.Value;
    }

    /// <summary>An admin looks at it and confirms it.</summary>
    public static async Task ConfirmAsync(this Market market, CertificateId certificate)
    {
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var seen = await market.SendAsync(new LookAtCertificate.Query(admin, certificate));
        (await market.SendAsync(new ConfirmCertificate.Command(admin, certificate, seen!.Hash))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
    }

    /// <summary>Told of and confirmed.</summary>
    public static async Task<CertificateId> ShownAsync(this Market market, ListedProduct product, CertificateForm? form = null)
    {
        var id = await market.CertificateAsync(product, form);
        await market.ConfirmAsync(id);
        return id;
    }

    /// <summary>As it is kept.</summary>
    public static async Task<Certificate> CertificateAsync(this Market market, CertificateId id) => (await market.RowsAsync<Certificate>()).Single(c => c.Id == id);
}
