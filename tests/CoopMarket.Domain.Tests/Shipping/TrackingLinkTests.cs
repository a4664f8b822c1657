using CoopMarket.Domain.Shipping;
using CsCheck;

namespace CoopMarket.Domain.Tests.Shipping;

public sealed class TrackingLinkTests
{
    [Theory]
    [InlineData(Carrier.Ghn, "GHN123", "https://donhang.ghn.vn/?order_code=GHN123")]
    [InlineData(Carrier.Ghtk, "S1.A1.123", "https://i.ghtk.vn/S1.A1.123")]
    [InlineData(Carrier.ViettelPost, "VTP123", "https://viettelpost.com.vn/tra-cuu-hanh-trinh-don/")]
    [InlineData(Carrier.JtExpress, "840123", "https://jtexpress.vn/vi/tracking?type=track&billcode=840123")]
    [InlineData(Carrier.Spx, "SPXVN01", "https://spx.vn/track?SPXVN01")]
    [InlineData(Carrier.VnPost, "EA123456785VN", "https://vnpost.vn/")]
    [InlineData(Carrier.Dhl, " 1234567890 ", "https://www.dhl.com/global-en/home/tracking.html?tracking-id=1234567890")]
    public void A_parcel_can_be_followed(Carrier carrier, string number, string link) =>
        TrackingLink.For(carrier, number)!.AbsoluteUri.ShouldBe(link);

    [Theory]
    [InlineData(Carrier.Other, "123456")]
    [InlineData(Carrier.Ghn, "")]
    [InlineData(Carrier.Ghn, null)]
    [InlineData(Carrier.Ghn, "12")]
    [InlineData(Carrier.Ghn, "...")]
    [InlineData(Carrier.Ghtk, "a/../b")]
    [InlineData(Carrier.Ghn, "1&x=2")]
    [InlineData(Carrier.Ghn, "javascript:alert(1)")]
    public void Without_a_number_or_a_known_carrier_there_is_no_link(Carrier carrier, string? number) =>
        TrackingLink.For(carrier, number).ShouldBeNull();

    [Fact]
    public void A_link_never_leaves_its_carrier() => Gen.Select(Gen.Enum<Carrier>(), Gen.String[Gen.Char["abcXYZ019.-/:?#@%&= "], 0, 20]).Sample((carrier, number) =>
    {
        if (TrackingLink.For(carrier, number) is not { } link) return;
        link.Scheme.ShouldBe("https");
        link.Host.ShouldBe(TrackingLink.For(carrier, "12345")!.Host);
    });

    [Fact]
    public void Every_carrier_but_other_has_a_name() =>
        Enum.GetValues<Carrier>().Where(carrier => TrackingLink.NameOf(carrier).Length == 0).ShouldBe([Carrier.Other]);

    [Theory]
    [InlineData("RR473124829GB", true)]
    [InlineData("rr 473 124 829 gb", true)]
    [InlineData("RB123456785VN", true)]
    [InlineData("RR473124828GB", false)]
    [InlineData("RR473124829G", false)]
    [InlineData("R1473124829GB", false)]
    [InlineData("RR47312482AGB", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_item_number_of_international_mail_is_checked(string? number, bool isRight) => TrackingLink.IsS10(number).ShouldBe(isRight);

    [Fact]
    public void A_serial_number_has_exactly_one_check_digit() => Gen.Int[0, 99_999_999].Sample(serial =>
        Enumerable.Range(0, 10).Count(check => TrackingLink.IsS10($"RR{serial:00000000}{check}VN")).ShouldBe(1));

    [Theory]
    [InlineData(Carrier.VnPost, "abc", false)]
    [InlineData(Carrier.VnPost, "EA123456785VN", true)]
    [InlineData(Carrier.Dhl, "abcdefghij", false)]
    [InlineData(Carrier.Dhl, "1234567890", true)]
    [InlineData(Carrier.Dhl, "JD014600003SG1234567", true)]
    [InlineData(Carrier.Ghn, "abc", false)]
    [InlineData(Carrier.Ghn, "LYBCAK", true)]
    [InlineData(Carrier.Ghn, "GHN7K2P9D", true)]
    [InlineData(Carrier.Ghtk, "S1.A1.17373471", true)]
    [InlineData(Carrier.ViettelPost, "dagui", false)]
    [InlineData(Carrier.ViettelPost, "VTP123456", true)]
    [InlineData(Carrier.JtExpress, "", false)]
    [InlineData(Carrier.JtExpress, "840123456789", true)]
    [InlineData(Carrier.Spx, "SPXVN0123456789", true)]
    [InlineData(Carrier.Other, "", true)]
    [InlineData(Carrier.Other, "abc", true)]
    [InlineData(Carrier.Other, "a b", false)]
    public void A_word_is_no_number_of_a_carrier_and_who_gives_none_needs_none(Carrier carrier, string number, bool canBe) => TrackingLink.IsNumber(carrier, number).ShouldBe(canBe);

    [Fact]
    public void The_post_is_called_as_its_reader_calls_it() =>
        new[] { "vi", "en", "fr" }.Select(language => TrackingLink.NameOf(Carrier.VnPost, language)).ShouldBe(["Bưu điện Việt Nam / EMS", "Vietnam Post / EMS", "Poste vietnamienne / EMS"]);
}
