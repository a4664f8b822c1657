namespace CoopMarket.Domain.Shared;

/// <summary>Reads amounts of đồng as people type them.</summary>
public static class DongText
{
    /// <summary>
    /// Reads «385000», «385.000», «385,000», «385 000» and the same with ₫ or đ at the end. Separators must stand between whole
    /// groups of three, and be alike: «1.5» and «1.00» are no amounts, so that nothing is read ten times too large.
    /// </summary>
    /// <returns>False for anything else, signs, fractions and amounts above <see cref="Money.Most"/> included.</returns>
    public static bool TryRead(string? typed, out long dong)
    {
        dong = 0;
        var text = (typed ?? "").Trim().TrimEnd('₫', 'đ', 'Đ').TrimEnd().Replace('\u00a0', ' ').Replace('\u202f', ' ');
        if (text.Length is 0 or > 20)
            return false;
        var separators = text.Where(c => !char.IsAsciiDigit(c)).Distinct().ToList();
        if (separators.Count > 1 || (separators is [var one] && one is not ('.' or ',' or ' ')))
            return false;
        var groups = separators.Count == 0 ? [text] : text.Split(separators[0]);
        if (groups.Length > 1 && (groups[0].Length is 0 or > 3 || groups[0] == "0" || groups.Skip(1).Any(g => g.Length != 3)))
            return false;
        return long.TryParse(string.Concat(groups), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out dong)
            && dong <= Money.Most;
    }
}
