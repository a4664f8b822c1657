using CoopMarket.Domain.Payments;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Payments.Data;

internal sealed class PaymentMapping : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("payments_payments");
        payment.HasKey(p => p.Id);
        payment.Property(p => p.Code).HasMaxLength(10);
        payment.Ignore(p => p.OpenCharged);
        payment.HasIndex(p => p.Order).Reruns();
        payment.HasIndex(p => p.Code).Reruns();
    }
}

internal sealed class MoneyInMapping : IEntityTypeConfiguration<MoneyIn>
{
    public void Configure(EntityTypeBuilder<MoneyIn> money)
    {
        money.ToTable("payments_money_in");
        money.HasKey(m => m.Id);
        money.Ignore(m => m.Rest);
        money.Property(m => m.SourceId).HasMaxLength(100);
        money.Property(m => m.Account).HasMaxLength(40);
        money.Property(m => m.Reference).HasMaxLength(140);
        money.Property(m => m.Bank).HasMaxLength(60);
        money.Property(m => m.Text).HasMaxLength(1000);
        money.Property(m => m.Note).HasMaxLength(300);
        money.HasIndex(m => new { m.Source, m.SourceId }).Reruns();
        money.HasIndex(m => new { m.Account, m.Direction, m.Reference }).Reruns();
        money.HasIndex(m => m.Reverses).Reruns();
        money.HasIndex(m => m.State);
        money.HasIndex(m => m.Order);
        money.HasIndex(m => new { m.Account, m.BookedAt });
    }
}

internal sealed class FurtherTellingMapping : IEntityTypeConfiguration<FurtherTelling>
{
    public void Configure(EntityTypeBuilder<FurtherTelling> told)
    {
        told.ToTable("payments_further_tellings");
        told.HasKey(t => new { t.Source, t.SourceId }).Reruns();
        told.Property(t => t.SourceId).HasMaxLength(100);
        told.Property(t => t.Reference).HasMaxLength(100);
        told.HasIndex(t => t.Money);
    }
}

internal sealed class CashParcelMapping : IEntityTypeConfiguration<CashParcel>
{
    public void Configure(EntityTypeBuilder<CashParcel> parcel)
    {
        parcel.ToTable("payments_cash_parcels");
        parcel.HasKey(p => p.SellerOrder).Reruns();
        parcel.Property(p => p.Code).HasMaxLength(10);
        parcel.Property(p => p.Number).HasMaxLength(40);
        parcel.Property(p => p.Note).HasMaxLength(200);
        parcel.Ignore(p => p.Owed).Ignore(p => p.OwedBack);
        parcel.HasIndex(p => new { p.Cooperative, p.State });
        parcel.HasIndex(p => new { p.Cooperative, p.Number });
        parcel.HasIndex(p => p.Code);
        parcel.HasIndex(p => new { p.IsForMarket, p.State });
    }
}

internal sealed class RemittedCashMapping : IEntityTypeConfiguration<RemittedCash>
{
    public void Configure(EntityTypeBuilder<RemittedCash> cash)
    {
        cash.ToTable("payments_remitted_cash");
        cash.OnlyAdded();
        cash.HasKey(c => c.Id);
        cash.HasIndex(c => c.Money);
        cash.HasIndex(c => c.SellerOrder);
    }
}

internal sealed class RefundDueMapping : IEntityTypeConfiguration<RefundDue>
{
    public void Configure(EntityTypeBuilder<RefundDue> due)
    {
        due.ToTable("payments_refunds_due");
        due.HasKey(d => d.Id);
        due.Property(d => d.Reference).HasMaxLength(100);
        due.Property(d => d.Code).HasMaxLength(10);
        due.Property(d => d.Charge).HasMaxLength(100);
        due.Property(d => d.RefusedFor).HasMaxLength(100);
        due.HasIndex(d => d.Reference).RefusesAs(new ReferenceUsed());
        due.HasIndex(d => d.Order);
        due.HasIndex(d => d.PaidAt);
        due.HasIndex(d => d.Call).Reruns();
        due.HasIndex(d => d.Code);
    }
}

internal sealed class StatementUploadMapping : IEntityTypeConfiguration<StatementUpload>
{
    public void Configure(EntityTypeBuilder<StatementUpload> upload)
    {
        upload.ToTable("payments_statements");
        upload.HasKey(u => u.Id);
        upload.Property(u => u.Name).HasMaxLength(100);
    }
}

internal sealed class RefundAccountMapping : IEntityTypeConfiguration<RefundAccount>
{
    public void Configure(EntityTypeBuilder<RefundAccount> account)
    {
        account.ToTable("payments_refund_accounts");
        account.HasKey(a => a.Order).Reruns();
        account.Property(a => a.Bin).HasMaxLength(6);
        account.Property(a => a.Number).HasMaxLength(34);
        account.Property(a => a.Holder).HasMaxLength(100);
    }
}

