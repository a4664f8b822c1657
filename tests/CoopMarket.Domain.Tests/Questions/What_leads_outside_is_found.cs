using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Questions;

/// <summary>Phone numbers, addresses and money that is to go elsewhere, however they are written; and what raises no alarm.</summary>
public sealed class What_leads_outside_is_found
{
    private const string Own = "cho.test";

    private static readonly Gen<string> Between = Of("", " ", ".", "-", "\u00A0", " - ", "\u200B", "·", "\u2011");
    private static readonly Gen<string> Digit = Gen.Int[0, 9].Select(d => $"{d}");

    [Theory]
    [InlineData("Gọi 0912345678 nhé", OutsideSigns.Phone)]
    [InlineData("sđt 091.234.5678", OutsideSigns.Phone)]
    [InlineData("09 12 34 56 78", OutsideSigns.Phone)]
    [InlineData("0912,345,678", OutsideSigns.Phone)]
    [InlineData("số nhà 02123 860 123", OutsideSigns.Phone)]
    [InlineData("08.4-1 - 3-2.1961", OutsideSigns.Phone)]
    [InlineData("+84 912 345 678", OutsideSigns.Phone)]
    [InlineData("84912345678", OutsideSigns.Phone)]
    [InlineData("0084 912 345 678", OutsideSigns.Phone)]
    [InlineData("+33 6 12 34 56 78", OutsideSigns.Phone)]
    [InlineData("+1 (415) 555-2671", OutsideSigns.Phone)]
    [InlineData("Lô 0912345678", OutsideSigns.Phone)]
    [InlineData("lot 05 11 26 03 12, gọi 09 12 34 56 78", OutsideSigns.Phone)]
    [InlineData("０９１２３４５６７８", OutsideSigns.Phone)]
    [InlineData("không chín một hai ba bốn năm sáu bảy tám", OutsideSigns.Phone)]
    [InlineData("khong 9 mot 2 ba 4 nam 6 bay 8", OutsideSigns.Phone)]
    [InlineData("zero nine one two three four five six seven eight", OutsideSigns.Phone)]
    [InlineData("mai@thu.test", OutsideSigns.Address)]
    [InlineData("mai (at) thu.com", OutsideSigns.Address)]
    [InlineData("https://khac.test/p", OutsideSigns.Address)]
    [InlineData("xem www.shop-khac.vn nhé", OutsideSigns.Address)]
    [InlineData("zalo.me/abc", OutsideSigns.Address | OutsideSigns.Talk)]
    [InlineData("nhắn Z a l o cho em", OutsideSigns.Talk)]
    [InlineData("Chuyển  khoản trước", OutsideSigns.Payment)]
    [InlineData("CHUYEN-KHOAN", OutsideSigns.Payment)]
    [InlineData("stk:19034567890123", OutsideSigns.Payment)]
    [InlineData("Vietcombank 1903 4567 8901", OutsideSigns.Payment)]
    [InlineData("970436 1903456789", OutsideSigns.Payment)]
    [InlineData("Payez-moi par Western Union", OutsideSigns.Payment)]
    [InlineData("faites un virement sur FR76 3000 6000 0112 3456 7890 189 merci", OutsideSigns.Payment)]
    [InlineData("FR7630006000011234567890189", OutsideSigns.Payment)]
    [InlineData("send USDT to me", OutsideSigns.Payment)]
    public void It_is_found(string text, OutsideSigns signs) => OutsideContact.Find(text, Own).ShouldBe(signs);

    [Theory]
    [InlineData("Hũ 250 g giá 250.000 ₫ có đủ tám tháng không?")]
    [InlineData("1.250.000.000 đồng")]
    [InlineData("250.000 ₫, 320.000 ₫ và 1.450.000 ₫")]
    [InlineData("từ 84.500-195.000 ₫, 84.500 đến 195.000 đ")]
    [InlineData("Lô 05 11 26 03 12 và mã lô: 01.02.03.04.05 còn không?")]
    [InlineData("Giao 08.11.2026 10 20 hay 09/11/2026 8:30?")]
    [InlineData("Đơn CM26K7Q2XD, CM00000009 đã gửi chưa?")]
    [InlineData("Đơn CM1FB23456 và CMBTC1234K")]
    [InlineData("0,5 kg hay 0,250 kg, 1.000 g, 12 x 34 cm")]
    [InlineData("Sau ba năm, bảy chị em, hai bản, một năm tám tháng")]
    [InlineData("tiền áo bao nhiêu, phơi ngoài sân, ngoài cho tôi hỏi")]
    [InlineData("https://cho.test/p/toi-den xem ở đây")]
    [InlineData("Mã vận đơn EE123456789VN")]
    [InlineData("cảm ơn.me, 5 ly.Ly nước")]
    [InlineData("")]
    public void Nothing_is_found(string text) => OutsideContact.Find(text, Own).ShouldBe(OutsideSigns.None);

