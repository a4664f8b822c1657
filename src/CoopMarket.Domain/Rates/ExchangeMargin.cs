using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Rates;

/// <summary>What the market adds to the rate from a moment on. Only ever added; an order keeps the margin of its placing.</summary>
public sealed class ExchangeMargin
{
    /// <summary>2 %, where none was written: basis points.</summary>
    public const int Usual = 200;

    /// <summary>No margin may be more than a tenth.</summary>
    public const int Most = 1_000;

    public required RuleId Id { get; init; }

    /// <summary>100 = 1 % of the price.</summary>
    public required int BasisPoints { get; init; }

    /// <summary>From when on, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Who added it; null for the market itself.</summary>
    public PersonId? AddedBy { get; init; }
}
