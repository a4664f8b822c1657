using CoopMarket.Domain.Shipping;

namespace CoopMarket.Domain.Tests.Shipping;

public sealed class DeliveryBlockTests
{
    private static readonly string[] Union = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".Split(' ');

    [Fact]
    public void All_members_of_the_Union_are_told_as_one_place()
        => DeliveryBlock.Told([.. Union, "AU"]).ShouldBe(["AU", DeliveryBlock.EuropeanUnion]);

    [Fact]
    public void Members_beside_the_Union_are_not_told_twice()
        => DeliveryBlock.Told([DeliveryBlock.EuropeanUnion, "FR", "US"]).ShouldBe([DeliveryBlock.EuropeanUnion, "US"]);

    [Fact]
    public void Some_members_are_told_by_name()
        => DeliveryBlock.Told(["FR", "DE", "DE"]).ShouldBe(["DE", "FR"]);

    [Fact]
    public void What_the_market_begins_with_is_told_in_every_language_of_buyers()
        => FirstRules.Blocks.ShouldAllBe(b => b.Reason.Has("vi") && b.Reason.Has("en") && b.Reason.Has("fr"));
}