internal sealed class CardAttemptMapping : IEntityTypeConfiguration<CardAttempt>
{
    public void Configure(EntityTypeBuilder<CardAttempt> attempt)
    {
        attempt.ToTable("payments_card_attempts");
        attempt.HasKey(a => a.Id);
        attempt.Property(a => a.Code).HasMaxLength(10);
        attempt.Property(a => a.Session).HasMaxLength(100);
        attempt.Property(a => a.Page).HasMaxLength(2000);
        // One page at a time: of two buyers' clicks at once the second finds the first one's.
        attempt.HasIndex(a => a.Payment).HasFilter("ended_at IS NULL").Reruns();
        attempt.HasIndex(a => new { a.EndedAt, a.ClosesAt });
    }
}

internal sealed class CardEventMapping : IEntityTypeConfiguration<CardEvent>
{
    public void Configure(EntityTypeBuilder<CardEvent> told)
    {
        told.ToTable("payments_card_events");
        told.HasKey(e => e.Id).Reruns();
        told.Property(e => e.Id).HasMaxLength(120);
        told.Property(e => e.Type).HasMaxLength(100);
        told.Property(e => e.ApiVersion).HasMaxLength(100);
        told.Property(e => e.Account).HasMaxLength(100);
        told.Property(e => e.Session).HasMaxLength(100);
        told.Property(e => e.Reference).HasMaxLength(100);
        told.Property(e => e.Charge).HasMaxLength(100);
        told.Property(e => e.Currency).HasMaxLength(3);
        told.Property(e => e.Note).HasMaxLength(300);
        told.HasIndex(e => e.State);
    }
}

internal sealed class CardExchangeMapping : IEntityTypeConfiguration<CardExchange>
{
    public void Configure(EntityTypeBuilder<CardExchange> exchange)
    {
        exchange.ToTable("payments_card_exchanges");
        exchange.OnlyAdded();
        exchange.HasKey(e => e.Id);
    }
}

internal sealed class CardMoveMapping : IEntityTypeConfiguration<CardMove>
{
    public void Configure(EntityTypeBuilder<CardMove> move)
    {
        move.ToTable("payments_card_moves");
        move.HasKey(m => m.Id);
        move.Ignore(m => m.Net).Ignore(m => m.Kept).Ignore(m => m.Called).Ignore(m => m.IsOpen).Ignore(m => m.NeedsWord);
        move.Property(m => m.Name).HasMaxLength(100);
        move.Property(m => m.Source).HasMaxLength(100);
        move.Property(m => m.Charge).HasMaxLength(100);
        move.Property(m => m.Note).HasMaxLength(300);
        // Two that read the books at once write each line down once, and no row of ours explains two lines.
        move.HasIndex(m => m.Name).Reruns();
        move.HasIndex(m => m.Line).Reruns();
        move.HasIndex(m => new { m.Refund, m.Kind }).Reruns();
        move.HasIndex(m => m.Exchange).Reruns();
        move.HasIndex(m => m.Source);
        move.HasIndex(m => m.State);
        move.HasIndex(m => m.HappenedAt);
    }
}

internal sealed class CardComparisonMapping : IEntityTypeConfiguration<CardComparison>
{
    public void Configure(EntityTypeBuilder<CardComparison> comparison)
    {
        comparison.ToTable("payments_card_comparisons");
        comparison.HasKey(c => c.Id);
        comparison.HasMany(c => c.Differences).WithOne().HasForeignKey(d => d.Comparison).OnDelete(DeleteBehavior.Cascade);
        comparison.HasMany(c => c.Balances).WithOne().HasForeignKey(b => b.Comparison).OnDelete(DeleteBehavior.Cascade);
        comparison.HasIndex(c => c.At);
    }
}

internal sealed class CardDifferenceMapping : IEntityTypeConfiguration<CardDifference>
{
    public void Configure(EntityTypeBuilder<CardDifference> difference)
    {
        difference.ToTable("payments_card_differences");
        difference.HasKey(d => new { d.Comparison, d.Number }).Reruns();
        difference.Property(d => d.Number).ValueGeneratedNever();
        difference.Property(d => d.Name).HasMaxLength(100);
    }
}

internal sealed class CardBalanceMapping : IEntityTypeConfiguration<CardBalance>
{
    public void Configure(EntityTypeBuilder<CardBalance> balance)
    {
        balance.ToTable("payments_card_balances");
        balance.HasKey(b => new { b.Comparison, b.Currency }).Reruns();
    }
}
