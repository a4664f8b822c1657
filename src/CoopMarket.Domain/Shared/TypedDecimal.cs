using System.Globalization;

namespace CoopMarket.Domain.Shared;

/// <summary>Numbers with decimals as people type them and banks print them: «29.876,54», «29,876.54», «29876.5», «12».</summary>
public static class TypedDecimal
{
    private const int MostDigits = 11;

    /// <summary>
    /// Reads a number that is not negative, in its smallest unit; null where it is none. Behind the last separator are decimals where
    /// one or two digits stand, thousands where there are three: «29.876» is twenty-nine thousand.
    /// </summary>
    /// <param name="decimals">As many as it may have, 0 to 2.</param>
    public static long? Read(string? typed, int decimals)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)));
        var last = text.LastIndexOfAny(['.', ',']);
        var tail = last < 0 ? "" : text[(last + 1)..];
        var isDecimal = last >= 0 && tail.Length > 0 && tail.Length <= decimals;
        var whole = isDecimal ? text[..last] : text;
        var groups = whole.Split('.', ',');
        var isMixed = whole.Where(c => c is '.' or ',').Distinct().Count() > 1 || (isDecimal && whole.Contains(text[last], StringComparison.Ordinal));
        if (isMixed || groups.Append(isDecimal ? tail : "0").Any(g => g.Length == 0 || !g.All(char.IsAsciiDigit))
            || groups.Skip(1).Any(g => g.Length != 3) || (groups.Length > 1 && groups[0].Length > 3))
            return null;
        var digits = string.Concat(groups) + (isDecimal ? tail : "").PadRight(decimals, '0');
        return digits.Length <= MostDigits ? long.Parse(digits, CultureInfo.InvariantCulture) : null;
    }
}
