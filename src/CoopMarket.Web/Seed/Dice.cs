namespace CoopMarket.Web.Seed;

/// <summary>Throws the same numbers at every seeding (SplitMix64), so that the demo's year is the same story each time.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 to <paramref name="below"/> − 1.</summary>
    public int Below(int below) => (int)(Next() % (ulong)below);

    /// <summary>True in <paramref name="percent"/> of 100 throws.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of several.</summary>
    public T One<T>(IReadOnlyList<T> several) => several[Below(several.Count)];

    /// <summary>A time between two.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + TimeSpan.FromMinutes(Below(Math.Max(1, (int)(most - least).TotalMinutes)));

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
