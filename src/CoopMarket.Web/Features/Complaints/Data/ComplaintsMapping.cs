using CoopMarket.Domain.Complaints;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Complaints.Data;

internal sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> complaint)
    {
        complaint.ToTable("complaints_complaints");
        complaint.HasKey(c => c.Id);
        complaint.Property(c => c.Code).HasMaxLength(10);
        complaint.Property(c => c.OrderCode).HasMaxLength(10);
        complaint.Property(c => c.FormKey).HasMaxLength(22);
        complaint.Property(c => c.Name).HasMaxLength(Complaint.MostName * 8);
        complaint.Property(c => c.Email).HasMaxLength(254);
        complaint.Property(c => c.Phone).HasMaxLength(20);
        complaint.Property(c => c.Language).HasMaxLength(8);
        complaint.Property(c => c.SecretHash).HasMaxLength(64);
        complaint.Property(c => c.SettledBy).HasMaxLength(60);
        // Of 35 random bits two are once the same: who complains then is asked to send it again.
        complaint.HasIndex(c => c.Code).IsUnique().Reruns();
        // Who presses twice finds the first one.
        complaint.HasIndex(c => c.FormKey).IsUnique().Reruns();
        complaint.HasIndex(c => c.DueAt);
        complaint.HasIndex(c => new { c.Cooperative, c.ReceivedAt });
        complaint.HasMany(c => c.Moves).WithOne().HasForeignKey(m => m.Complaint);
    }
}

internal sealed class ComplaintMoveMapping : IEntityTypeConfiguration<ComplaintMove>
{
    public void Configure(EntityTypeBuilder<ComplaintMove> move)
    {
        move.ToTable("complaints_moves");
        move.OnlyAdded();
        move.HasKey(m => new { m.Complaint, m.Number }).Reruns();
        move.Property(m => m.Number).ValueGeneratedNever();
        move.Property(m => m.By).HasMaxLength(60);
        move.Property(m => m.Words).HasMaxLength(Complaint.MostWords * 8);
    }
}

internal sealed class ComplaintTermMapping : IEntityTypeConfiguration<ComplaintTerm>
{
    public void Configure(EntityTypeBuilder<ComplaintTerm> term)
    {
        term.ToTable("complaints_terms");
        term.OnlyAdded();
        term.HasKey(t => t.Id);
        term.HasIndex(t => new { t.Kind, t.From });
    }
}
