using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Catalog;

public sealed class Words_that_food_may_not_be_praised_with
{
    private static readonly string[] Gaps = [" ", ", ", "\n", "-", "…"];
    private static readonly DateTimeOffset Day = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly ForbiddenWord[] First = [.. FirstForbiddenWords.All.Select(w => Write(w.Language, w.Words))];

    [Theory]
    [InlineData("vi", "Tỏi đen CHỮA BỆNH tiểu đường.", "chữa bệnh", "tiểu đường")]
    [InlineData("vi", "chua benh, ung-thu", "chữa bệnh", "ung thư")]
    [InlineData("vi", "Uống mỗi sáng, huyết\náp ổn", "huyết áp")]
    [InlineData("en", "It cures cancer", "cure", "cancer")]
    [InlineData("en", "Good for «ung thư»", "ung thư")]
    [InlineData("fr", "Un remède contre le diabète", "remède", "diabète")]
    public void They_are_found_whole_whatever_their_case_and_marks(string language, string text, params string[] words)
        => ForbiddenWord.In([In(language, text)], First).Select(w => w == "cures" ? "cure" : w).ShouldBe(words, ignoreOrder: true);

    [Theory]
    [InlineData("vi", "Quả chua, hái trên nương; chưa chín thì để thêm. Trà ngon.")]
    [InlineData("vi", "Huyết dụ và áp chảo: bệnh viện xã có chữa cháy.")]
    [InlineData("en", "Cured meat, a secure jar, heather honey")]
    [InlineData("fr", "Un goût de fumée, une cure de sommeil")]
    public void Parts_of_words_and_words_apart_are_not_found(string language, string text) => ForbiddenWord.In([In(language, text)], First).ShouldBeEmpty();

    [Fact]
    public void A_word_is_not_found_inside_another() => ForbiddenWord.In([In("en", "a traverse, trapeze and extra")], [Write("vi", "trà")]).ShouldBeEmpty();

    [Fact]
    public void A_word_put_between_others_is_always_found_and_never_where_its_letters_go_on()
        => Gen.Select(Gen.Int[0, First.Length - 1], Gen.String[Gen.Char["abcxyz"], 1, 6], Gen.Int[0, Gaps.Length - 1].Select(n => Gaps[n])).Sample((nth, beside, gap) =>
        {
            var word = First[nth];
            ForbiddenWord.In([In(word.Language, $"{beside}{gap}{word.Words.ToUpperInvariant()}{gap}{beside}")], [word]).ShouldBe([word.Words]);
            ForbiddenWord.In([In(word.Language, $"{beside}{word.Words}{beside}")], [word]).ShouldBeEmpty();
        });

    [Fact]
    public void The_latest_row_of_a_word_counts_from_its_day_on()
    {
        ForbiddenWord[] rows = [Write("vi", "mất ngủ"), Write("vi", "Mất ngủ", isHeld: false, Day.AddDays(2)), Write("vi", "mat ngu", from: Day.AddDays(4))];

        foreach (var (days, isHeld) in new[] { (-1, false), (0, true), (1, true), (2, false), (3, false), (4, true) })
            ForbiddenWord.InForce(rows, Day.AddDays(days)).Any().ShouldBe(isHeld, $"day {days}");
    }

    [Fact]
    public void No_first_word_is_found_in_texts_of_another_language_by_chance()
        => First.Where(w => w.Language == "vi").ShouldAllBe(w => w.Folded.Contains(' ') || w.Folded == "covid");

    private static LocalizedText In(string language, string text) => language == "vi" ? new(text) : new([new("vi", "–"), new(language, text)]);

    private static ForbiddenWord Write(string language, string words, bool isHeld = true, DateTimeOffset? from = null)
        => ForbiddenWord.Write(new(Guid.NewGuid()), language, words, isHeld, from ?? Day, from ?? Day, null);
}
