using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;

namespace CoopMarket.Domain.Tests.Shared;

public sealed class PostcodesTests
{
    [Theory]
    [InlineData("FR", "69001")]
    [InlineData("FR", " 69 001 ")]
    [InlineData("FR", "F-69001")]
    [InlineData("DE", "10365")]
    [InlineData("GB", "YO1 7LZ")]
    [InlineData("GB", "sw1a1aa")]
    [InlineData("US", "98118")]
    [InlineData("US", "98118-1234")]
    [InlineData("CA", "K1A 0B1")]
    [InlineData("AU", "3051")]
    [InlineData("JP", "162-0825")]
    [InlineData("CH", "8001")]
    [InlineData("NO", "0150")]
    [InlineData("NL", "1012 AB")]
    [InlineData("PL", "00-950")]
    [InlineData("SE", "114 55")]
    [InlineData("PT", "1000-205")]
    [InlineData("IE", "D6W XY00")]
    [InlineData("LV", "LV-1010")]
    [InlineData("LT", "LT-01001")]
    [InlineData("MT", "VLT 1117")]
    [InlineData("SG", "160078")]
    [InlineData("KR", "07411")]
    [InlineData("AR", "C1425")]
    [InlineData("HK", "")]
    [InlineData("VN", "")]
    public void What_the_post_there_reads_is_taken(string country, string typed) => Postcodes.Fits(country, typed).ShouldBeTrue();

    [Theory]
    [InlineData("FR", "")]
    [InlineData("FR", "6900")]
    [InlineData("FR", "Lyon")]
    [InlineData("GB", "10365")]
    [InlineData("US", "9811")]
    [InlineData("CA", "12345")]
    [InlineData("JP", "162")]
    [InlineData("CH", "80011")]
    [InlineData("NL", "1012")]
    [InlineData("AR", "")]
    [InlineData("AR", "1")]
    [InlineData("AR", "12345678901")]
    [InlineData("AR", "1/2")]
    public void What_it_can_not_read_is_refused(string country, string typed) => Postcodes.Fits(country, typed).ShouldBeFalse();

    [Fact]
    public void Every_member_of_the_Union_and_the_great_post_areas_have_a_shape_and_its_example_fits()
    {
        foreach (var country in EuropeanUnion.Members.Concat(["GB", "US", "CA", "AU", "JP", "CH", "NO"]))
        {
            Postcodes.IsNeeded(country).ShouldBeTrue(country);
            Postcodes.Example(country).ShouldNotBeEmpty(country);
            Postcodes.Fits(country, Postcodes.Example(country)).ShouldBeTrue(country);
        }
    }

    [Fact]
    public void Every_country_named_is_one_of_the_list()
        => Zones.Countries.Where(c => Postcodes.Example(c).Length > 0 && !Postcodes.IsNeeded(c)).ShouldBeEmpty("it either has postcodes or not");

    [Fact]
    public void An_example_looks_like_one_of_there() => (Postcodes.Example("FR"), Postcodes.Example("GB"), Postcodes.Example("AR")).ShouldBe(("12345", "AB1 2CD", ""));
}
