using CoopMarket.Domain.Sellers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Sellers.Data;

internal sealed class CooperativeMapping : IEntityTypeConfiguration<Cooperative>
{
    public void Configure(EntityTypeBuilder<Cooperative> cooperative)
    {
        cooperative.ToTable("sellers_cooperatives");
        cooperative.HasKey(c => c.Id);
        cooperative.HasIndex(c => c.Slug).IsUnique();
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("sellers_memberships");
        membership.HasKey(m => new { m.Cooperative, m.Person });
        membership.HasIndex(m => m.Person);
    }
}
