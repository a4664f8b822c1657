using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Sellers.Data;

internal sealed class CooperativeMapping : IEntityTypeConfiguration<Cooperative>
{
    public void Configure(EntityTypeBuilder<Cooperative> cooperative)
    {
        cooperative.ToTable("sellers_cooperatives");
        cooperative.HasKey(c => c.Id);
        cooperative.HasIndex(c => c.Slug).Reruns();
        cooperative.HasIndex(c => c.Application).Reruns();
    }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("sellers_memberships");
        membership.HasKey(m => new { m.Cooperative, m.Person }).Reruns();
        membership.HasIndex(m => m.Person);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("sellers_invitations");
        invitation.HasKey(i => i.Id);
        invitation.Property(i => i.BoundTo).HasMaxLength(256);
        invitation.Property(i => i.LinkHash).HasMaxLength(64);
        invitation.Property(i => i.CodeHash).HasMaxLength(64);
        invitation.HasIndex(i => i.LinkHash).Reruns();
        invitation.HasIndex(i => i.CodeHash).Reruns();
        invitation.HasIndex(i => i.BoundTo);
        invitation.HasIndex(i => i.Cooperative);
    }
}

internal sealed class ApplicationMapping : IEntityTypeConfiguration<SellerApplication>
{
    public void Configure(EntityTypeBuilder<SellerApplication> application)
    {
        application.ToTable("sellers_applications");
        application.HasKey(a => a.Id);
        application.Property(a => a.Details).HasConversion(new JsonColumn<SellerDetails>(), JsonColumn<SellerDetails>.Comparer);
        application.Property(a => a.Fingerprint).HasMaxLength(64);
        application.HasIndex(a => a.Applicant);
        application.HasIndex(a => a.Cooperative);
        application.HasIndex(a => a.State);
        application.HasIndex(a => a.OpenFor).Reruns();
        application.HasIndex(a => a.OpenChangeOf).Reruns();
    }
}

internal sealed class TakenNameMapping : IEntityTypeConfiguration<TakenName>
{
    public void Configure(EntityTypeBuilder<TakenName> name)
    {
        name.ToTable("sellers_names");
        name.HasKey(n => new { n.Skeleton, n.Application }).Reruns();
        name.HasIndex(n => n.Skeleton).RefusesAs(new NameLooksTaken());
        name.HasIndex(n => n.Application);
    }
}

internal sealed class ApplicationLookMapping : IEntityTypeConfiguration<ApplicationLook>
{
    public void Configure(EntityTypeBuilder<ApplicationLook> look)
    {
        look.ToTable("sellers_looks");
        look.HasKey(l => new { l.Application, l.Fingerprint }).Reruns();
        look.Property(l => l.Fingerprint).HasMaxLength(64);
        look.Property(l => l.Details).HasConversion(new JsonColumn<SellerDetails>(), JsonColumn<SellerDetails>.Comparer);
    }
}

internal sealed class SellerMoveMapping : IEntityTypeConfiguration<SellerMove>
{
    public void Configure(EntityTypeBuilder<SellerMove> move)
    {
        move.ToTable("sellers_moves");
        move.HasKey(m => m.Id);
        move.Property(m => m.Id).ValueGeneratedNever();
        move.HasIndex(m => m.Application);
        move.HasIndex(m => new { m.ForgottenAt, m.At });
    }
}

internal sealed class KeepingRuleMapping : IEntityTypeConfiguration<KeepingRule>
{
    public void Configure(EntityTypeBuilder<KeepingRule> rule)
    {
        rule.ToTable("sellers_keeping_rules");
        rule.OnlyAdded();
        rule.HasKey(r => r.Id);
        rule.HasIndex(r => r.StartsOn);
    }
}

internal sealed class MakerMapping : IEntityTypeConfiguration<Maker>
{
    public void Configure(EntityTypeBuilder<Maker> maker)
    {
        maker.ToTable("sellers_makers");
        maker.HasKey(m => m.Id);
        maker.HasIndex(m => m.Cooperative);
    }
}

internal sealed class ClosureMapping : IEntityTypeConfiguration<Closure>
{
    public void Configure(EntityTypeBuilder<Closure> closure)
    {
        closure.ToTable("sellers_closures");
        closure.HasKey(c => c.Id);
        closure.Property(c => c.Id).ValueGeneratedNever();
        closure.HasIndex(c => c.Cooperative);
    }
}
