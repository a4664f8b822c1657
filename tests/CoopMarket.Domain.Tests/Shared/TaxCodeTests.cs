using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Shared;

/// <summary>Tax codes are read as people write them, and a slipped digit is found.</summary>
public sealed class TaxCodeTests
{
    [Theory]
    [InlineData("0100109106", "0100109106")]
    [InlineData("0100 109 106", "0100109106")]
    [InlineData("0100109106-001", "0100109106-001")]
    [InlineData("0100109106001", "0100109106-001")]
    [InlineData("014187000123", "014187000123")]
    [InlineData("0100109107", null)]
    [InlineData("010010910", null)]
    [InlineData("0100109106-01", null)]
    [InlineData("0100109106x", null)]
    [InlineData("０１００１０９１０６", null)]
    [InlineData("", null)]
    public void A_code_is_kept_one_way_or_refused(string typed, string? kept) => TaxCode.Read(typed).ShouldBe(kept);

    [Fact]
    public void Any_one_digit_slipped_is_found() => Gen.Select(Gen.Int[100_000_000, 999_999_999], Gen.Int[0, 8], Gen.Int[1, 9]).Sample((nine, place, by) =>
    {
        var digits = nine.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (TaxCode.CheckDigit(digits) == 10)
            return;
        var code = digits + TaxCode.CheckDigit(digits);
        TaxCode.Read(code).ShouldBe(code);
        var slipped = code.ToCharArray();
        slipped[place] = (char)('0' + ((slipped[place] - '0' + by) % 10));
        TaxCode.Read(new string(slipped)).ShouldBeNull();
    });
}
