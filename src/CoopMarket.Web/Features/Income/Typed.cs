using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using FluentValidation;

namespace CoopMarket.Web.Features.Income;

/// <summary>Amounts and names as people type them here.</summary>
internal static class Typed
{
    public const int MostName = 80;

    /// <summary>An amount of đồng; nothing typed is nothing.</summary>
    public static IRuleBuilderOptions<T, string?> IsDongOrNone<T>(this IRuleBuilder<T, string?> rule)
        => rule.Must(typed => TypedNumber.ReadDong(typed, 0, Money.Most, out _) is NumberVerdict.Whole or NumberVerdict.Empty).WithMessage("income.flaw.dong");

    /// <summary>A count of parts; nothing typed is none.</summary>
    public static IRuleBuilderOptions<T, string?> IsParts<T>(this IRuleBuilder<T, string?> rule)
        => rule.Must(typed => TypedNumber.Read(typed, 0, IncomeShares.MostParts, out _) is NumberVerdict.Whole or NumberVerdict.Empty)
            .WithMessage("income.flaw.parts").WithState(_ => new object[] { IncomeShares.MostParts });

    /// <summary>The amount; checked before.</summary>
    public static long Dong(string? typed) => TypedNumber.ReadDong(typed, 0, Money.Most, out var dong) == NumberVerdict.Whole ? dong : 0;

    /// <summary>The parts; checked before.</summary>
    public static int Parts(string? typed) => TypedNumber.Read(typed, 0, IncomeShares.MostParts, out var parts) == NumberVerdict.Whole ? parts : 0;

    /// <summary>Whether it is a name to keep, on one line.</summary>
    public static bool IsName(string? typed) => CleanText.Read(typed, MostName, out _) == TextVerdict.Clean;

    /// <summary>The name as it is kept; checked before.</summary>
    public static string Name(string? typed)
    {
        _ = CleanText.Read(typed, MostName, out var clean);
        return clean;
    }
}
