using System.Globalization;
using System.Text;

namespace CoopMarket.Domain.Shared;

/// <summary>What <see cref="TypedNumber"/> found in a typed number.</summary>
public enum NumberVerdict
{
    /// <summary>A whole number within the bounds.</summary>
    Whole,

    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>A part of one: «1,5».</summary>
    Fraction,

    /// <summary>Something else than digits and separators between thousands.</summary>
    NotANumber,

    /// <summary>Less than allowed.</summary>
    TooSmall,

    /// <summary>More than allowed.</summary>
    TooLarge,
}

/// <summary>
/// Whole numbers as people in Vietnam type them: «185.000», «185,000», «185 000», «185000», full-width digits, with or without
/// «đ». Never guessed: what could mean two things is refused. «1.000» is a thousand, «1,5» and «1.50» are no whole numbers.
/// </summary>
public static class TypedNumber
{
    private const int MostDigits = 15;

    private static readonly string[] Units = ["vnđ", "vnd", "đồng", "dong", "đ", "₫", "d"];

    private static readonly string[] Thousands = ["nghìn", "ngàn", "k"];

    /// <summary>Reads a count: pieces, grams, millimeters, days.</summary>
    /// <param name="typed">What was typed; null counts as empty.</param>
    /// <param name="least">The smallest number allowed.</param>
    /// <param name="most">The largest number allowed.</param>
    /// <param name="number">The number; 0 unless the verdict is <see cref="NumberVerdict.Whole"/>.</param>
    public static NumberVerdict Read(string? typed, int least, int most, out int number)
    {
        var verdict = Read(Plain(typed), 1, least, most, out var read);
        number = (int)read;
        return verdict;
    }

    /// <summary>Reads an amount of đồng; «185k» and «185 nghìn» are 185,000.</summary>
    /// <param name="typed">What was typed; null counts as empty.</param>
    /// <param name="least">The smallest amount allowed.</param>
    /// <param name="most">The largest amount allowed.</param>
    /// <param name="dong">The amount; 0 unless the verdict is <see cref="NumberVerdict.Whole"/>.</param>
    public static NumberVerdict ReadDong(string? typed, long least, long most, out long dong)
    {
        var text = Without(Plain(typed), Units);
        var bare = Without(text, Thousands);
        return Read(bare, bare.Length < text.Length ? 1_000 : 1, least, most, out dong);
    }

    private static NumberVerdict Read(string text, int times, long least, long most, out long number)
    {
        number = 0;
        if (text.Length == 0)
            return NumberVerdict.Empty;
        var minus = text[0] is '-' or '\u2212';
        var parts = (minus ? text[1..].TrimStart() : text).Split(['.', ',', ' ', '\'', '’'], StringSplitOptions.None);
        if (!parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit)))
            return NumberVerdict.NotANumber;
        if (!AreThousands(text, parts))
            return NumberVerdict.Fraction;
        var digits = string.Concat(parts).TrimStart('0');
        if (digits.Length > MostDigits)
            return minus ? NumberVerdict.TooSmall : NumberVerdict.TooLarge;
        var read = digits.Length == 0 ? 0 : long.Parse(digits, CultureInfo.InvariantCulture) * times * (minus ? -1 : 1);
        if (read < least)
            return NumberVerdict.TooSmall;
        if (read > most)
            return NumberVerdict.TooLarge;
        number = read;
        return NumberVerdict.Whole;
    }

    // One kind of separator, three digits behind each; one that stands for thousands never follows a lone 0.
    private static bool AreThousands(string text, string[] parts) => parts.Length == 1
        || (parts[0].Length <= 3 && parts[0] != "0" && parts.Skip(1).All(p => p.Length == 3)
            && text.Where(c => c is '.' or ',' or ' ' or '\'' or '’').Distinct().Count() == 1);

    private static string Without(string text, string[] endings)
    {
        var ending = Array.Find(endings, e => text.EndsWith(e, StringComparison.Ordinal));
        return ending is null ? text : text[..^ending.Length].TrimEnd();
    }

    // Full-width forms are the plain ones in another dress; every kind of space is a space.
    private static string Plain(string? typed)
    {
        if (typed is null || typed.Length > 100)
            return typed is null ? "" : "?";
        var plain = new StringBuilder(typed.Length);
        foreach (var character in typed.Normalize(NormalizationForm.FormC))
            plain.Append(character switch
            {
                >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
                _ when char.IsWhiteSpace(character) => ' ',
                _ => char.ToLowerInvariant(character),
            });
        return plain.ToString().Trim();
    }
}
