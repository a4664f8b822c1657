using CoopMarket.Domain.Catalog;
using CsCheck;

namespace CoopMarket.Domain.Tests.Catalog;

public sealed class UnitPriceTests
{
    [Theory]
    [InlineData(185_000, 250, NetKind.Mass, 74_000, 100)]
    [InlineData(120_000, 500, NetKind.Volume, 24_000, 100)]
    [InlineData(90_000, 12, NetKind.Piece, 7_500, 1)]
    [InlineData(1_000, 300, NetKind.Mass, 333, 100)]
    [InlineData(2_000, 300, NetKind.Mass, 667, 100)]
    [InlineData(1, 200, NetKind.Mass, 1, 100)]
    [InlineData(1, 201, NetKind.Mass, 0, 100)]
    [InlineData(7, 2, NetKind.Piece, 4, 1)]
    [InlineData(0, 100, NetKind.Mass, 0, 100)]
    public void A_pack_has_a_price_per_unit(long priceDong, long netAmount, NetKind kind, long unitDong, int baseAmount) =>
        UnitPrice.Of(priceDong, netAmount, kind).ShouldBe(new UnitPrice(unitDong, baseAmount, kind));

    [Fact]
    public void A_unit_price_is_the_nearest_whole_dong_halves_up() =>
        Gen.Select(Gen.Long[0, 99_999_999_999], Gen.Long[1, 1_000_000], Gen.Enum<NetKind>()).Sample((price, net, kind) =>
        {
            var unit = UnitPrice.Of(price, net, kind);
            var off = (Int128)unit.PriceDong * net - (Int128)price * unit.BaseAmount;
            (2 * off).ShouldBeInRange(-net + 1, net);
        });

    [Fact]
    public void Nothing_in_the_pack_or_a_negative_price_has_no_unit_price()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => UnitPrice.Of(1, 0, NetKind.Mass));
        Should.Throw<ArgumentOutOfRangeException>(() => UnitPrice.Of(1, -1, NetKind.Mass));
        Should.Throw<ArgumentOutOfRangeException>(() => UnitPrice.Of(-1, 1, NetKind.Mass));
        Should.Throw<ArgumentOutOfRangeException>(() => UnitPrice.Of(1, 1, (NetKind)9));
        Should.Throw<OverflowException>(() => UnitPrice.Of(long.MaxValue, 1, NetKind.Mass));
    }
}
