using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Tests.Reviews;

public sealed class A_review_keeps_its_trail
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_said_before_stays_in_it()
    {
        var review = Written(3, "Tạm được");
        review.Change(new(5, "Càng dùng càng thích", "Hạnh", "vi"), "guest", Now.AddDays(2)).IsDone.ShouldBeTrue();

        (review.Stars, review.Words, review.ChangedAt).ShouldBe((5, "Càng dùng càng thích", Now.AddDays(2)));
        review.Moves.Select(m => (m.Number, m.Kind, m.Stars, m.Words)).ShouldBe([(1, ReviewMoveKind.Written, 3, "Tạm được"), (2, ReviewMoveKind.Changed, 5, "Càng dùng càng thích")]);
    }

    [Fact]
    public void The_same_words_once_more_change_nothing()
    {
        var review = Written(3, "Tạm được");
        review.Change(new(3, "Tạm được", "", "vi"), "guest", Now.AddDays(60)).IsDone.ShouldBeTrue();
        (review.MoveCount, review.ChangedAt).ShouldBe((1, null));
    }

    [Theory]
    [InlineData(29, true), InlineData(30, false)]
    public void It_is_changed_within_its_time(int days, bool isDone)
        => Written(3, "Tạm được").Change(new(4, "Tạm được", "", "vi"), "guest", Now.AddDays(days)).IsDone.ShouldBe(isDone);

    [Theory]
    [InlineData(364, true), InlineData(365, false)]
    public void It_is_written_within_a_year(int days, bool isDone)
        => Review.Write(new(Guid.NewGuid()), Line(Now.AddDays(-days)), new(5, "", "", "vi"), "guest", Now).IsDone.ShouldBe(isDone);

    [Fact]
    public void What_has_not_arrived_has_none()
        => Review.Write(new(Guid.NewGuid()), Line(null), new(5, "", "", "vi"), "guest", Now).Refusal.ShouldBe(new NotReceived());

    [Fact]
    public void What_was_hidden_its_writer_neither_changes_nor_brings_back()
    {
        var review = Written(1, "Quảng cáo");
        review.Hide("Quảng cáo", "admin", Now).IsDone.ShouldBeTrue();
        review.Change(new(5, "Khác", "", "vi"), "guest", Now).Refusal.ShouldBe(new ReviewIsHidden());
        review.TakeBack("guest", Now).Refusal.ShouldBe(new ReviewIsHidden());
        review.Keep("Nhầm", "admin", Now).IsDone.ShouldBeTrue();
        (review.State, review.HiddenBecause).ShouldBe((ReviewState.Shown, ""));
    }

    [Fact]
    public void Other_words_lose_their_translation()
    {
        var review = Written(5, "Ngon");
        review.Translate("en", "Tasty", "desk", Now).IsDone.ShouldBeTrue();
        review.Translate("vi", "Ngon", "desk", Now).Refusal.ShouldBe(new NotFound(), "it is written in that language");
        review.Change(new(4, "Ngon", "", "vi"), "guest", Now);
        review.Translations.Has("en").ShouldBeTrue("its words are the same");
        review.Change(new(4, "Dở", "", "vi"), "guest", Now);
        review.Translations.Has("en").ShouldBeFalse();
    }

    [Fact]
    public void Twenty_reports_are_enough()
    {
        var review = Written(1, "Dở");
        for (var i = 0; i < 30; i++)
            review.Report(ReportReason.Untrue, "", byItsCooperative: false, "guest", Now).IsDone.ShouldBeTrue();
        (review.OpenReports, review.MoveCount).ShouldBe((Review.MostReports, Review.MostReports + 1));
    }

    private static ReceivedLine Line(DateTimeOffset? arrived) => new(new(Guid.NewGuid()), new(Guid.NewGuid()), new(Guid.NewGuid()), new(Guid.NewGuid()), new("Tỏi đen"), arrived);

    private static Review Written(int stars, string words) => Review.Write(new(Guid.NewGuid()), Line(Now), new(stars, words, "", "vi"), "guest", Now).Value;
}
