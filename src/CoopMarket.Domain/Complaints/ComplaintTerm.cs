using System.Collections.Frozen;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Complaints;

/// <summary>What a complaint is about; each kind has its own deadlines.</summary>
public enum ComplaintKind
{
    NotArrived,

    /// <summary>Broken, the wrong thing, or something missing.</summary>
    Damaged,

    /// <summary>Fresh goods that went bad.</summary>
    Spoiled,
    NotAsDescribed,

    /// <summary>Money that was sent and does not stand on the order.</summary>
    MoneyNotShown,
    RefundMissing,

    /// <summary>A counterfeit, a wrong certificate, a claim that can't be true.</summary>
    FalseClaim,

    /// <summary>Pictures, words or patterns taken from someone else.</summary>
    TakenWork,

    /// <summary>An authority, or the owner of a right, demands that goods be taken off the market.</summary>
    TakeDown,
    PersonalData,

    /// <summary>An account locked, a shop suspended.</summary>
    LockedOut,

    /// <summary>A cooperative's question about money, fees or books.</summary>
    Books,
    Other,
}

/// <summary>How soon the market speaks.</summary>
/// <param name="AnswerHours">Until the first answer, in hours that pass at night too.</param>
/// <param name="SettleDays">Until it is settled, in working days.</param>
public readonly record struct ComplaintTime(int AnswerHours, int SettleDays)
{
    /// <summary>The longest time to a first answer: 14 days.</summary>
    public const int MostHours = 336;

    /// <summary>The longest time until it is settled, in working days.</summary>
    public const int MostDays = 60;
}

/// <summary>
/// The deadlines of one kind of complaint from a moment on. Only ever added; a complaint keeps those of its receipt. A market has to
/// publish such a table (Decree 248/2026/ND-CP, articles on the intake of complaints).
/// </summary>
public sealed class ComplaintTerm
{
    /// <summary>Where no row was written: what the market's page on complaints says.</summary>
    public static IReadOnlyDictionary<ComplaintKind, ComplaintTime> Usual { get; } = new Dictionary<ComplaintKind, ComplaintTime>
    {
        [ComplaintKind.NotArrived] = new(24, 7),
        [ComplaintKind.Damaged] = new(24, 5),
        [ComplaintKind.Spoiled] = new(12, 3),
        [ComplaintKind.NotAsDescribed] = new(48, 10),
        [ComplaintKind.MoneyNotShown] = new(12, 2),
        [ComplaintKind.RefundMissing] = new(24, 5),
        [ComplaintKind.FalseClaim] = new(24, 10),
        [ComplaintKind.TakenWork] = new(24, 10),
        [ComplaintKind.TakeDown] = new(1, 3),
        [ComplaintKind.PersonalData] = new(72, 15),
        [ComplaintKind.LockedOut] = new(24, 5),
        [ComplaintKind.Books] = new(24, 7),
        [ComplaintKind.Other] = new(48, 15),
    }.ToFrozenDictionary();

    public required RuleId Id { get; init; }

    public required ComplaintKind Kind { get; init; }

    /// <summary>1 to <see cref="ComplaintTime.MostHours"/>.</summary>
    public required int AnswerHours { get; init; }

    /// <summary>1 to <see cref="ComplaintTime.MostDays"/>, working days.</summary>
    public required int SettleDays { get; init; }

    /// <summary>From when on, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Who added it.</summary>
    public PersonId? AddedBy { get; init; }
}
