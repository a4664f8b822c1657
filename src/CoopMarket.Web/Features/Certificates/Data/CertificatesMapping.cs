using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace CoopMarket.Web.Features.Certificates.Data;

internal sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> certificate)
    {
        certificate.ToTable("certificates_certificates");
        certificate.HasKey(c => c.Id);
        certificate.Ignore(c => c.Terms).Ignore(c => c.Hash);
        certificate.HasIndex(c => c.Cooperative);
        certificate.HasIndex(c => new { c.State, c.Expires });
        certificate.Property(c => c.Paper).HasConversion(
            paper => JsonSerializer.Serialize(paper, Json.Options), json => JsonSerializer.Deserialize<SellerPaper>(json, Json.Options));
        certificate.HasMany(c => c.Products).WithOne().HasForeignKey(p => p.Certificate);
        certificate.Navigation(c => c.Products).AutoInclude();
    }
}

internal sealed class CertifiedProductMapping : IEntityTypeConfiguration<CertifiedProduct>
{
    public void Configure(EntityTypeBuilder<CertifiedProduct> product)
    {
        product.ToTable("certificates_products");
        product.HasKey(p => new { p.Certificate, p.Product }).Reruns();
        product.HasIndex(p => p.Product);
    }
}
