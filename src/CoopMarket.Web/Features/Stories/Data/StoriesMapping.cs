using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace CoopMarket.Web.Features.Stories.Data;

internal sealed class StoryMapping : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> story)
    {
        story.ToTable("stories_stories");
        story.HasKey(s => s.Id);
        story.Property(s => s.Slug).HasMaxLength(100);
        story.HasIndex(s => s.Slug).Reruns();
        story.HasIndex(s => new { s.Cooperative, s.State });
        story.HasIndex(s => new { s.State, s.LiveAt });
        story.Property(s => s.HeldWords).HasConversion(
            words => JsonSerializer.Serialize(words, Json.Options),
            json => JsonSerializer.Deserialize<List<string>>(json, Json.Options)!,
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), c => c.Count, c => c));
        story.HasMany(s => s.Products).WithOne().HasForeignKey(p => p.Story);
        story.Navigation(s => s.Products).AutoInclude();
    }
}

internal sealed class StoryProductMapping : IEntityTypeConfiguration<StoryProduct>
{
    public void Configure(EntityTypeBuilder<StoryProduct> product)
    {
        product.ToTable("stories_products");
        product.HasKey(p => new { p.Story, p.Product }).Reruns();
        product.HasIndex(p => p.Product);
    }
}

internal sealed class RecordingMapping : IEntityTypeConfiguration<Recording>
{
    public void Configure(EntityTypeBuilder<Recording> recording)
    {
        recording.ToTable("stories_recordings");
        recording.HasKey(r => r.Id);
        recording.Ignore(r => r.IsTold);
        recording.Property(r => r.Hash).HasMaxLength(32);
        recording.Property(r => r.Language).HasMaxLength(3);
        // One file is one voice of a story.
        recording.HasIndex(r => new { r.Story, r.Hash }).Reruns();
        recording.HasIndex(r => r.Hash);
    }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("stories_consents");
        consent.HasKey(c => c.Id);
        consent.HasIndex(c => c.Story);
        consent.HasIndex(c => new { c.Kind, c.About });
        consent.HasIndex(c => c.Person);
        consent.Property(c => c.TextVersion).HasMaxLength(10);
    }
}
