namespace CoopMarket.Domain.Reviews;

/// <summary>How many reviews of a product gave how many stars. None of the counts is below zero.</summary>
public sealed record StarTally(int One, int Two, int Three, int Four, int Five)
{
    /// <summary>The most stars that there are.</summary>
    public const int Most = 5;

    /// <summary>Of fewer reviews no average is told: one voice would be all of it.</summary>
    public const int LeastForAverage = 3;

    /// <summary>No review at all.</summary>
    public static StarTally None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>All of them.</summary>
    public int Count => One + Two + Three + Four + Five;

    /// <summary>The average in tenths of a star, 10 to 50, halves rounded up; null of fewer than <see cref="LeastForAverage"/>.</summary>
    public int? AverageTenths => Count < LeastForAverage ? null : (int)(((20L * Stars) + Count) / (2L * Count));

    private long Stars => One + (2L * Two) + (3L * Three) + (4L * Four) + (5L * Five);

    /// <summary>How many gave so many stars, 1 to 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number of stars.</exception>
    public int With(int stars) => stars switch
    {
        1 => One,
        2 => Two,
        3 => Three,
        4 => Four,
        Most => Five,
        _ => throw new ArgumentOutOfRangeException(nameof(stars)),
    };

    /// <summary>Puts counts together that were made for each number of stars.</summary>
    public static StarTally Of(IEnumerable<(int Stars, int Count)> counted)
    {
        var by = counted.GroupBy(c => c.Stars, c => c.Count).ToDictionary(g => g.Key, g => g.Sum());
        return new(by.GetValueOrDefault(1), by.GetValueOrDefault(2), by.GetValueOrDefault(3), by.GetValueOrDefault(4), by.GetValueOrDefault(Most));
    }
}
