using System.Text;
using CoopMarket.Domain.Accounts;
using CsCheck;

namespace CoopMarket.Domain.Tests.Accounts;

public sealed class TotpTests
{
    // The secret of the appendices of RFC 4226 and RFC 6238.
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 10, TimeSpan.Zero);

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code)
        => Totp.CodeAt(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    [Fact]
    public void Codes_are_those_of_RFC_4226()
        => Enumerable.Range(0, 10).Select(step => Totp.CodeAt(Secret, step))
            .ShouldBe(["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_is_good_one_step_before_and_after_its_own(int steps, bool good)
    {
        var step = Totp.StepAt(Now) + steps;
        Totp.Match(Secret, Totp.CodeAt(Secret, step), Now, null).ShouldBe(good ? step : null);
    }

    [Fact]
    public void A_code_is_good_once_and_none_before_it_is_after()
    {
        var here = Totp.StepAt(Now);
        var last = Totp.Match(Secret, Totp.CodeAt(Secret, here), Now, null);
        Totp.Match(Secret, Totp.CodeAt(Secret, here), Now, last).ShouldBeNull("the same again");
        Totp.Match(Secret, Totp.CodeAt(Secret, here - 1), Now, last).ShouldBeNull("one that was not used, but older");
        Totp.Match(Secret, Totp.CodeAt(Secret, here + 1), Now, last).ShouldBe(here + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000")]
    [InlineData("đđđđđđ")]
    [InlineData("0000000")]
    public void What_is_no_code_matches_nothing(string typed) => Totp.Match(Secret, typed, Now, null).ShouldBeNull();

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 123 456 ", "123456")]
    [InlineData("123\u00A0456", "123456")]
    [InlineData("12345", null)]
    [InlineData("1234567", null)]
    [InlineData("١٢٣٤٥٦", null)]
    [InlineData("12a456", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? read) => Totp.Read(typed).ShouldBe(read);

    [Fact]
    public void The_app_reads_whose_it_is_and_the_secret()
        => Totp.Uri("CoopMarket", "mai@thư.test", Secret)
            .ShouldBe("otpauth://totp/CoopMarket:mai%40th%C6%B0.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=CoopMarket");

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base_32_is_that_of_RFC_4648(string plain, string written) => Base32.Write(Encoding.ASCII.GetBytes(plain)).ShouldBe(written);

    [Fact]
    public void Base_32_reads_back_what_it_wrote_however_it_is_copied() => Gen.Byte.Array[0, 40].Sample(bytes =>
    {
        var written = Base32.Write(bytes);
        Base32.Read(written).ShouldBe(bytes);
        Base32.Read(string.Join(' ', written.ToLowerInvariant().Chunk(4).Select(c => new string(c)))).ShouldBe(bytes);
    });

    [Fact]
    public void Base_32_refuses_other_letters() => Base32.Read("MZXW1").ShouldBeNull();
}
