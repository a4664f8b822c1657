using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Shared;

/// <summary>Amounts are written out as they are said, and can be read back.</summary>
public sealed class DongInWordsTests
{
    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    [Theory]
    [InlineData(0, "Không đồng")]
    [InlineData(1, "Một đồng")]
    [InlineData(5, "Năm đồng")]
    [InlineData(10, "Mười đồng")]
    [InlineData(15, "Mười lăm đồng")]
    [InlineData(21, "Hai mươi mốt đồng")]
    [InlineData(24, "Hai mươi tư đồng")]
    [InlineData(14, "Mười bốn đồng")]
    [InlineData(55, "Năm mươi lăm đồng")]
    [InlineData(105, "Một trăm linh năm đồng")]
    [InlineData(110, "Một trăm mười đồng")]
    [InlineData(1_005, "Một nghìn không trăm linh năm đồng")]
    [InlineData(385_000, "Ba trăm tám mươi lăm nghìn đồng")]
    [InlineData(1_000_000, "Một triệu đồng")]
    [InlineData(1_001_000, "Một triệu không trăm linh một nghìn đồng")]
    [InlineData(12_500_000, "Mười hai triệu năm trăm nghìn đồng")]
    [InlineData(1_000_000_000, "Một tỷ đồng")]
    [InlineData(2_000_000_071, "Hai tỷ không trăm bảy mươi mốt đồng")]
    [InlineData(1_500_000_000_000, "Một nghìn năm trăm tỷ đồng")]
    [InlineData(99_999_999_999, "Chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng")]
    public void As_they_are_said(long dong, string words) => DongInWords.Of(dong).ShouldBe(words);

    [Fact]
    public void Any_amount_can_be_read_back() => Gen.Long[0, 2 * Money.Most].Sample(dong => ReadBack(DongInWords.Of(dong)).ShouldBe(dong));

    [Fact]
    public void What_is_owed_has_no_words_here() => Should.Throw<ArgumentOutOfRangeException>(() => DongInWords.Of(-1));

    private static long ReadBack(string words)
    {
        long whole = 0, group = 0, three = 0, digit = 0;
        foreach (var word in words.ToLowerInvariant().Split(' '))
        {
            switch (word)
            {
                case "trăm": (three, digit) = (three + (digit * 100), 0); break;
                case "mươi": (three, digit) = (three + (digit * 10), 0); break;
                case "mười": three += 10; break;
                case "linh": break;
                case "mốt": digit = 1; break;
                case "tư": digit = 4; break;
                case "lăm": digit = 5; break;
                case "nghìn": (group, three, digit) = (group + ((three + digit) * 1_000), 0, 0); break;
                case "triệu": (group, three, digit) = (group + ((three + digit) * 1_000_000), 0, 0); break;
                case "tỷ": (whole, group, three, digit) = ((whole + group + three + digit) * 1_000_000_000, 0, 0, 0); break;
                case "đồng": return whole + group + three + digit;
                default: digit = Array.IndexOf(Digits, word); break;
            }
        }

        throw new FormatException(words);
    }
}
