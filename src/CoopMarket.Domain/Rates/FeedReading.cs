using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Rates;

/// <summary>Why a rate of the feed was not taken.</summary>
public enum FedRateFlaw
{
    /// <summary>It is no number, or one that no rate can be.</summary>
    Unreadable,

    /// <summary>It is more than a tenth away from the last one: a person looks first.</summary>
    FarOff,
}

/// <summary>A rate that the feed said and the market did not take.</summary>
/// <param name="Day">The day in Vietnam that it says it holds for.</param>
/// <param name="PerUnit">Hundredths of a đồng for one unit; null where it can't be read.</param>
public sealed record RefusedRate(Currency Currency, DateOnly Day, long? PerUnit, FedRateFlaw Flaw);

/// <summary>How the feed of rates was read last, for the office to see: one for each source.</summary>
public sealed class FeedReading : Entity
{
    private FeedReading()
    {
    }

    public RateSource Source { get; private init; }

    /// <summary>When it could be read last, UTC; null where it never could.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Since when it can't be read, UTC; null where it could be the last time.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>How many new rates were taken the last time.</summary>
    public int Taken { get; private set; }

    /// <summary>What was not taken the last time, a JSON list of <see cref="RefusedRate"/>; empty where all of it was.</summary>
    public string Refused { get; private set; } = "";

    /// <summary>Nothing was read of a source yet.</summary>
    public static FeedReading Of(RateSource source) => new() { Source = source };

    /// <summary>It was read.</summary>
    /// <param name="refused">As JSON; empty where all was taken.</param>
    public void Read(int taken, string refused, DateTimeOffset now) => (ReadAt, FailingSince, Taken, Refused) = (now, null, taken, refused);

    /// <summary>It could not be read.</summary>
    public void Fail(DateTimeOffset now) => FailingSince ??= now;
}
