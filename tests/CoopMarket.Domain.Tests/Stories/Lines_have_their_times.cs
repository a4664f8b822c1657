using CoopMarket.Domain.Stories;
using CsCheck;

namespace CoopMarket.Domain.Tests.Stories;

public sealed class Lines_have_their_times
{
    private const int Long = 60_000;

    [Theory]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.500\nMột câu")]
    [InlineData("00:01.000 --> 00:02.500\r\nMột câu\r\n")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,500\nMột câu")]
    [InlineData("WEBVTT - lời\nKind: captions\n\nNOTE ghi chú\nhai dòng\n\nmở đầu\n00:00:01.000 --> 00:00:02.500 align:start\n  Một câu  ")]
    public void They_are_read_with_and_without_what_programs_write_around_them(string typed)
    {
        var (lines, flaw) = TimedLines.Read(typed, Long);

        flaw.ShouldBeNull();
        lines.ShouldHaveSingleItem().ShouldBe(new(1_000, 2_500, "Một câu"));
    }

    [Theory]
    [InlineData("WEBVTT\n\nMột câu", 3, "time")]
    [InlineData("00:99.000 --> 00:02.000\nx", 1, "time")]
    [InlineData("00:01.000 --> 00:02.000\nx\n\n00:03.000 -> 00:04.000\ny", 5, "time")]
    [InlineData("00:02.000 --> 00:02.000\nx", 1, "end")]
    [InlineData("00:05.000 --> 00:06.000\nx\n\n00:01.000 --> 00:02.000\ny", 4, "order")]
    [InlineData("00:59.000 --> 01:02.000\nx", 1, "past")]
    [InlineData("00:01.000 --> 00:02.000\n\nx", 1, "empty")]
    [InlineData("00:01.000 --> 00:02.000\n00:01.000 --> 00:02.000\n", 2, "words")]
    public void A_flaw_names_its_line(string typed, int line, string key) => TimedLines.Read(typed, Long).Flaw.ShouldBe(new(line, key));

    [Fact]
    public void Nothing_typed_is_no_line()
    {
        TimedLines.Read(null, Long).ShouldSatisfyAllConditions(r => r.Lines.ShouldBeEmpty(), r => r.Flaw.ShouldBeNull());
        TimedLines.Read(" \n\n WEBVTT".TrimStart(), Long).Lines.ShouldBeEmpty();
    }

    [Fact]
    public void Signs_of_the_file_in_words_stay_words()
    {
        var (lines, _) = TimedLines.Read("00:01.000 --> 00:02.000\n<b>Tỏi & lá</b>", Long);
        var written = TimedLines.Written(lines);

        written.ShouldContain("&lt;b&gt;Tỏi &amp; lá&lt;/b&gt;");
        TimedLines.Read(TimedLines.Typed(written), Long).Lines.ShouldBe(lines);
    }

    [Fact]
    public void What_is_written_is_read_again_as_the_same()
        => Gen.Select(Gen.Int[0, 50_000], Gen.Int[1, 9_000], Gen.String[Gen.Char["ab<>& đ."], 1, 30]).Array[1, 20].Sample(rows =>
        {
            TimedLine[] lines = [.. rows.Where(r => r.Item3.Trim().Length > 0 && !r.Item3.Contains("-->")).OrderBy(r => r.Item1).Select(r => new TimedLine(r.Item1, r.Item1 + r.Item2, r.Item3.Trim()))];
            return TimedLines.Read(TimedLines.Typed(TimedLines.Written(lines)), Long).Lines.SequenceEqual(lines);
        });

    [Fact]
    public void No_text_makes_it_throw()
        => Gen.String[Gen.Char["0123456789:.,->\n\r WEBVTNOx"], 0, 200].Sample(typed => TimedLines.Read(typed, Long) is { Lines: not null });
}
