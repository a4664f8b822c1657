using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>The market's fee from a moment on. Only ever added; an order keeps the rule of its placing.</summary>
public sealed class FeeRule
{
    /// <summary>6 % of the goods, where no rule was written: basis points.</summary>
    public const int Usual = 600;

    /// <summary>No rule may take more than a third.</summary>
    public const int Most = 3_333;

    /// <summary>Days before which a higher fee is told, as the market promises its sellers on its page of fees.</summary>
    public const int DaysOfNotice = 20;

    public required RuleId Id { get; init; }

    /// <summary>100 = 1 % of the goods; delivery carries no fee.</summary>
    public required int BasisPoints { get; init; }

    /// <summary>From when on, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Who added it; null for the market itself.</summary>
    public PersonId? AddedBy { get; init; }
}

/// <summary>An admin has set the market's fee from a day on.</summary>
/// <param name="BasisPoints">100 = 1 % of the goods.</param>
/// <param name="From">From when on, UTC.</param>
/// <param name="Before">What would be in force then without it, in basis points.</param>
[EventName("settlement.fee-set")]
public sealed record FeeSet(RuleId Rule, int BasisPoints, DateTimeOffset From, int Before) : DomainEvent;

/// <summary>A manager is to be told of it. Each by a message of her own: a mail that fails is tried again alone.</summary>
/// <inheritdoc cref="FeeSet"/>
/// <param name="Manager">Who.</param>
[EventName("settlement.fee-to-tell")]
public sealed record FeeToTell(PersonId Manager, int BasisPoints, DateTimeOffset From, int Before) : DomainEvent;
