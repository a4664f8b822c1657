using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Settlement;

/// <summary>The rate of value-added tax of a class, from a moment on. Only ever added; an order's lines keep the rate of their placing.</summary>
public sealed class VatRate
{
    /// <summary>No row may say more: 30 %, in basis points.</summary>
    public const int Most = 3_000;

    public required RuleId Id { get; init; }

    public required VatClass Class { get; init; }

    /// <summary>On the price without tax; 800 = 8 %.</summary>
    public required int BasisPoints { get; init; }

    /// <summary>From when on, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Who added it; null for the market itself.</summary>
    public PersonId? AddedBy { get; init; }
}

/// <summary>
/// What is withheld from households and persons who sell, for one kind of supply, from a moment on. Only ever added; what was withheld
/// keeps the row that held then.
/// </summary>
public sealed class WithholdingRate
{
    /// <summary>No row may say more for either tax: 20 %, in basis points.</summary>
    public const int Most = 2_000;

    public required RuleId Id { get; init; }

    public required SupplyKind Kind { get; init; }

    /// <summary>Value-added tax on what the seller is entitled to; 100 = 1 %.</summary>
    public required int VatBasisPoints { get; init; }

    /// <summary>Personal income tax on the same; 50 = 0.5 %.</summary>
    public required int IncomeBasisPoints { get; init; }

    /// <summary>From when on, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Who added it; null for the market itself.</summary>
    public PersonId? AddedBy { get; init; }
}

/// <summary>
/// The rows that a new market begins with, as the laws stood in 2026: Law on value-added tax 48/2024 with resolution 204/2025, which
/// lowers the rate of most goods until the end of 2026, Law on personal income tax 109/2025, and the decrees 252 and 253 on what markets
/// withhold. Admins add what comes after.
/// </summary>
public static class FirstTaxRates
{
    private static readonly DateTimeOffset Start = VietnamDay.Begin(new(2025, 7, 1));

    /// <summary>Class, rate in basis points, from when on (UTC). What a producer sells of her own growing has none: it is outside the tax.</summary>
    public static IReadOnlyList<(VatClass Class, int BasisPoints, DateTimeOffset From)> Vat { get; } =
    [
        (VatClass.FarmTrade, 500, Start), (VatClass.Most, 800, Start), (VatClass.Most, 1_000, VietnamDay.Begin(new(2027, 1, 1))), (VatClass.NeverLowered, 1_000, Start),
    ];

    /// <summary>Kind of supply, value-added tax and income tax in basis points, from when on (UTC).</summary>
    public static IReadOnlyList<(SupplyKind Kind, int Vat, int Income, DateTimeOffset From)> Withholding { get; } =
    [
        (SupplyKind.Goods, 100, 50, Start), (SupplyKind.Services, 500, 200, Start), (SupplyKind.Making, 300, 150, Start), (SupplyKind.Other, 200, 100, Start),
    ];
}
