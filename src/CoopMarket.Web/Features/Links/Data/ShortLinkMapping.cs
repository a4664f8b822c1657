using CoopMarket.Domain.Links;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Links.Data;

internal sealed class ShortLinkMapping : IEntityTypeConfiguration<ShortLink>
{
    public void Configure(EntityTypeBuilder<ShortLink> link)
    {
        link.ToTable("links_links");
        // Two of the same code are as good as never made; the second is made anew.
        link.HasKey(l => l.Code).Reruns();
        link.Property(l => l.Code).HasMaxLength(PublicCode.Length);
        // A thing has one, whoever comes first.
        link.HasIndex(l => l.Product).Reruns();
        link.HasIndex(l => l.Story).Reruns();
        link.HasIndex(l => l.Cooperative).Reruns();
    }
}
