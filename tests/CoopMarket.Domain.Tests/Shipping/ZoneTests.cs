using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;

namespace CoopMarket.Domain.Tests.Shipping;

public sealed class ZoneTests
{
    [Theory]
    [InlineData("VN", "14", "14", Zone.SameProvince)]
    [InlineData("VN", "14", "01", Zone.Vietnam)]
    [InlineData("VN", "14", null, Zone.Vietnam)]
    [InlineData("VN", null, null, Zone.Vietnam)]
    [InlineData("LA", "14", null, Zone.SoutheastAsia)]
    [InlineData("LA", "14", "14", Zone.SoutheastAsia)]
    [InlineData("JP", "14", null, Zone.EastAsia)]
    [InlineData("DE", "14", null, Zone.Europe)]
    [InlineData("GB", "14", null, Zone.Europe)]
    [InlineData("US", "14", null, Zone.NorthAmerica)]
    [InlineData("AU", "14", null, Zone.Oceania)]
    [InlineData("ZA", "14", null, Zone.RestOfWorld)]
    [InlineData("IN", "14", null, Zone.RestOfWorld)]
    public void An_address_lies_in_a_zone(string country, string? from, string? to, Zone zone) =>
        Zones.Of(country, from, to).ShouldBe(zone);

    [Theory]
    [InlineData("XX")]
    [InlineData("UK")]
    [InlineData("vn")]
    [InlineData("")]
    [InlineData(null)]
    public void No_country_no_zone(string? country) => Zones.Of(country, "14", "14").ShouldBeNull();

    [Fact]
    public void Every_country_of_ISO_3166_has_one_zone()
    {
        Zones.Countries.Count.ShouldBe(249);
        Zones.Countries.ShouldAllBe(country => country.Length == 2 && country.All(char.IsAsciiLetterUpper));
        Zones.Countries.Select(country => Zones.Of(country, null, null)!.Value).Distinct().Count().ShouldBe(7);
    }

    [Fact]
    public void Nobody_is_offered_a_country_where_nobody_lives()
    {
        Zones.Inhabited.ShouldNotContain("BV");
        Zones.Inhabited.ShouldNotContain("AQ");
        Zones.Inhabited.ShouldContain("FO");
        Zones.Countries.Except(Zones.Inhabited).Count().ShouldBe(7);
    }

    [Fact]
    public void Within_every_province_delivery_is_same_province() =>
        Places.All.ShouldAllBe(province => Zones.Of("VN", province.Code, province.Code) == Zone.SameProvince);

    [Fact]
    public void Only_Vietnam_is_domestic() =>
        Enum.GetValues<Zone>().Where(zone => zone.IsDomestic()).ShouldBe([Zone.SameProvince, Zone.Vietnam]);
}
