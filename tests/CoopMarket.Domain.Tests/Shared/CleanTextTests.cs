using System.Text;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Shared;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("  Tòng Thị Phanh \u00A0", "Tòng Thị Phanh")]
    [InlineData("To\u0300ng", "Tòng")]
    [InlineData("\u200BHoa\uFEFF", "Hoa")]
    [InlineData("a\tb", "a b")]
    [InlineData("👨‍👩‍👧", "👨‍👩‍👧")]
    public void A_typed_text_is_tidied(string typed, string expected)
    {
        CleanText.Read(typed, 20, out var clean).ShouldBe(TextVerdict.Clean);
        clean.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u00A0\u3000")]
    [InlineData("\u200B\u200D\uFEFF\u00AD")]
    [InlineData("\u3164\u2800")]
    public void A_text_that_shows_nothing_is_empty(string? typed)
    {
        CleanText.Read(typed, 20, out var clean).ShouldBe(TextVerdict.Empty);
        clean.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a\0b", TextVerdict.ControlCharacter)]
    [InlineData("a\u001Bb", TextVerdict.ControlCharacter)]
    [InlineData("a\nb", TextVerdict.ControlCharacter)]
    [InlineData("a\u2028b", TextVerdict.ControlCharacter)]
    [InlineData("a\uFFFEb", TextVerdict.ControlCharacter)]
    [InlineData("gnp\u202Egpj", TextVerdict.DirectionOverride)]
    [InlineData("\u2066a\u2069", TextVerdict.DirectionOverride)]
    [InlineData("e\u0301\u0301\u0301\u0301\u0301", TextVerdict.TooManyMarks)]
    [InlineData("123456789012345678901", TextVerdict.TooLong)]
    public void A_text_that_would_do_harm_is_refused(string typed, TextVerdict verdict)
    {
        CleanText.Read(typed, 20, out var clean).ShouldBe(verdict);
        clean.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0xD800, false)]
    [InlineData(0xDC00, true)]
    public void Half_a_surrogate_pair_is_refused(int half, bool isAtEnd)
    {
        var character = (char)half;
        CleanText.Read(isAtEnd ? $"a{character}" : $"{character}a", 20, out _).ShouldBe(TextVerdict.LoneSurrogate);
    }

    [Fact]
    public void Several_lines_keep_their_breaks_as_line_feeds()
    {
        CleanText.Read("một\r\nhai\rba\n", 20, out var clean, severalLines: true).ShouldBe(TextVerdict.Clean);
        clean.ShouldBe("một\nhai\nba");
    }

    [Fact]
    public void Length_is_counted_as_a_reader_counts()
    {
        CleanText.Read("ệ".Normalize(NormalizationForm.FormD), 1, out _).ShouldBe(TextVerdict.Clean);
        CleanText.Read("👍🏽👍🏽", 2, out _).ShouldBe(TextVerdict.Clean);
        CleanText.Read("👍🏽👍🏽", 1, out _).ShouldBe(TextVerdict.TooLong);
    }

    [Fact]
    public void A_thousand_marks_and_a_megabyte_are_refused()
    {
        CleanText.Read("e" + new string('\u0301', 1000), 2000, out _).ShouldBe(TextVerdict.TooManyMarks);
        CleanText.Read(new string('a', 1_000_000), 100, out _).ShouldBe(TextVerdict.TooLong);
    }

    [Fact]
    public void A_clean_text_is_clean_again_and_unchanged() => Gen.Select(Gen.String, Gen.Bool).Sample((typed, severalLines) =>
    {
        if (CleanText.Read(typed, 50, out var clean, severalLines) != TextVerdict.Clean) return;
        clean.ShouldNotContain('\0');
        CleanText.Read(clean, 50, out var again, severalLines).ShouldBe(TextVerdict.Clean);
        again.ShouldBe(clean);
    });

    [Theory]
    [InlineData("a\r\nBcc: x@y", "a Bcc: x@y")]
    [InlineData("a\0\u0085\u2028b\n", "a b")]
    [InlineData("\u202Eabc", "abc")]
    [InlineData(null, "")]
    public void One_line_carries_no_break(string? text, string line) => CleanText.OneLine(text).ShouldBe(line);

    [Fact]
    public void One_line_never_breaks_a_header_or_a_log() => Gen.String.Sample(text =>
        CleanText.OneLine(text).Any(character => char.IsControl(character) || character is '\u2028' or '\u2029').ShouldBeFalse());
}
