using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Shared;

public sealed class PublicCodeTests
{
    private static readonly Gen<PublicCode> Codes = Gen.Byte.Array[5].Select(bytes => PublicCode.From(bytes));
    private static readonly Gen<char> Characters = Gen.Char[PublicCode.Alphabet];

    [Fact]
    public void A_code_is_CM_and_eight_characters_of_the_alphabet() => Codes.Sample(code =>
    {
        code.Value.Length.ShouldBe(PublicCode.Length);
        code.Value.ShouldStartWith("CM");
        code.Value.ShouldAllBe(character => PublicCode.Alphabet.Contains(character, StringComparison.Ordinal));
    });

    [Fact]
    public void A_code_reads_back_as_itself() => Codes.Sample(code => PublicCode.Parse(code.Value).ShouldBe(code));

    [Fact]
    public void All_35_random_bits_are_in_the_code_and_no_other() => Gen.Select(Gen.Byte.Array[5], Gen.Int[0, 39]).Sample((bytes, bit) =>
    {
        var other = bytes.ToArray();
        other[bit / 8] ^= (byte)(1 << bit % 8);
        var isUsed = bit / 8 > 0 || bit % 8 < 3;
        (PublicCode.From(other) == PublicCode.From(bytes)).ShouldBe(!isUsed);
    });

    [Fact]
    public void Fewer_than_35_bits_make_no_code() => Should.Throw<ArgumentException>(() => PublicCode.From(new byte[4]));

    [Fact]
    public void The_check_character_is_Luhn_mod_32()
    {
        PublicCode.TryParse("CM0000000" + "0", out var zero).ShouldBeTrue();
        zero.ShouldBe(default);
        // By hand: digits 1 to 7, doubled from the right at 7, 5, 3, 1: 14+6+10+4+6+2+2 = 44; 64 - 44 = 20 = M.
        PublicCode.TryParse("CM1234567M", out _).ShouldBeTrue();
    }

    [Fact]
    public void Every_single_wrong_character_is_caught() => Gen.Select(Codes, Gen.Int[2, 9], Characters).Sample((code, at, wrong) =>
    {
        var typed = code.Value.ToCharArray();
        if (typed[at] == wrong) return;
        typed[at] = wrong;
        PublicCode.TryParse(new string(typed), out _).ShouldBeFalse();
    });

    [Fact]
    public void Every_swap_of_neighbors_but_0_with_Z_is_caught() => Gen.Select(Codes, Gen.Int[2, 8]).Sample((code, at) =>
    {
        var (left, right) = (code.Value[at], code.Value[at + 1]);
        if (left == right) return;
        var typed = code.Value.Remove(at, 2).Insert(at, $"{right}{left}");
        var isBlindSpot = (left, right) is ('0', 'Z') or ('Z', '0');
        PublicCode.TryParse(typed, out _).ShouldBe(isBlindSpot);
    });

    [Theory]
    [InlineData("CM1234567M")]
    [InlineData("cm1234567m")]
    [InlineData(" CM 1234 567M ")]
    [InlineData("CM-1234-567M")]
    [InlineData("CM–1234–567M")]
    [InlineData("cmI234567m")]
    [InlineData("CMl234567M")]
    [InlineData("CM\u200B1234567M")]
    public void A_code_is_read_as_people_type_it(string typed)
    {
        PublicCode.TryParse(typed, out var code).ShouldBeTrue();
        code.Value.ShouldBe("CM1234567M");
    }

    [Fact]
    public void The_letter_O_is_read_as_zero()
    {
        PublicCode.TryParse("CMoOoOoOo0", out var code).ShouldBeTrue();
        code.ShouldBe(default);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CM")]
    [InlineData("CM1234567")]
    [InlineData("CM1234567N")]
    [InlineData("CM1234567MM")]
    [InlineData("1234567M")]
    [InlineData("XX1234567M")]
    [InlineData("CM123456UM")]
    public void Anything_else_is_no_code(string? typed) => PublicCode.TryParse(typed, out _).ShouldBeFalse();

    [Theory]
    [InlineData("cm1234567m")]
    [InlineData("MBVCB.3278907687.CM1234567M.CT tu 0123499999 NGUYEN THI HOA")]
    [InlineData("IBFT CM1234567M GD 524109-112226 14:02:37")]
    [InlineData("chuyen tienCM1234567Mcam on")]
    [InlineData("TP HCM CM1234567M")]
    [InlineData("CM12345 67M")]
    [InlineData("CM 1234 567M thanh toán tỏi đen")]
    [InlineData("Đơn hàng CM1234567M của chị Hoà")]
    [InlineData("CM1234567M CM1234567M")]
    public void A_code_is_found_in_what_banks_make_of_a_text(string text) =>
        PublicCode.Find(text).ShouldBe([PublicCode.Parse("CM1234567M")]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("chuyen tien mua toi den")]
    [InlineData("cảm ơn")]
    [InlineData("CM12345")]
    [InlineData("CM1234567")]
    [InlineData("thanh toan CM1234567N")]
    [InlineData("CM123ж4567M")]
    public void Nothing_is_found_where_no_whole_code_is(string? text) => PublicCode.Find(text).ShouldBeEmpty();

    [Fact]
    public void Two_codes_are_both_found_in_order() =>
        PublicCode.Find("tra CM1234567M va cm00000000").Select(code => code.Value).ShouldBe(["CM1234567M", "CM00000000"]);

    [Fact]
    public void A_code_is_found_inside_any_junk()
    {
        var junk = Gen.String[Gen.Char["abdeghknpqrstuvxy0123456789 .,-/:_#ĐđẢảỗƯợ\n\u200B\u0301"], 0, 30];
        var spaces = Gen.String[Gen.Char[" .-"], 0, 2].Array[PublicCode.Length];
        Gen.Select(Codes, junk, junk, spaces, Gen.Bool).Sample((code, before, after, gaps, isLower) =>
        {
            var typed = string.Concat(code.Value.Zip(gaps, (character, gap) => character + gap));
            PublicCode.Find(before + (isLower ? typed.ToLowerInvariant() : typed) + after).ShouldContain(code);
        });
    }

    [Fact]
    public void Whatever_is_found_has_a_right_check_character() =>
        Gen.String[Gen.Char["CM0123456789ABcm "], 0, 60].Sample(text =>
        {
            foreach (var code in PublicCode.Find(text)) PublicCode.Parse(code.Value).ShouldBe(code);
        });
}
