using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Shared;

public sealed class VietQrTests
{
    private const string VietinBank = "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C";
    private const string Static = "00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F";
    private const string Acb = "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6";
    private const string Card = "00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005802VN62340107NPS68690819thanh toan don hang6304A203";
    private const string Vietcombank = "00020101021238540010A00000072701240006970436011010234567890208QRIBFTTA5303704540719430005802VN62120808TT0000696304A8E5";
    private const string Agribank = "00020101021238570010A00000072701270006970405011379002051234560208QRIBFTTA530370454063850005802VN62140810CM26K7Q2XD63046906";

    [Theory]
    [InlineData(VietinBank, "970415", "0011001932418", 120_000L, "ung ho lu lut")]
    [InlineData(Static, "970416", "257678859", null, null)]
    [InlineData(Acb, "970416", "257678859", 10_000L, "Chuyen tien")]
    [InlineData(Vietcombank, "970436", "1023456789", 1_943_000L, "TT000069")]
    [InlineData(Agribank, "970405", "7900205123456", 385_000L, "CM26K7Q2XD")]
    public void A_transfer_is_built_and_read_as_other_programs_do(string payload, string bin, string account, long? amountDong, string? purpose)
    {
        VietQr.Transfer(bin, account, amountDong, purpose).ShouldBe(payload);
        VietQr.TryParse(payload, out var transfer).ShouldBeTrue();
        transfer.ShouldBe(new VietQrTransfer(bin, account, IsCard: false, amountDong, purpose, null, null));
    }

    [Fact]
    public void A_transfer_to_a_card_with_a_bill_number_is_read()
    {
        VietQr.TryParse(Card, out var transfer).ShouldBeTrue();
        transfer.ShouldBe(new VietQrTransfer("970403", "9704031101234567", IsCard: true, 180_000, "thanh toan don hang", "NPS6869", null));
    }

    [Fact]
    public void The_checksum_is_CRC16_CCITT_FALSE() => VietQr.Checksum("123456789").ShouldBe("29B1");

    [Fact]
    public void A_changed_character_is_caught_anywhere() => Gen.Select(Gen.Int[0, VietinBank.Length - 1], Gen.Char["0123456789ABCDEFx "]).Sample((at, wrong) =>
    {
        if (VietinBank[at] == wrong) return;
        VietQr.TryParse(VietinBank.Remove(at, 1).Insert(at, wrong.ToString()), out _).ShouldBeFalse();
    });

    [Fact]
    public void A_cut_payload_is_refused() => Gen.Int[0, VietinBank.Length - 1].Sample(length =>
        VietQr.TryParse(VietinBank[..length], out _).ShouldBeFalse());

    [Theory]
    [InlineData("00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170814ung ho lu lut")] // inner length too long
    [InlineData("00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170812ung ho lu lut")] // too short
    [InlineData("00020101021238500010A00000072701230006970416010925767885902 08QRIBFTTA53037045802VN")] // length of the bank's template
    [InlineData("00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303840540510000" + "5802VN")] // dollars
    [InlineData("00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA530370454051000x5802VN")] // no number
    [InlineData("00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA530370453037045802VN")] // a field twice
    [InlineData("00020101021138530010A0000007280123000697041601092576788590208QRIBFTTA53037045802VN")] // another network
    [InlineData("00020101021138530010A0000007270123000697041601092576788590208QRIBFTTX53037045802VN")] // another service
    public void A_payload_that_does_not_fit_is_refused_though_its_checksum_is_right(string body) =>
        VietQr.TryParse(body + "6304" + VietQr.Checksum(body + "6304"), out _).ShouldBeFalse();

    [Fact]
    public void Whatever_is_built_reads_back()
    {
        var account = Gen.String[Gen.Char["0123456789ABCXYZabc"], 1, 19];
        var bin = Gen.Int[0, 999_999].Select(number => number.ToString("000000", System.Globalization.CultureInfo.InvariantCulture));
        Gen.Select(bin, account, Gen.Long[1, 9_999_999_999_999], Gen.Bool, Gen.String[Gen.Char[' ', '~'], 0, 25]).Sample((bank, to, amount, isOpen, purpose) =>
        {
            long? amountDong = isOpen ? null : amount;
            VietQr.TryParse(VietQr.Transfer(bank, to, amountDong, purpose), out var transfer).ShouldBeTrue();
            transfer.ShouldBe(new VietQrTransfer(bank, to, IsCard: false, amountDong, purpose.Length == 0 ? null : purpose, null, null));
        });
    }

    [Fact]
    public void Reading_any_text_never_throws() => Gen.String.Sample(text => VietQr.TryParse(text, out _).ShouldBeFalse());

    [Theory]
    [InlineData("97041", "1", 1L, "x")]
    [InlineData("970415", "", 1L, "x")]
    [InlineData("970415", "12345678901234567890", 1L, "x")]
    [InlineData("970415", "12 34", 1L, "x")]
    [InlineData("970415", "1", 0L, "x")]
    [InlineData("970415", "1", -1L, "x")]
    [InlineData("970415", "1", 10_000_000_000_000L, "x")]
    [InlineData("970415", "1", 1L, "tỏi đen")]
    [InlineData("970415", "1", 1L, "12345678901234567890123456")]
    public void A_transfer_that_no_bank_takes_is_not_built(string bin, string account, long amountDong, string purpose) =>
        Should.Throw<ArgumentException>(() => VietQr.Transfer(bin, account, amountDong, purpose));
}
