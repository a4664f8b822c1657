using CoopMarket.Domain.Catalog;
using CsCheck;

namespace CoopMarket.Domain.Tests.Catalog;

public sealed class Numbers_below_bar_codes
{
    // Numbers that a shop may not give out for its own tills.
    private static readonly Gen<string> Whole =
        from others in Gen.Char['0', '9'].Array[11]
        from first in Gen.Int[0, 3].Select(i => "3589"[i])
        let twelve = first + new string(others)
        select twelve + (char)('0' + Gtin.CheckDigit("0" + twelve));

    [Theory]
    // GS1 General Specifications, section 7.9.1 and its examples of each length.
    [InlineData("6291041500213", "06291041500213")]
    [InlineData("614141007349", "00614141007349")]
    [InlineData("10614141007346", "10614141007346")]
    [InlineData("95050003", "00000095050003")]
    [InlineData(" 629-1041 5002‑13 ", "06291041500213")]
    public void Are_read_as_people_type_them(string typed, string kept)
    {
        Gtin.Read(typed, out var gtin).ShouldBe(GtinVerdict.Whole);
        gtin.ShouldBe(kept);
    }

    [Theory]
    [InlineData(null, GtinVerdict.Empty)]
    [InlineData(" - ", GtinVerdict.Empty)]
    [InlineData("629104150021", GtinVerdict.WrongDigit)]
    [InlineData("62910415002", GtinVerdict.Strange)]
    [InlineData("629104150021x", GtinVerdict.Strange)]
    [InlineData("٦٢٩١٠٤١٥٠٠٢١٣", GtinVerdict.Strange)]
    [InlineData("6291041500214", GtinVerdict.WrongDigit)]
    [InlineData("2012345678903", GtinVerdict.OfAShop)]
    [InlineData("20123451", GtinVerdict.OfAShop)]
    public void Are_refused_each_for_its_own_reason(string? typed, GtinVerdict verdict)
    {
        Gtin.Read(typed, out var gtin).ShouldBe(verdict);
        gtin.ShouldBeEmpty();
    }

    [Fact]
    public void Come_back_from_what_is_printed() => Whole.Sample(number =>
    {
        Gtin.Read(number, out var gtin).ShouldBe(GtinVerdict.Whole);
        gtin.Length.ShouldBe(Gtin.Length);
        Gtin.Printed(gtin).ShouldBe(number);
        Gtin.Read(gtin, out var again).ShouldBe(GtinVerdict.Whole);
        again.ShouldBe(gtin);
    });

    [Fact]
    public void Are_never_read_with_one_digit_wrong() => Gen.Select(Whole, Gen.Int[0, 12], Gen.Int[1, 9]).Sample((number, at, by) =>
    {
        var digits = number.ToCharArray();
        digits[at] = (char)('0' + ((digits[at] - '0' + by) % 10));
        Gtin.Read(new string(digits), out _).ShouldNotBe(GtinVerdict.Whole);
    });

    [Theory]
    [InlineData("261101-1", "/01/06291041500213/10/261101-1")]
    [InlineData("A.7_b", "/01/06291041500213/10/A.7_b")]
    [InlineData("TĐ-07", null)]
    [InlineData("a/b", null)]
    [InlineData("a b", null)]
    [InlineData("..", null)]
    [InlineData("", null)]
    [InlineData("123456789012345678901", null)]
    public void Stand_in_an_address_with_lots_that_fit(string lot, string? path) => Gtin.PathOf("06291041500213", lot).ShouldBe(path);
}
