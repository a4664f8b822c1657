using System.Globalization;

namespace CoopMarket.Domain.Shared;

/// <summary>Percentages as people type them: «6», «6,5», «6.25 %».</summary>
public static class TypedPercent
{
    /// <summary>In basis points (100 = 1 %), below a hundred percent; null where it is none or has more than two decimals.</summary>
    public static int? Read(string? typed)
    {
        var parts = (typed ?? "").Trim().TrimEnd('%').TrimEnd().Split('.', ',');
        if (parts.Length > 2 || parts[0].Length is 0 or > 2 || parts.Any(p => !p.All(char.IsAsciiDigit)) || (parts.Length == 2 && parts[1].Length is 0 or > 2))
            return null;
        var whole = int.Parse(parts[0], CultureInfo.InvariantCulture);
        return (whole * 100) + (parts.Length == 2 ? int.Parse(parts[1].PadRight(2, '0'), CultureInfo.InvariantCulture) : 0);
    }
}
