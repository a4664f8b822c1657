using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Reviews;

/// <summary>What may be typed in and about reviews.</summary>
internal static class Typed
{
    // A phone number in a name: fewer digits are a year or a house.
    private const int MostDigits = 5;

    /// <summary>Several lines that say something.</summary>
    public static bool IsText(string? typed, int most) => CleanText.Read(typed, most, out _, severalLines: true) == TextVerdict.Clean;

    /// <summary>The same, or nothing.</summary>
    public static bool IsTextOrNone(string? typed, int most) => CleanText.Read(typed, most, out _, severalLines: true) is TextVerdict.Clean or TextVerdict.Empty;

    /// <summary>A name to stand under a review, or none; no way to reach her.</summary>
    public static bool IsName(string? typed)
        => CleanText.Read(typed, Review.MostName, out var name) is TextVerdict.Clean or TextVerdict.Empty && !name.Contains('@', StringComparison.Ordinal) && name.Count(char.IsDigit) <= MostDigits;

    /// <summary>1 to 5.</summary>
    public static bool IsStars(string? typed) => typed is ['1' or '2' or '3' or '4' or '5'];

    /// <summary>A reason of the list.</summary>
    public static bool IsReason(string? typed) => Enum.TryParse<ReportReason>(typed, out var reason) && reason.ToString() == typed;

    /// <summary>The text as it is kept; checked before.</summary>
    public static string Clean(string? typed, int most, bool severalLines = true)
    {
        _ = CleanText.Read(typed, most, out var clean, severalLines);
        return clean;
    }
}
