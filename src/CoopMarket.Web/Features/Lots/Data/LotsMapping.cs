using CoopMarket.Domain.Lots;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace CoopMarket.Web.Features.Lots.Data;

internal sealed class LotMapping : IEntityTypeConfiguration<Lot>
{
    public void Configure(EntityTypeBuilder<Lot> lot)
    {
        lot.ToTable("lots_lots");
        lot.HasKey(l => l.Id);
        lot.Property(l => l.Number).HasMaxLength(Lot.MostNumber);
        lot.Property(l => l.FoldedNumber).HasMaxLength(2 * Lot.MostNumber);
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