    [Fact]
    public void A_Vietnamese_number_is_found_whatever_stands_between_its_digits()
        => Gen.Select(Of("03", "05", "07", "08", "09", "+849", "00849", "849"), Digit.Array[8], Between.Array[8], Of("", "Gọi ", "sdt:", "(", "250.000 ₫ "))
            .Sample((start, digits, between, before) => Has($"{before}{start}{string.Concat(digits.Zip(between, (d, b) => b + d))}", OutsideSigns.Phone), iter: 3_000);

    [Fact]
    public void A_word_for_money_elsewhere_is_found_in_any_case_with_or_without_marks_and_spaces()
        => Gen.Select(Of("chuyển khoản", "số tài khoản", "thanh toán ngoài", "western union", "virement", "usdt"), Of(" ", "  ", "-", ". ", "\u00A0", " \u200B"), Gen.Bool, Gen.Bool)
            .Sample((word, space, upper, bare) =>
            {
                var written = string.Join(space, (bare ? Folding.Fold(word) : word).Split(' '));
                return Has($"cho em {(upper ? written.ToUpperInvariant() : written)}, nhé", OutsideSigns.Payment);
            });

    [Fact]
    public void No_price_date_weight_or_code_raises_an_alarm()
    {
        var price = Gen.Select(Gen.Int[1, 999], Gen.Int[0, 999].Array[1, 3], Of(".", ",", " "), Of(" ₫", "đ", " đồng", " VND", " €"))
            .Select((first, rest, dot, unit) => $"{first}{string.Concat(rest.Select(r => $"{dot}{r:000}"))}{unit}");
        var date = Gen.Select(Gen.Int[1, 28], Gen.Int[1, 12], Gen.Int[1990, 2099], Of("/", ".", "-")).Select((d, m, y, dot) => $"{d:00}{dot}{m:00}{dot}{y}");
        var weight = Gen.Select(Gen.Int[1, 9_999], Of(" g", "g", " kg", " ml", " cm")).Select((n, unit) => n + unit);
        var code = Gen.Byte.Array[5].Select(b => PublicCode.From(b).Value);
        var lot = Gen.Select(Of("lô ", "Lô số ", "mã lô: ", "lot no "), Gen.Int[0, 99].Array[2, 7], Of(" ", ".", "-")).Select((word, pairs, dot) => word + string.Join(dot, pairs.Select(p => $"{p:00}")));
        var span = Gen.Select(Gen.Int[1, 999], Gen.Int[0, 999], price, Of("-", " - ", " đến ")).Select((first, rest, to, dash) => $"{first}.{rest:000}{dash}{to}");
        Gen.OneOf(price, date, weight, code, lot, span).Array[1, 6].Select(Of(", ", " và ", "; "), (all, and) => string.Join(and, all))
            .Sample(text => OutsideContact.Find(text, Own) == OutsideSigns.None, iter: 3_000);
    }

    [Fact]
    public void Whatever_is_typed_is_read_soon()
    {
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["0123456789 .,-()+@/abczđ\u00A0\u200B\uD83D"]), 0, 300].Sample(text => OutsideContact.Find(text, Own) >= OutsideSigns.None);
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        foreach (var part in new[] { "0 ", "0.", "a.", "+1 ", "1.000 ", "a ", "ab12 ", "(0", "a@" })
            OutsideContact.Find(string.Concat(Enumerable.Repeat(part, Question.MostWords / part.Length)), Own);
        System.Diagnostics.Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private static Gen<string> Of(params string[] any) => Gen.OneOf([.. any.Select(Gen.Const)]);

    private static bool Has(string text, OutsideSigns sign) => OutsideContact.Find(text, Own).HasFlag(sign);
}
