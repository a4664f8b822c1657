using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Shared;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("1.000", 1_000)]
    [InlineData("1,000", 1_000)]
    [InlineData("1 000", 1_000)]
    [InlineData("1\u00A0000", 1_000)]
    [InlineData("1\u202F000", 1_000)]
    [InlineData("１８５．０００", 185_000)]
    [InlineData("185000", 185_000)]
    [InlineData(" 185.000 ₫ ", 185_000)]
    [InlineData("185.000đ", 185_000)]
    [InlineData("185.000 ĐỒNG", 185_000)]
    [InlineData("185000 VND", 185_000)]
    [InlineData("185k", 185_000)]
    [InlineData("185 nghìn đồng", 185_000)]
    [InlineData("12.500.000", 12_500_000)]
    [InlineData("000185", 185)]
    public void A_price_is_read_as_it_is_meant_in_vietnam(string typed, long dong)
    {
        TypedNumber.ReadDong(typed, 1, Money.Most, out var read).ShouldBe(NumberVerdict.Whole);
        read.ShouldBe(dong);
    }

    [Theory]
    [InlineData("1,5", NumberVerdict.Fraction)]
    [InlineData("1.50", NumberVerdict.Fraction)]
    [InlineData("1.000,00", NumberVerdict.Fraction)]
    [InlineData("0.500", NumberVerdict.Fraction)]
    [InlineData("1.000 000", NumberVerdict.Fraction)]
    [InlineData("1000.000", NumberVerdict.Fraction)]
    [InlineData("1e30", NumberVerdict.NotANumber)]
    [InlineData("1e3", NumberVerdict.NotANumber)]
    [InlineData("NaN", NumberVerdict.NotANumber)]
    [InlineData("∞", NumberVerdict.NotANumber)]
    [InlineData("1..000", NumberVerdict.NotANumber)]
    [InlineData("1tr5", NumberVerdict.NotANumber)]
    [InlineData("0x10", NumberVerdict.NotANumber)]
    [InlineData("١٢٣", NumberVerdict.NotANumber)]
    [InlineData("-1", NumberVerdict.TooSmall)]
    [InlineData("0", NumberVerdict.TooSmall)]
    [InlineData("", NumberVerdict.Empty)]
    [InlineData(null, NumberVerdict.Empty)]
    [InlineData("   ", NumberVerdict.Empty)]
    [InlineData("99999999999999999999999999999", NumberVerdict.TooLarge)]
    [InlineData("100.000.000.000", NumberVerdict.TooLarge)]
    [InlineData("999999999999999k", NumberVerdict.TooLarge)]
    public void What_is_no_price_is_refused_by_name(string? typed, NumberVerdict verdict)
    {
        TypedNumber.ReadDong(typed, 1, Money.Most, out var read).ShouldBe(verdict);
        read.ShouldBe(0);
    }

    [Theory]
    [InlineData("１２", NumberVerdict.Whole)]
    [InlineData("2147483647", NumberVerdict.TooLarge)]
    [InlineData("1.5", NumberVerdict.Fraction)]
    [InlineData("12k", NumberVerdict.NotANumber)]
    [InlineData("12 đ", NumberVerdict.NotANumber)]
    public void A_count_has_no_money_in_it(string typed, NumberVerdict verdict)
        => TypedNumber.Read(typed, 0, 1_000_000, out _).ShouldBe(verdict);

    [Fact]
    public void Every_amount_survives_every_way_of_writing_it() => Gen.Long[0, Money.Most].Sample(dong =>
    {
        foreach (var separator in new[] { ".", ",", " ", "" })
        {
            var typed = dong.ToString("N0", System.Globalization.CultureInfo.InvariantCulture).Replace(",", separator, StringComparison.Ordinal);
            TypedNumber.ReadDong(typed, 0, Money.Most, out var read).ShouldBe(NumberVerdict.Whole);
            read.ShouldBe(dong);
        }
    });

    [Fact]
    public void No_text_breaks_the_reading() => Gen.String.Sample(typed => TypedNumber.ReadDong(typed, 0, Money.Most, out _) is >= NumberVerdict.Whole and <= NumberVerdict.TooLarge);
}
