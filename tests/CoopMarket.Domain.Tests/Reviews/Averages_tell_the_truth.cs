using CoopMarket.Domain.Reviews;
using CsCheck;

namespace CoopMarket.Domain.Tests.Reviews;

public sealed class Averages_tell_the_truth
{
    private static readonly Gen<int[]> Given = Gen.Int[1, StarTally.Most].Array[0, 60];

    [Fact]
    public void The_average_is_the_nearest_tenth_of_the_stars_that_were_given()
        => Given.Where(g => g.Length >= StarTally.LeastForAverage).Sample(given =>
        {
            var tenths = Tally(given).AverageTenths!.Value;
            // Within half a tenth of the true mean, and never below it by as much as that.
            var twice = 2L * tenths * given.Length;
            var exact = 20L * given.Sum();
            (twice - exact).ShouldBeInRange(-given.Length + 1, given.Length);
        });

    [Fact]
    public void It_lies_between_the_least_and_the_most_that_was_given()
        => Given.Where(g => g.Length >= StarTally.LeastForAverage).Sample(given => Tally(given).AverageTenths!.Value.ShouldBeInRange(10 * given.Min(), 10 * given.Max()));

    [Fact]
    public void In_which_order_they_came_is_all_one()
        => Gen.Select(Given, Gen.Int).Sample((given, seed) => Tally([.. given.OrderBy(g => HashCode.Combine(g, seed))]).ShouldBe(Tally(given)));

    [Fact]
    public void Every_review_counts_once()
        => Given.Sample(given =>
        {
            var tally = Tally(given);
            tally.Count.ShouldBe(given.Length);
            Enumerable.Range(1, StarTally.Most).ShouldAllBe(s => tally.With(s) == given.Count(g => g == s));
        });

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2)]
    public void Of_fewer_than_three_there_is_none(int count) => Tally([.. Enumerable.Repeat(5, count)]).AverageTenths.ShouldBeNull();

    [Theory]
    [InlineData(new[] { 5, 5, 5 }, 50), InlineData(new[] { 1, 1, 1 }, 10), InlineData(new[] { 4, 4, 5 }, 43), InlineData(new[] { 4, 5, 5 }, 47), InlineData(new[] { 4, 4, 4, 5 }, 43)]
    public void Halves_go_up(int[] given, int tenths) => Tally(given).AverageTenths.ShouldBe(tenths);

    private static StarTally Tally(int[] given) => StarTally.Of(given.Select(g => (g, 1)));
}
