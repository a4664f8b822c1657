using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Orders.Data;

internal sealed class ReturnMapping : IEntityTypeConfiguration<Return>
{
    public void Configure(EntityTypeBuilder<Return> back)
    {
        // A letter as people see it may be several in the database.
        back.ToTable("orders_returns");
        back.HasKey(r => r.Id);
        back.Property(r => r.Words).HasMaxLength(Return.MostWords * 8);
        back.Property(r => r.Answer).HasMaxLength(Return.MostWords * 8);
        back.Property(r => r.Ending).HasMaxLength(Return.MostWords * 8);
        back.Property(r => r.Number).HasMaxLength(40);
        back.Ignore(r => r.IsOpen).Ignore(r => r.Counts).Ignore(r => r.RefundBy).Ignore(r => r.LateFrom);
        back.HasIndex(r => r.Order);
        back.HasIndex(r => r.SellerOrder);
        back.HasIndex(r => new { r.Cooperative, r.EndedAt });
        back.OwnsMany(r => r.Lines, line =>
        {
            line.ToTable("orders_return_lines");
            line.WithOwner().HasForeignKey("ReturnId");
            line.HasKey("ReturnId", nameof(ReturnLine.Line)).HasAnnotation(Collisions.RerunAnnotation, "yes");
        });
    }
}

internal sealed class WithdrawalMapping : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> word)
    {
        word.ToTable("orders_withdrawals");
        word.OnlyAdded();
        word.HasKey(w => w.Id);
        word.Ignore(w => w.RefundBy);
        word.HasIndex(w => w.Order);
        word.OwnsMany(w => w.Lines, line =>
        {
            line.ToTable("orders_withdrawal_lines");
            line.OnlyAdded();
            line.WithOwner().HasForeignKey("WithdrawalId");
            line.HasKey("WithdrawalId", nameof(ReturnLine.Line)).HasAnnotation(Collisions.RerunAnnotation, "yes");
        });
    }
}

internal sealed class WithdrawalNameMapping : IEntityTypeConfiguration<WithdrawalName>
{
    public void Configure(EntityTypeBuilder<WithdrawalName> name)
    {
        name.ToTable("orders_withdrawal_names");
        name.HasKey(n => n.Withdrawal).Reruns();
        name.Property(n => n.Name).HasMaxLength(Typed.MostName * 8);
        name.HasOne<Withdrawal>().WithOne().HasForeignKey<WithdrawalName>(n => n.Withdrawal);
    }
}
