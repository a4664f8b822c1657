using CoopMarket.Domain.Shipping;
using CsCheck;

namespace CoopMarket.Domain.Tests.Shipping;

public sealed class RateTableTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

    private static readonly RateTable Table = new(Start,
    [
        new DeliveryRate(Zone.Vietnam, 2_000, 35_000, 3, 5),
        new DeliveryRate(Zone.Vietnam, 500, 25_000, 3, 5),
        new DeliveryRate(Zone.SameProvince, 1_000, 0, 1, 2),
    ]);

    private static readonly Gen<RateTable> Tables = Gen
        .Select(Gen.Enum<Zone>(), Gen.Long[1, 5_000], Gen.Long[0, 50_000]).Array[0, 20]
        .Select(steps => new RateTable(Start, steps.GroupBy(step => step.Item1).SelectMany(zone =>
        {
            var (grams, price) = (0L, 0L);
            return zone.Select(step => new DeliveryRate(zone.Key, grams += step.Item2, price += step.Item3, 1, 3)).ToList();
        })));

    [Theory]
    [InlineData(0, 25_000)]
    [InlineData(1, 25_000)]
    [InlineData(500, 25_000)]
    [InlineData(501, 35_000)]
    [InlineData(2_000, 35_000)]
    public void A_parcel_costs_what_its_band_says(long grams, long priceDong) =>
        Table.Price(Zone.Vietnam, grams).ShouldSatisfyAllConditions(
            quote => quote.Answer.ShouldBe(DeliveryAnswer.Priced),
            quote => quote.PriceDong.ShouldBe(priceDong));

    [Fact]
    public void Free_delivery_is_a_price() => Table.Price(Zone.SameProvince, 10).PriceDong.ShouldBe(0);

    [Fact]
    public void Too_heavy_and_not_served_are_told_apart()
    {
        Table.Price(Zone.Vietnam, 2_001).ShouldBe(new DeliveryQuote(DeliveryAnswer.TooHeavy, null));
        Table.Price(Zone.Europe, 100).ShouldBe(new DeliveryQuote(DeliveryAnswer.NotServed, null));
        new RateTable(Start, []).Price(Zone.Vietnam, 100).Answer.ShouldBe(DeliveryAnswer.NotServed);
        Should.Throw<ArgumentOutOfRangeException>(() => Table.Price(Zone.Vietnam, -1));
    }

    [Fact]
    public void A_heavier_parcel_never_costs_less() => Gen.Select(Tables, Gen.Enum<Zone>(), Gen.Long[0, 120_000], Gen.Long[0, 120_000]).Sample((table, zone, one, other) =>
    {
        var light = table.Price(zone, Math.Min(one, other));
        var heavy = table.Price(zone, Math.Max(one, other));
        if (heavy.PriceDong is { } heavyPrice) light.PriceDong!.Value.ShouldBeLessThanOrEqualTo(heavyPrice);
        if (light.Answer != DeliveryAnswer.Priced) heavy.Answer.ShouldBe(light.Answer);
    });

    [Fact]
    public void Every_weight_falls_into_exactly_one_band() => Gen.Select(Tables, Gen.Enum<Zone>(), Gen.Long[0, 120_000]).Sample((table, zone, grams) =>
        table.Bands(zone).Count(band => band.Holds(grams)).ShouldBe(table.Price(zone, grams).Answer == DeliveryAnswer.Priced ? 1 : 0));

    [Theory]
    [InlineData(0, 1, 1, 2, RateFlaw.NoWeight)]
    [InlineData(900, -1, 1, 2, RateFlaw.NegativePrice)]
    [InlineData(900, 40_000, 3, 2, RateFlaw.DaysTurned)]
    [InlineData(900, 40_000, -1, 2, RateFlaw.DaysTurned)]
    [InlineData(500, 40_000, 1, 2, RateFlaw.SameWeightTwice)]
    [InlineData(900, 24_999, 1, 2, RateFlaw.HeavierIsCheaper)]
    public void Rows_with_a_flaw_are_no_price_list(long grams, long priceDong, int daysMin, int daysMax, RateFlaw flaw)
    {
        DeliveryRate[] rates = [new(Zone.Vietnam, grams, priceDong, daysMin, daysMax), new(Zone.Vietnam, 500, 25_000, 3, 5)];
        RateTable.FindFlaw(rates).ShouldBe(flaw);
        Should.Throw<ArgumentException>(() => new RateTable(Start, rates));
    }

    [Fact]
    public void The_list_that_started_last_is_in_force()
    {
        var later = new RateTable(Start.AddDays(7), []);
        RateTable.InForce([later, Table], Start.AddTicks(-1)).ShouldBeNull();
        RateTable.InForce([later, Table], Start).ShouldBe(Table);
        RateTable.InForce([later, Table], Start.AddDays(7).AddTicks(-1)).ShouldBe(Table);
        RateTable.InForce([later, Table], Start.AddDays(7)).ShouldBe(later);
    }

    [Theory]
    [InlineData(300, 200, 100, 1_000)]
    [InlineData(100, 100, 100, 167)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(300, 200, 0, 0)]
    public void Size_counts_as_weight(long length, long width, long height, long grams) =>
        ParcelWeight.VolumetricGrams(length, width, height).ShouldBe(grams);

    [Fact]
    public void The_greater_of_weight_and_size_is_charged() =>
        Gen.Select(Gen.Long[0, 50_000], Gen.Long[0, 2_000], Gen.Long[0, 2_000], Gen.Long[0, 2_000]).Sample((grams, length, width, height) =>
        {
            var charged = ParcelWeight.ChargeableGrams(grams, length, width, height);
            charged.ShouldBeGreaterThanOrEqualTo(grams);
            (charged * 6000).ShouldBeGreaterThanOrEqualTo(length * width * height);
            if (charged > grams) ((charged - 1) * 6000).ShouldBeLessThan(length * width * height);
        });

    [Fact]
    public void A_size_or_weight_that_cannot_be_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ParcelWeight.VolumetricGrams(-1, 1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => ParcelWeight.VolumetricGrams(1, 1, long.MaxValue));
        Should.Throw<ArgumentOutOfRangeException>(() => ParcelWeight.ChargeableGrams(-1, 1, 1, 1));
    }
}
