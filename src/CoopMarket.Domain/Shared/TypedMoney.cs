using System.Globalization;

namespace CoopMarket.Domain.Shared;

/// <summary>Amounts of other currencies as people type them: «12,40», «1.234,50», «1,234.5», «12».</summary>
public static class TypedMoney
{
    private const int MostDigits = 11;

    /// <summary>
    /// Reads an amount above zero; null where it is none, or has more decimals than the currency. Behind the last separator are
    /// decimals where there are as many digits as the currency has at most, thousands where there are three.
    /// </summary>
    public static Money? Read(string? typed, Currency currency)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)));
        var last = text.LastIndexOfAny(['.', ',']);
        var tail = last < 0 ? "" : text[(last + 1)..];
        var isDecimal = last >= 0 && tail.Length is 1 or 2 && tail.Length <= currency.Exponent();
        var groups = (isDecimal ? text[..last] : text).Split('.', ',');
        if (groups.Any(g => g.Length == 0 || !g.All(char.IsAsciiDigit)) || groups.Skip(1).Any(g => g.Length != 3) || (groups.Length > 1 && groups[0].Length > 3) || !tail.All(char.IsAsciiDigit))
            return null;
        var digits = string.Concat(groups) + (isDecimal ? tail.PadRight(currency.Exponent(), '0') : new string('0', currency.Exponent()));
        return digits.Length <= MostDigits && long.Parse(digits, CultureInfo.InvariantCulture) is > 0 and var minor ? new(minor, currency) : null;
    }
}
