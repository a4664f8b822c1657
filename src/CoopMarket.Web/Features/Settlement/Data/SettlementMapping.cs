using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Settlement.Data;

internal sealed class EntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> entry)
    {
        entry.ToTable("settlement_entries");
        entry.OnlyAdded();
        entry.HasKey(e => e.Id);
        entry.HasMany(e => e.Lines).WithOne().HasForeignKey(l => l.Entry).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.Kind, e.Source }).Reruns();
        entry.HasIndex(e => e.Order);
    }
}

internal sealed class EntryLineMapping : IEntityTypeConfiguration<EntryLine>
{
    public void Configure(EntityTypeBuilder<EntryLine> line)
    {
        line.ToTable("settlement_lines");
        line.OnlyAdded();
        line.HasKey(l => new { l.Entry, l.Number }).Reruns();
        line.Property(l => l.Number).ValueGeneratedNever();
        line.HasIndex(l => new { l.Account, l.Cooperative });
        line.HasIndex(l => l.SellerOrder);
    }
}

internal sealed class FeeRuleMapping : IEntityTypeConfiguration<FeeRule>
{
    public void Configure(EntityTypeBuilder<FeeRule> rule)
    {
        rule.ToTable("settlement_fee_rules");
        rule.OnlyAdded();
        rule.HasKey(r => r.Id);
        rule.HasIndex(r => r.From).RefusesAs(new RuleStartsThen());
    }
}

internal sealed class VatRateMapping : IEntityTypeConfiguration<VatRate>
{
    public void Configure(EntityTypeBuilder<VatRate> rate)
    {
        rate.ToTable("settlement_vat_rates");
        rate.OnlyAdded();
        rate.HasKey(r => r.Id);
        rate.HasIndex(r => new { r.Class, r.From }).RefusesAs(new TaxStartsThen());
    }
}

internal sealed class WithholdingRateMapping : IEntityTypeConfiguration<WithholdingRate>
{
    public void Configure(EntityTypeBuilder<WithholdingRate> rate)
    {
        rate.ToTable("settlement_withholding_rates");
        rate.OnlyAdded();
        rate.HasKey(r => r.Id);
        rate.HasIndex(r => new { r.Kind, r.From }).RefusesAs(new TaxStartsThen());
    }
}

internal sealed class WithheldTaxMapping : IEntityTypeConfiguration<WithheldTax>
{
    public void Configure(EntityTypeBuilder<WithheldTax> tax)
    {
        tax.ToTable("settlement_withheld_taxes");
        tax.OnlyAdded();
        tax.HasKey(t => t.Id);
        tax.Ignore(t => t.Tax);
        tax.HasIndex(t => new { t.Source, t.Kind }).Reruns();
        tax.HasIndex(t => t.SellerOrder);
        tax.HasIndex(t => t.RecordedAt);
    }
}

internal sealed class HoldMapping : IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Hold> hold)
    {
        hold.ToTable("settlement_holds");
        hold.HasKey(h => h.SellerOrder).Reruns();
        hold.HasIndex(h => new { h.ReleasedAt, h.DueAt });
        hold.HasIndex(h => h.Cooperative);
    }
}

internal sealed class PayoutRunMapping : IEntityTypeConfiguration<PayoutRun>
{
    public void Configure(EntityTypeBuilder<PayoutRun> run)
    {
        run.ToTable("settlement_payout_runs");
        run.HasKey(r => r.Id);
        run.HasIndex(r => r.Code).Reruns();
        run.HasIndex(r => r.DraftedAt);
        run.Ignore(r => r.Kept);
        run.HasMany(r => r.Payouts).WithOne().HasForeignKey(p => p.Run).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PayoutMapping : IEntityTypeConfiguration<Payout>
{
    public void Configure(EntityTypeBuilder<Payout> payout)
    {
        payout.ToTable("settlement_payouts");
        payout.HasKey(p => p.Id);
        payout.Property(p => p.Id).ValueGeneratedNever();
        payout.HasIndex(p => new { p.Run, p.Position }).Reruns();
        // A cooperative is in one open payout at a time, whoever drafts on whichever node.
        payout.HasIndex(p => p.Cooperative).HasFilter("ended_at IS NULL").Reruns();
        payout.HasIndex(p => new { p.Cooperative, p.EndedAt });
        payout.Property(p => p.Connected).HasMaxLength(100);
        payout.Ignore(p => p.Left);
        payout.Ignore(p => p.TakenBack);
        payout.HasMany(p => p.Reversals).WithOne().HasForeignKey(r => r.Payout).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TransferReversalMapping : IEntityTypeConfiguration<TransferReversal>
{
    public void Configure(EntityTypeBuilder<TransferReversal> reversal)
    {
        reversal.ToTable("settlement_transfer_reversals");
        reversal.HasKey(r => r.Id);
        reversal.Property(r => r.Id).ValueGeneratedNever();
        reversal.Ignore(r => r.Lines);
        reversal.Property(r => r.Reference).HasMaxLength(100);
        reversal.Property(r => r.RefusedFor).HasMaxLength(100);
        reversal.Property(r => r.Reason).HasMaxLength(300);
        // However often it is told, it is written down once.
        reversal.HasIndex(r => r.Reference).Reruns();
        reversal.HasIndex(r => r.State);
    }
}

internal sealed class ConnectedAccountMapping : IEntityTypeConfiguration<ConnectedAccount>
{
    public void Configure(EntityTypeBuilder<ConnectedAccount> account)
    {
        account.ToTable("settlement_connected_accounts");
        account.HasKey(a => a.Cooperative).Reruns();
        account.Ignore(a => a.Key);
        account.Property(a => a.Account).HasMaxLength(100);
        account.Property(a => a.RefusedFor).HasMaxLength(100);
        // An account is one cooperative's.
        account.HasIndex(a => a.Account).HasFilter("account <> ''").Reruns();
    }
}
