using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Tests.Shared;

public sealed class PlacesTests
{
    [Fact]
    public void There_are_34_provinces_7_of_them_cities()
    {
        Places.All.Count.ShouldBe(34);
        Places.All.Count(province => province.IsCity).ShouldBe(7);
        Places.All.Select(province => province.Code).ShouldBeUnique();
        Places.All.Select(province => Folding.Fold(province.Name)).ShouldBeUnique();
        Places.FindProvince(Places.SonLa)!.FullName.ShouldBe("Tỉnh Sơn La");
        Places.FindProvince("79")!.FullName.ShouldBe("Thành phố Hồ Chí Minh");
    }

    [Fact]
    public void Son_La_has_67_communes_and_8_wards()
    {
        Places.Communes.Count(commune => commune.Kind == CommuneKind.Commune).ShouldBe(67);
        Places.Communes.Count(commune => commune.Kind == CommuneKind.Ward).ShouldBe(8);
        Places.Communes.Select(commune => commune.Code).ShouldBeUnique();
        Places.Communes.Select(commune => Folding.Fold(commune.Name)).ShouldBeUnique();
        Places.FindCommune("03980")!.FullName.ShouldBe("Phường Mộc Châu");
        Places.FindCommune("04048")!.FullName.ShouldBe("Xã Vân Hồ");
    }

    [Theory]
    [InlineData("02")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_code_is_no_place(string? code)
    {
        Places.FindProvince(code).ShouldBeNull();
        Places.FindCommune(code).ShouldBeNull();
    }

    [Theory]
    [InlineData("Chiềng Khoi", "Xã Yên Châu")]
    [InlineData("chieng khoi", "Xã Yên Châu")]
    [InlineData("xã Chiềng Yên", "Xã Vân Hồ")]
    [InlineData("Thị trấn Mường Giàng", "Xã Quỳnh Nhai")]
    [InlineData("TT. Hát Lót", "Xã Mai Sơn")]
    [InlineData("Liên Hoà", "Xã Song Khủa")]
    [InlineData("Ta Xua", "Xã Tà Xùa")]
    [InlineData("P. Quyết Tâm", "Phường Tô Hiệu")]
    [InlineData("Chiềng Hắc", "Phường Mộc Châu")]
    [InlineData("Chiềng Hặc", "Xã Chiềng Hặc")]
    [InlineData("Mường Bằng", "Xã Chiềng Mung")]
    [InlineData("xã mường bang", "Xã Mường Bang")]
    public void An_old_name_leads_to_the_commune_of_today(string typed, string commune) =>
        Places.FindOld(typed).Select(found => found.FullName).ShouldBe([commune]);

    [Theory]
    [InlineData("Chiềng Chung", "Xã Đoàn Kết", "Xã Mường Chanh")]
    [InlineData("muong bằng", "Xã Mường Bang", "Xã Chiềng Mung")]
    [InlineData("chieng dong", "Xã Yên Châu", "Xã Chiềng Mai")]
    public void A_name_that_leads_two_ways_offers_both(string typed, string one, string other) =>
        Places.FindOld(typed).Select(found => found.FullName).ShouldBe([one, other], ignoreOrder: true);

    [Theory]
    [InlineData("Hà Nội")]
    [InlineData("xã")]
    [InlineData("  ")]
    [InlineData(null)]
    public void A_name_from_elsewhere_leads_nowhere(string? typed) => Places.FindOld(typed).ShouldBeEmpty();

    [Fact]
    public void Every_commune_of_today_is_found_by_its_own_name_with_and_without_marks()
    {
        foreach (var commune in Places.Communes)
        {
            Places.FindOld(commune.FullName).ShouldContain(commune);
            Places.FindOld(Folding.Fold(commune.Name)).ShouldContain(commune);
        }
    }

    [Fact]
    public void Every_bank_has_its_own_number_and_name()
    {
        Banks.All.Count.ShouldBe(41);
        Banks.All.Select(bank => bank.Bin).ShouldBeUnique();
        Banks.All.Select(bank => bank.ShortName).ShouldBeUnique();
        Banks.All.ShouldAllBe(bank => bank.Bin.Length == 6 && bank.Bin.All(char.IsAsciiDigit));
        Banks.All.Select(bank => bank.ShortName).ShouldBe(Banks.All.Select(bank => bank.ShortName).Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("970405", "Agribank")]
    [InlineData("970449", "LPBank")]
    [InlineData("970414", "MBV")]
    [InlineData("970444", null)]
    [InlineData(null, null)]
    public void A_bank_is_found_by_its_number(string? bin, string? shortName) => (Banks.Find(bin)?.ShortName).ShouldBe(shortName);
}
