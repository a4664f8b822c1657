using System.Globalization;
using System.Text.RegularExpressions;

namespace CoopMarket.Domain.Payments;

/// <summary>Reads days and amounts as banks print them. What could mean two things is refused.</summary>
internal static partial class StatementCell
{
    private static readonly string[] DayFirst = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d"];
    private static readonly string[] MonthFirst = ["M/d/yyyy", "M-d-yyyy"];

    /// <summary>Reads a day, with or without the time of day; the day comes before the month.</summary>
    /// <param name="isMonthFirst">Whether it can only be read with the month first.</param>
    /// <returns>Null where it is none.</returns>
    public static DateOnly? Day(string cell, out bool isMonthFirst)
    {
        var day = cell.Trim().Split([' ', '\n', '\r', 'T'], 2)[0];
        isMonthFirst = false;
        if (DateOnly.TryParseExact(day, DayFirst, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            return read;
        isMonthFirst = DateOnly.TryParseExact(day, MonthFirst, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        return null;
    }

    /// <summary>Reads an amount of đồng: «1,234,567», «1.234.567», «1234567», also with «.00»; an empty cell or a dash is nothing.</summary>
    /// <returns>Null where it is no whole number of đồng.</returns>
    public static long? Dong(string cell)
    {
        var text = Unit().Replace(cell, "").Replace("\u00A0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (text.Length == 0 || text == "-")
            return 0;
        var match = Amount().Match(text);
        if (!match.Success || (match.Groups["group"] is { Success: true } group && match.Groups["point"] is { Success: true } point && group.Value == point.Value))
            return null;
        var digits = string.Concat(match.Groups["whole"].Value.Where(char.IsAsciiDigit));
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var dong) && dong <= Shared.Money.Most ? text.StartsWith('-') || text.StartsWith('(') ? -dong : dong : null;
    }

    [GeneratedRegex(@"\b(?:VND|VNĐ)\b|[đ₫]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^[-+(]?(?<whole>\d{1,3}(?:(?<group>[.,])\d{3})(?:\k<group>\d{3})*|\d+)(?:(?<point>[.,])0{1,2})?\)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Amount();
}
