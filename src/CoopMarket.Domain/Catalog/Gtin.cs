namespace CoopMarket.Domain.Catalog;

/// <summary>What became of a trade item number that somebody typed.</summary>
public enum GtinVerdict
{
    /// <summary>It is one.</summary>
    Whole,

    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>Not 8, 12, 13 or 14 digits.</summary>
    Strange,

    /// <summary>Its last digit does not fit the others: one was misread.</summary>
    WrongDigit,

    /// <summary>One of those that a shop gives out for its own tills alone; elsewhere it means something else.</summary>
    OfAShop,
}

/// <summary>
/// A global trade item number of GS1 (General Specifications 25, section 1.4 and 7.9.1): what stands below a bar code. GTIN-8, -12
/// and -13 are the same number with zeros before it.
/// </summary>
public static class Gtin
{
    /// <summary>Digits as it is kept and written in an address: always fourteen.</summary>
    public const int Length = 14;

    /// <summary>The longest number of a lot that such an address can name.</summary>
    public const int MostOfLot = 20;

    // Of the characters that GS1 lets a lot's number have (General Specifications, figure 7.11-1), those that every reader and server leaves as they are.
    private const string Marks = "-._";

    /// <summary>Reads a number as people type it, with spaces or dashes.</summary>
    /// <param name="typed">May be null.</param>
    /// <param name="gtin">Fourteen digits; empty unless it is one.</param>
    public static GtinVerdict Read(string? typed, out string gtin)
    {
        gtin = "";
        var digits = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c is not '-' and not '\u2011' and not '\u200b'));
        if (digits.Length == 0)
            return GtinVerdict.Empty;
        if (digits.Length is not (8 or 12 or 13 or Length) || !digits.All(char.IsAsciiDigit))
            return GtinVerdict.Strange;
        var padded = digits.PadLeft(Length, '0');
        if (CheckDigit(padded[..^1]) != padded[^1] - '0')
            return GtinVerdict.WrongDigit;
        // A short one of eight digits has no country before it but begins with 0 or 2 where a shop gave it out.
        if (digits.Length == 8 ? digits[0] is '0' or '2' : padded[1] == '2' || padded[1..3] is "02" or "04")
            return GtinVerdict.OfAShop;
        gtin = padded;
        return GtinVerdict.Whole;
    }

    /// <summary>The last digit of a number, of all its others: three and one in turns from the right, up to the next ten.</summary>
    /// <param name="others">Digits.</param>
    public static int CheckDigit(string others)
    {
        var sum = others.Reverse().Select((digit, nth) => (digit - '0') * (nth % 2 == 0 ? 3 : 1)).Sum();
        return (10 - (sum % 10)) % 10;
    }

    /// <summary>As it stands below a bar code: without the zeros that only fill it up.</summary>
    /// <param name="gtin">Fourteen digits.</param>
    public static string Printed(string gtin)
        => gtin.StartsWith("000000", StringComparison.Ordinal) ? gtin[6..] : gtin[0] == '0' ? gtin[1..] : gtin;

    /// <summary>Whether a lot's number can stand in an address of GS1 as it is printed.</summary>
    public static bool CanName(string lot)
        => lot.Length is > 0 and <= MostOfLot && lot.All(c => char.IsAsciiLetterOrDigit(c) || Marks.Contains(c, StringComparison.Ordinal)) && lot.Any(char.IsAsciiLetterOrDigit);

    /// <summary>The path of a lot by GS1's Digital Link (URI Syntax 1.6): <c>/01/{gtin}/10/{lot}</c>; null where its number can't stand there.</summary>
    /// <param name="gtin">Fourteen digits.</param>
    public static string? PathOf(string gtin, string lot) => CanName(lot) ? $"/01/{gtin}/10/{lot}" : null;
}
