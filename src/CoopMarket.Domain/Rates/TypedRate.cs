using System.Globalization;

namespace CoopMarket.Domain.Rates;

/// <summary>Rates as people type them and banks print them: «29.876,54», «29,876.54», «29876.54», «157.6».</summary>
public static class TypedRate
{
    private const int MostDigits = 9;

    /// <summary>
    /// Hundredths of a đồng; null where it is no rate above zero with at most two decimals. Three digits behind the only separator are
    /// thousands: «29.876» is twenty-nine thousand.
    /// </summary>
    public static long? Read(string? typed)
    {
        var text = (typed ?? "").Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal);
        var last = text.LastIndexOfAny(['.', ',']);
        var tail = last < 0 ? "" : text[(last + 1)..];
        var isDecimal = last >= 0 && tail.Length is 1 or 2 && text.Count(c => c == text[last]) == 1;
        var whole = isDecimal ? text[..last] : text;
        var groups = whole.Split('.', ',');
        if (groups.Any(g => g.Length == 0 || !g.All(char.IsAsciiDigit)) || (groups.Length > 1 && (groups[0].Length > 3 || groups.Skip(1).Any(g => g.Length != 3)))
            || whole.Where(c => c is '.' or ',').Distinct().Count() > 1 || (isDecimal && (!tail.All(char.IsAsciiDigit) || whole.Contains(text[last], StringComparison.Ordinal))))
            return null;
        var digits = string.Concat(groups);
        if (digits.Length > MostDigits)
            return null;
        var read = (long.Parse(digits, CultureInfo.InvariantCulture) * 100) + (isDecimal ? long.Parse(tail.PadRight(2, '0'), CultureInfo.InvariantCulture) : 0);
        return read is > 0 and <= ExchangeRate.Most ? read : null;
    }
}
