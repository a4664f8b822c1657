using CoopMarket.Domain.Reviews;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Reviews.Data;

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.ToTable("reviews_reviews", table => table.HasCheckConstraint("ck_reviews_reviews_stars", "1 <= stars AND stars <= 5"));
        review.HasKey(r => r.Id);
        review.Property(r => r.Words).HasMaxLength(Review.MostWords * 8);
        review.Property(r => r.Name).HasMaxLength(Review.MostName * 8);
        review.Property(r => r.Answer).HasMaxLength(Review.MostAnswer * 8);
        review.Property(r => r.HiddenBecause).HasMaxLength(Review.MostReason * 8);
        review.Property(r => r.Language).HasMaxLength(8);
        review.Property(r => r.AnswerLanguage).HasMaxLength(8);
        // One for each line: who presses twice finds the first one, and says the same once more.
        review.HasIndex(r => r.Line).Reruns();
        // Counting stars reads the index alone.
        review.HasIndex(r => new { r.State, r.Product, r.Stars });
        review.HasIndex(r => new { r.Product, r.State, r.WrittenAt });
        review.HasIndex(r => new { r.Cooperative, r.State, r.WrittenAt });
        review.HasIndex(r => new { r.OpenReports, r.WrittenAt });
        review.HasIndex(r => r.Order);
        review.HasMany(r => r.Moves).WithOne().HasForeignKey(m => m.Review);
    }
}

internal sealed class ReviewMoveMapping : IEntityTypeConfiguration<ReviewMove>
{
    public void Configure(EntityTypeBuilder<ReviewMove> move)
    {
        move.ToTable("reviews_moves");
        move.OnlyAdded();
        move.HasKey(m => new { m.Review, m.Number }).Reruns();
        move.Property(m => m.Number).ValueGeneratedNever();
        move.Property(m => m.By).HasMaxLength(60);
        move.Property(m => m.Words).HasMaxLength(Review.MostWords * 8);
    }
}
