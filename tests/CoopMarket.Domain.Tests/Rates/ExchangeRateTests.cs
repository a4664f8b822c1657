using CoopMarket.Domain.Rates;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Tests.Rates;

public sealed class ExchangeRateTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void A_rate_is_fresh_on_its_day_and_three_days_after(int daysLater, bool isFresh) => Of(2_987_654).IsFresh(Monday.AddDays(daysLater)).ShouldBe(isFresh);

    [Theory]
    [InlineData(1_100, false)]
    [InlineData(1_101, true)]
    [InlineData(900, false)]
    [InlineData(899, true)]
    [InlineData(100_000, true)]
    public void More_than_a_tenth_is_far(long perUnit, bool isFar) => Of(1_000).IsFarFrom(perUnit).ShouldBe(isFar);

    [Theory]
    [InlineData("29.876,54", 2_987_654L)]
    [InlineData("29,876.54", 2_987_654L)]
    [InlineData("29876.5", 2_987_650L)]
    [InlineData("29876", 2_987_600L)]
    [InlineData("29.876", 2_987_600L)]
    [InlineData(" 157,6 ", 15_760L)]
    [InlineData("17,85", 1_785L)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1.2.3", null)]
    [InlineData("29,876,54", null)]
    [InlineData("1e5", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("1.000.001", null)]
    [InlineData("99999999999999999999", null)]
    public void Rates_are_read_as_people_type_them(string? typed, long? perUnit) => TypedRate.Read(typed).ShouldBe(perUnit);

    private static ExchangeRate Of(long perUnit)
        => new() { Id = new(Guid.Empty), Currency = Currency.EUR, Day = Monday, PerUnit = perUnit, Source = RateSource.ByHand, AddedAt = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero) };
}
