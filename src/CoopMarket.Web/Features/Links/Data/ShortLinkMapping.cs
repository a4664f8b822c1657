using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Links;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Links.Data;

internal sealed class ShortLinkMapping : IEntityTypeConfiguration<ShortLink>
{
    public void Configure(EntityTypeBuilder<ShortLink> link)
    {
        link.ToTable("links_links", table => table.HasCheckConstraint(
            "ck_links_links_one", "(CASE WHEN product IS NULL THEN 0 ELSE 1 END) + (CASE WHEN story IS NULL THEN 0 ELSE 1 END) + (CASE WHEN cooperative IS NULL THEN 0 ELSE 1 END) = 1"));
        // Two of the same code are as good as never made; the second is made anew.
        link.HasKey(l => l.Code).Reruns();
        link.Property(l => l.Code).HasMaxLength(PublicCode.Length);
        // A thing has one, whoever comes first.
        link.HasIndex(l => l.Product).Reruns();
        link.HasIndex(l => l.Story).Reruns();
        link.HasIndex(l => l.Cooperative).Reruns();
        link.HasOne<Product>().WithMany().HasForeignKey(l => l.Product).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Story>().WithMany().HasForeignKey(l => l.Story).OnDelete(DeleteBehavior.Restrict);
        link.HasOne<Cooperative>().WithMany().HasForeignKey(l => l.Cooperative).OnDelete(DeleteBehavior.Restrict);
    }
}
