using System.Text.Json;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Shipping.Data;

internal sealed class DeliveryRuleMapping : IEntityTypeConfiguration<DeliveryRule>
{
    public void Configure(EntityTypeBuilder<DeliveryRule> rule)
    {
        rule.ToTable("shipping_rules");
        rule.OnlyAdded();
        rule.HasKey(r => r.Id);
        rule.Ignore(r => r.Table);
        rule.Property(r => r.Rates).HasConversion(
            rates => JsonSerializer.Serialize(rates, Json.Options),
            json => JsonSerializer.Deserialize<List<DeliveryRate>>(json, Json.Options)!,
            new ValueComparer<IReadOnlyList<DeliveryRate>>((a, b) => a!.SequenceEqual(b!), rates => rates.Count, rates => rates));
        rule.HasIndex(r => new { r.Cooperative, r.From });
    }
}

internal sealed class DeliveryBlockMapping : IEntityTypeConfiguration<DeliveryBlock>
{
    public void Configure(EntityTypeBuilder<DeliveryBlock> block)
    {
        block.ToTable("shipping_blocks");
        block.OnlyAdded();
        block.HasKey(b => b.Id);
        block.Property(b => b.Category).HasMaxLength(100);
        block.Property(b => b.Place).HasMaxLength(2);
        block.HasIndex(b => new { b.Category, b.Place, b.From });
    }
}

internal sealed class CashAgreementMapping : IEntityTypeConfiguration<CashAgreement>
{
    public void Configure(EntityTypeBuilder<CashAgreement> agreement)
    {
        agreement.ToTable("shipping_cash_agreements");
        agreement.OnlyAdded();
        agreement.HasKey(a => a.Id);
        agreement.HasIndex(a => new { a.Carrier, a.From });
    }
}
