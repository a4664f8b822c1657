using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders.Contract;

namespace CoopMarket.Web.Tests.Orders;

public sealed class Addresses_are_written_as_posts_want_them
{
    [Theory]
    [InlineData("VN", "14", "xã Gia Phù", "", "bản Tọ, xã Gia Phù, Sơn La")]
    [InlineData("FR", "", "Lyon", "69001", "bản Tọ, 69001 Lyon")]
    [InlineData("IT", "MI", "Milano", "20121", "bản Tọ, 20121 Milano, MI")]
    [InlineData("US", "OR", "Portland", "97201", "bản Tọ, Portland, OR 97201")]
    [InlineData("GB", "", "London", "SW1A 1AA", "bản Tọ, London SW1A 1AA")]
    [InlineData("FR", "", "Lyon", "", "bản Tọ, Lyon")]
    [InlineData("VN", "nowhere", "xã Gia Phù", "", "bản Tọ, xã Gia Phù, nowhere")]
    public void The_code_of_a_town_stands_where_its_country_looks_for_it(string country, string province, string commune, string postcode, string row)
        => new DeliveryAddress(country, province, commune, "bản Tọ", postcode).Row("").ShouldBe(row);
}
