using CoopMarket.Domain.Questions;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoopMarket.Web.Features.Questions.Data;

internal sealed class QuestionMapping : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.ToTable("questions_questions");
        question.HasKey(q => q.Id);
        question.Property(q => q.Code).HasMaxLength(10);
        question.Property(q => q.ProductSlug).HasMaxLength(120);
        question.Property(q => q.OrderCode).HasMaxLength(10);
        question.Property(q => q.Name).HasMaxLength(Question.MostName * 8);
        question.Property(q => q.Email).HasMaxLength(254);
        question.Property(q => q.Language).HasMaxLength(8);
        question.Property(q => q.SecretHash).HasMaxLength(64);
        question.Property(q => q.ReportWhy).HasMaxLength(Question.MostReason * 8);
        // Of 35 random bits two are once the same: who asks then is asked to send it again.
        question.HasIndex(q => q.Code).IsUnique().Reruns();
        question.HasIndex(q => new { q.Cooperative, q.State, q.SpokenAt });
        question.HasIndex(q => new { q.Person, q.SpokenAt });
        question.HasIndex(q => new { q.IsReported, q.ReportedAt });
        question.HasIndex(q => new { q.IsWarned, q.SpokenAt });
        question.HasIndex(q => q.DeskTellAt);
        question.HasIndex(q => q.BuyerTellAt);
        question.HasMany(q => q.Messages).WithOne().HasForeignKey(m => m.Question);
        question.HasMany(q => q.Readings).WithOne().HasForeignKey(r => r.Question);
    }
}

internal sealed class QuestionMessageMapping : IEntityTypeConfiguration<QuestionMessage>
{
    public void Configure(EntityTypeBuilder<QuestionMessage> message)
    {
        message.ToTable("questions_messages");
        message.HasKey(m => m.Id);
        message.Property(m => m.FormKey).HasMaxLength(22);
        message.Property(m => m.Words).HasMaxLength(Question.MostWords * 8);
        message.Property(m => m.By).HasMaxLength(60);
        // Two who write at once each get their own place.
        message.HasIndex(m => new { m.Question, m.Number }).IsUnique().Reruns();
        // Who presses twice finds the first one.
        message.HasIndex(m => m.FormKey).IsUnique().Reruns();
    }
}

internal sealed class QuestionReadingMapping : IEntityTypeConfiguration<QuestionReading>
{
    public void Configure(EntityTypeBuilder<QuestionReading> reading)
    {
        reading.ToTable("questions_readings");
        reading.OnlyAdded();
        reading.HasKey(r => new { r.Question, r.Number }).Reruns();
        reading.Property(r => r.Number).ValueGeneratedNever();
        reading.Property(r => r.By).HasMaxLength(60);
        reading.Property(r => r.Reason).HasMaxLength(Question.MostReason * 8);
    }
}
