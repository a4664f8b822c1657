using CoopMarket.Domain.Photos;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Photos.Data;

internal sealed class PhotoMapping : IEntityTypeConfiguration<Photo>
{
    public void Configure(EntityTypeBuilder<Photo> photo)
    {
        photo.ToTable("photos_photos");
        photo.HasKey(p => p.Id);
        photo.Ignore(p => p.Subject);
        photo.Ignore(p => p.Spot);
        photo.Property(p => p.Hash).HasMaxLength(32);
        photo.Property(p => p.Colors).HasMaxLength(78);
        photo.Property(p => p.Weights).HasMaxLength(200);
        photo.HasIndex(p => new { p.SubjectId, p.Position });
        photo.HasIndex(p => p.Hash);
        photo.HasIndex(p => new { p.Cooperative, p.RemovedAt });
        photo.HasIndex(p => new { p.State, p.ClaimedUntil });
    }
}
