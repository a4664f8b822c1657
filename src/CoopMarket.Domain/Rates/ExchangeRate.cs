using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Rates;

/// <summary>Where a rate comes from.</summary>
public enum RateSource
{
    /// <summary>An admin wrote it down.</summary>
    ByHand,

    /// <summary>What Vietcombank publishes.</summary>
    Vietcombank,
}

/// <summary>What one unit of a currency is worth on a day. Only ever added; an order keeps the rate of its placing.</summary>
public sealed class ExchangeRate
{
    /// <summary>How many days old a rate may be: over a weekend banks publish none.</summary>
    public const int FreshDays = 3;

    /// <summary>The most that one unit may be worth, in hundredths of a đồng: a million đồng.</summary>
    public const long Most = 100_000_000;

    // No currency of the market moved by a tenth from one day to the next; a comma in the wrong place does.
    private const int Far = 1_000;

    public required RateId Id { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>The day in Vietnam that it holds for.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Hundredths of a đồng for one whole unit, above zero.</summary>
    public required long PerUnit { get; init; }

    public required RateSource Source { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Who wrote it down; null where the market fetched it.</summary>
    public PersonId? AddedBy { get; init; }

    /// <summary>Whether orders can be placed at it.</summary>
    /// <param name="today">In Vietnam.</param>
    public bool IsFresh(DateOnly today) => Day <= today && Day.AddDays(FreshDays) >= today;

    /// <summary>Whether another rate of the same currency is more than a tenth away from it.</summary>
    /// <param name="perUnit">Hundredths of a đồng for one whole unit.</param>
    public bool IsFarFrom(long perUnit) => Int128.Abs((Int128)perUnit - PerUnit) * 10_000 > (Int128)PerUnit * Far;
}
