using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace CoopMarket.Web.Features.Lots.Data;

internal sealed class LotKeepingMapping : IEntityTypeConfiguration<LotKeeping>
{
    public void Configure(EntityTypeBuilder<LotKeeping> keeping)
    {
        keeping.ToTable("lots_keepings");
        keeping.HasKey(k => k.Product).Reruns();
    }
}

internal sealed class LotStockMapping : IEntityTypeConfiguration<LotStock>
{
    public void Configure(EntityTypeBuilder<LotStock> stock)
    {
        stock.ToTable("lots_stocks", table => table.HasCheckConstraint("ck_lots_stocks_pieces", "0 <= pieces AND 0 <= aside"));
        stock.HasKey(s => new { s.Lot, s.Variant }).Reruns();
        stock.HasIndex(s => s.Variant);
        stock.HasOne<Lot>().WithMany().HasForeignKey(s => s.Lot).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AllotmentMapping : IEntityTypeConfiguration<Allotment>
{
    public void Configure(EntityTypeBuilder<Allotment> allotment)
    {
        allotment.ToTable("lots_allotments");
        allotment.HasKey(a => new { a.Line, a.Lot }).Reruns();
        allotment.HasIndex(a => a.Lot);
        allotment.HasOne<Lot>().WithMany().HasForeignKey(a => a.Lot).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LotVisitsMapping : IEntityTypeConfiguration<LotVisits>
{
    public void Configure(EntityTypeBuilder<LotVisits> visits)
    {
        visits.ToTable("lots_visits", table => table.HasCheckConstraint("ck_lots_visits_count", "0 < count"));
        visits.HasKey(v => new { v.Lot, v.Day }).Reruns();
        visits.HasOne<Lot>().WithMany().HasForeignKey(v => v.Lot).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LotMapping : IEntityTypeConfiguration<Lot>
{
    public void Configure(EntityTypeBuilder<Lot> lot)
    {
        lot.ToTable("lots_lots");
        lot.HasKey(l => l.Id);
        lot.Property(l => l.Code).HasMaxLength(PublicCode.Length);
        // Two of the same are as good as never made; the second is made anew.
        lot.HasIndex(l => l.Code).Reruns();
        lot.Property(l => l.Number).HasMaxLength(Lot.MostNumber * 8);
        lot.Property(l => l.FoldedNumber).HasMaxLength(2 * 8 * Lot.MostNumber);
        // Whoever comes second is given the next number, or told that hers is taken.
        lot.HasIndex(l => new { l.Cooperative, l.FoldedNumber }).Reruns();
        lot.HasIndex(l => new { l.Product, l.State });
        lot.Property(l => l.Papers).HasConversion(
            papers => JsonSerializer.Serialize(papers.Select(p => new PaperRow(LocalizedTextConverter.Write(p.Name), p.Number)), Json.Options),
            json => JsonSerializer.Deserialize<List<PaperRow>>(json, Json.Options)!.ConvertAll(p => new LotPaper(LocalizedTextConverter.Read(p.Name), p.Number)),
            new ValueComparer<IReadOnlyList<LotPaper>>((a, b) => a!.SequenceEqual(b!), c => c.Count, c => c));
    }

    /// <summary>A certificate as it is kept.</summary>
    private sealed record PaperRow(string Name, string Number);
}
