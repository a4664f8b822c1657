using System.Numerics;
using CoopMarket.Domain.Shared;
using CsCheck;

namespace CoopMarket.Domain.Tests.Shared;

/// <summary>Row 38 of the catalog of bad input: whole units by largest remainder, and the sum is what was split.</summary>
public sealed class AllocationTests
{
    private static readonly Gen<long> Total = Gen.OneOf(Gen.Long[-20, 20], Gen.Long[-1_000_000_000_000, 1_000_000_000_000]);

    // Many nothings and many alike, and some that are very large.
    private static readonly Gen<long[]> Weights = Gen.OneOf(Gen.Long[0, 3].Array[1, 40], Gen.Long[0, 1_000_000].Array[1, 40], Gen.Long[0, long.MaxValue / 64].Array[1, 40]);

    [Fact]
    public void The_parts_sum_to_the_whole_and_none_is_further_than_a_unit_from_its_share() => Gen.Select(Total, Weights).Sample((total, weights) =>
    {
        var parts = Allocation.Split(Money.Dong(total), weights);

        parts.Count.ShouldBe(weights.Length);
        parts.ShouldAllBe(p => p.Currency == Currency.VND && (p.IsZero || (p.Minor < 0) == (total < 0)));
        parts.Aggregate(BigInteger.Zero, (sum, p) => sum + p.Minor).ShouldBe(total);
        var sum = weights.Aggregate(BigInteger.Zero, (all, w) => all + w);
        foreach (var (part, weight) in parts.Zip(weights))
        {
            // With nothing to go by all are alike.
            var (share, of) = sum.IsZero ? (BigInteger.Abs(total), (BigInteger)weights.Length) : (BigInteger.Abs(total) * weight, sum);
            BigInteger.Abs(part.Minor).ShouldBeInRange(share / of, (share / of) + (share % of > 0 ? 1 : 0));
        }
    });

    [Fact]
    public void The_units_that_remain_go_to_the_largest_remainders_and_of_two_alike_to_the_earlier() => Gen.Select(Total, Weights).Sample((total, weights) =>
    {
        var parts = Allocation.Split(Money.Dong(total), weights);

        var sum = weights.Aggregate(BigInteger.Zero, (all, w) => all + w);
        var shares = sum.IsZero ? [.. weights.Select(_ => BigInteger.One)] : weights.Select(w => (BigInteger)w).ToList();
        var of = sum.IsZero ? weights.Length : sum;
        // Who got one more stands before who got none.
        var order = Enumerable.Range(0, weights.Length).OrderByDescending(i => BigInteger.Abs(total) * shares[i] % of).ThenBy(i => i).ToList();
        var got = order.ConvertAll(i => BigInteger.Abs(parts[i].Minor) > BigInteger.Abs(total) * shares[i] / of);
        got.SkipWhile(g => g).ShouldAllBe(g => !g);
    });

    [Fact]
    public void A_correction_splits_as_its_mirror_image() => Gen.Select(Total, Weights).Sample((total, weights)
        => Allocation.Split(Money.Dong(-total), weights).Select(p => -p.Minor).ShouldBe(Allocation.Split(Money.Dong(total), weights).Select(p => p.Minor)));

    [Theory]
    [InlineData(100, new long[] { 1, 1, 1 }, new long[] { 34, 33, 33 })]
    [InlineData(-100, new long[] { 1, 1, 1 }, new long[] { -34, -33, -33 })]
    [InlineData(2, new long[] { 0, 0, 0 }, new long[] { 1, 1, 0 })]
    [InlineData(5, new long[] { 0, 3, 0 }, new long[] { 0, 5, 0 })]
    [InlineData(1, new long[] { 1, 2, 2 }, new long[] { 0, 1, 0 })]
    [InlineData(0, new long[] { 7 }, new long[] { 0 })]
    public void It_splits_as_by_hand(long total, long[] weights, long[] parts) => Allocation.Split(Money.Dong(total), weights).Select(p => p.Minor).ShouldBe(parts);

    [Fact]
    public void Nothing_is_split_among_nobody_or_by_less_than_nothing()
    {
        Should.Throw<ArgumentException>(() => Allocation.Split(Money.Dong(1), []));
        Should.Throw<ArgumentException>(() => Allocation.Split(Money.Dong(1), [1, -1]));
    }
}
