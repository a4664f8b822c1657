using CoopMarket.Domain.Income;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Income.Data;

internal sealed class ProducerMapping : IEntityTypeConfiguration<Producer>
{
    public void Configure(EntityTypeBuilder<Producer> producer)
    {
        producer.ToTable("income_producers");
        producer.HasKey(p => p.Id);
        producer.Property(p => p.LinkHash).HasMaxLength(64);
        producer.HasIndex(p => p.LinkHash).Reruns();
        producer.HasIndex(p => p.Cooperative);
    }
}

internal sealed class SharingMapping : IEntityTypeConfiguration<Sharing>
{
    public void Configure(EntityTypeBuilder<Sharing> sharing)
    {
        sharing.ToTable("income_sharings");
        sharing.OnlyAdded();
        sharing.HasKey(s => s.Id);
        sharing.Ignore(s => s.Terms);
        sharing.HasMany(s => s.Shares).WithOne().HasForeignKey(t => t.Sharing).OnDelete(DeleteBehavior.Restrict);
        sharing.Navigation(s => s.Shares).AutoInclude();
        sharing.HasIndex(s => new { s.Product, s.From }).HasFilter("lot IS NULL").Reruns();
        sharing.HasIndex(s => new { s.Lot, s.From }).Reruns();
    }
}

internal sealed class SharingTermMapping : IEntityTypeConfiguration<SharingTerm>
{
    public void Configure(EntityTypeBuilder<SharingTerm> term)
    {
        term.ToTable("income_sharing_terms");
        term.OnlyAdded();
        term.HasKey(t => new { t.Sharing, t.Number }).Reruns();
        term.Property(t => t.Number).ValueGeneratedNever();
        term.Ignore(t => t.Term);
    }
}

internal sealed class SharedSaleMapping : IEntityTypeConfiguration<SharedSale>
{
    public void Configure(EntityTypeBuilder<SharedSale> sale)
    {
        sale.ToTable("income_sales");
        sale.HasKey(s => s.Part).Reruns();
        sale.Property(s => s.Code).HasMaxLength(10);
        sale.HasMany(s => s.Shares).WithOne().HasForeignKey(s => s.Part).OnDelete(DeleteBehavior.Restrict);
        sale.Navigation(s => s.Shares).AutoInclude();
        sale.HasIndex(s => s.Cooperative);
    }
}

internal sealed class SaleShareMapping : IEntityTypeConfiguration<SaleShare>
{
    public void Configure(EntityTypeBuilder<SaleShare> share)
    {
        share.ToTable("income_sale_shares");
        share.OnlyAdded();
        share.HasKey(s => new { s.Part, s.Number }).Reruns();
        share.Property(s => s.Number).ValueGeneratedNever();
        share.Ignore(s => s.Term);
    }
}

internal sealed class IncomeEntryMapping : IEntityTypeConfiguration<IncomeEntry>
{
    public void Configure(EntityTypeBuilder<IncomeEntry> entry)
    {
        entry.ToTable("income_entries");
        entry.OnlyAdded();
        entry.HasKey(e => e.Id);
        entry.HasIndex(e => new { e.Kind, e.Source, e.Number }).Reruns();
        entry.HasIndex(e => new { e.Cooperative, e.Member });
        entry.HasIndex(e => e.Part);
    }
}

internal sealed class MemberPaymentMapping : IEntityTypeConfiguration<MemberPayment>
{
    public void Configure(EntityTypeBuilder<MemberPayment> payment)
    {
        payment.ToTable("income_payments");
        payment.HasKey(p => p.Id);
        payment.HasIndex(p => new { p.Cooperative, p.State });
        payment.HasIndex(p => p.Member);
    }
}
