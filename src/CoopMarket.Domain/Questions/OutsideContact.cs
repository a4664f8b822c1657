using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Questions;

/// <summary>How a message reads as if it led out of the market.</summary>
[Flags]
public enum OutsideSigns
{
    None = 0,

    /// <summary>A phone number, in digits or spelled out.</summary>
    Phone = 1,

    /// <summary>An e-mail address or a link to elsewhere.</summary>
    Address = 2,

    /// <summary>Another place to talk.</summary>
    Talk = 4,

    /// <summary>Money that is to go elsewhere: words for it, or the number of an account.</summary>
    Payment = 8,
}

/// <summary>
/// Finds what leads out of the market in what buyers and cooperatives write to each other. It only warns: a shared number is often
/// meant well, and whoever wants to hide one finds a way. Prices, dates, weights and order codes raise no alarm.
/// </summary>
public static partial class OutsideContact
{
    private const int SpokenDigits = 10;
    private const int LeastSpelled = 4;
    private const char Masked = '#';

    // Milliseconds; a message of the longest kind takes a few.
    private const int Patience = 5_000;

    // How long an IBAN is, by its country.
    private static readonly Dictionary<string, int> Ibans = new(StringComparer.Ordinal)
    {
        ["at"] = 20,
        ["be"] = 16,
        ["ch"] = 21,
        ["de"] = 22,
        ["es"] = 24,
        ["fr"] = 27,
        ["gb"] = 22,
        ["ie"] = 22,
        ["it"] = 27,
        ["lu"] = 20,
        ["nl"] = 18,
        ["pt"] = 25,
    };

    private static readonly HashSet<string> Bins = [.. Banks.All.Select(b => b.Bin)];

    /// <summary>All signs in a text.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="ownHost">The market's own host, whose links lead nowhere else.</param>
    public static OutsideSigns Find(string text, string ownHost)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Letters of a code are no words, and its digits no number.
        text = Code().Replace(text, $"{Masked}");
        var (plain, words) = (Plain(text), Words(text));
        var signs = OutsideSigns.None;
        if (MailAddress().IsMatch(plain) || Links(plain).Any(host => !host.Equals(ownHost, StringComparison.OrdinalIgnoreCase)))
            signs |= OutsideSigns.Address;
        var digits = Harmless().Replace(Dates().Replace(plain, $"{Masked}"), $"{Masked}");
        var withoutPhones = Phones().Replace(digits, $"{Masked}");
        if (withoutPhones != digits || IsSpelledOut(words))
            signs |= OutsideSigns.Phone;
        if (Holds(words, OutsideWords.Talk))
            signs |= OutsideSigns.Talk;
        if (Holds(words, OutsideWords.Payment) || Iban().Matches(plain).Any(IsIban) || HasAccount(withoutPhones, words))
            signs |= OutsideSigns.Payment;
        return signs;
    }

    // Digits of every script as 0 to 9, every space and dash as one, nothing invisible, lower case.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var typed in text.EnumerateRunes())
        {
            var rune = typed.Value is > 0xFF00 and < 0xFF5F ? new Rune(typed.Value - 0xFEE0) : typed;
            plain.Append((Rune.GetUnicodeCategory(rune), Rune.GetNumericValue(rune)) switch
            {
                (UnicodeCategory.DecimalDigitNumber, var digit) => ((int)digit).ToString(CultureInfo.InvariantCulture),
                (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark, _) => "",
                (UnicodeCategory.SpaceSeparator or UnicodeCategory.Control, _) => " ",
                (UnicodeCategory.DashPunctuation, _) => "-",
                _ when rune.Value is '·' or '•' or '∙' => ".",
                _ => Rune.ToLowerInvariant(rune).ToString(),
            });
        }

        return plain.ToString();
    }

    // Folded, a space around each word and between letters and digits; letters that stand alone in a row are a word too.
    private static string Words(string text)
    {
        var folded = LetterBesideDigit().Replace(Folding.Fold(text), " ");
        return $" {folded} {string.Join(' ', Scattered().Matches(folded).Select(m => m.Value.Replace(" ", "", StringComparison.Ordinal)))} ";
    }

    private static bool Holds(string words, IReadOnlyList<string> any) => any.Any(word => words.Contains($" {word} ", StringComparison.Ordinal));

    private static IEnumerable<string> Links(string plain) => Link().Matches(plain).Select(m => m.Groups["host"].Value);

    // «không chín một hai …», with or without digits between.
    private static bool IsSpelledOut(string words)
    {
        var (digits, spelled) = (new StringBuilder(), 0);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(""))
        {
            if (OutsideWords.Digits.TryGetValue(word, out var digit))
            {
                digits.Append(digit);
                spelled++;
            }
            else if (word.Length > 0 && word.All(char.IsAsciiDigit))
            {
                digits.Append(word);
            }
            else
            {
                if (spelled >= LeastSpelled && digits.Length >= SpokenDigits && digits.ToString().Contains('0', StringComparison.Ordinal))
                    return true;
                digits.Clear();
                spelled = 0;
            }
        }

        return false;
    }

    private static bool HasAccount(string digits, string words)
        => LongNumber().Matches(digits).Select(m => string.Concat(m.Value.Where(char.IsAsciiDigit))).Any(number => Bins.Contains(number[..6])) || (Holds(words, OutsideWords.Banks) && LongNumber().IsMatch(digits));

    private static bool IsIban(Match found)
    {
        var letters = found.Value.Replace(" ", "", StringComparison.Ordinal);
        return Ibans.TryGetValue(letters[..2], out var length) && letters.Length >= length && Shared.Iban.IsValid(letters[..length]);
    }

    [GeneratedRegex(@"[\w.+-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex MailAddress();

    // Endings of two letters that are words too count only before a slash.
    [GeneratedRegex(@"https?://(?<host>[^\s/:?#]+)|(?<![\w@.-])(?<host>(?:[\w-]+\.)+(?:com|net|org|vn|fr|info|shop|store|site|online|link|xyz|top|app|asia)(?![\w-])|(?:[\w-]+\.)+[a-z]{2,4}(?=/\w))", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\d[ ./-]{0,3})(?:[0-3]?\d(?<dot>[./-])[01]?\d\k<dot>(?:19|20)\d\d|(?:19|20)\d\d-[01]\d-[0-3]\d)(?![.-]?\d)", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Dates();

    [GeneratedRegex(@"(?<![\p{L}\d])cm[\da-z]{8}(?![\p{L}\d])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience)]
    private static partial Regex Code();

    // Prices, from one to another too, weights and measures, and lots counted in pairs. What follows other digits may be the end of a number and stays.
    [GeneratedRegex(
        @"(?<!\d[ .,-]?)(?:(?:[1-9]\d{0,2}(?:[., ]\d{3})+ ?(?:-|~|đến|tới|to|à) ?)?[1-9]\d{0,2}(?:[., ]\d{3})+ ?(?:₫|đ|đồng|dong|vnd|vnđ|€|euros?|\$|usd)|\d{1,5}(?:[.,]\d{1,3})? ?(?:kg|g|gr|gram|gam|ml|l|lit|lít|cm|mm|m|%))(?![\p{L}\d])|(?<!\p{L})(?:lô|lo|lot|batch)(?: số| so| no| n°)?[ .:#]{1,2}\d\d(?:[ .-]\d\d){1,6}(?![ .-]?\d)",
        RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Harmless();

    // At home ten digits behind a 0, or eleven on a landline; from abroad behind + or 00; 84 needs neither.
    [GeneratedRegex(
        @"(?<!\d|\d[.,])(?:\+[ (]{0,2}[1-9](?:[ .()_/-]{0,3}\d){7,14}|00[ .-]?[1-9](?:[ .()_-]{0,3}\d){8,13}|84[ .()_-]{0,3}0?[ .()_-]{0,3}[2-9](?:(?:[ .()_-]{0,3}|,)\d){8,9}|\(?0[ .()_-]{0,3}2(?:(?:[ .()_-]{0,3}|,)\d){9}|\(?0[ .()_-]{0,3}[1-9](?:(?:[ .()_-]{0,3}|,)\d){8})(?!\d)",
        RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Phones();

    [GeneratedRegex(@"(?<![\d\p{L}])\d(?:[ .-]?\d){7,18}(?![\d\p{L}])", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"(?<![\p{L}\d])[a-z]{2}\d\d(?: ?[a-z\d]){11,30}", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex LetterBesideDigit();

    [GeneratedRegex(@"(?<![\p{L}\d])\p{L}(?: \p{L}(?![\p{L}\d])){2,}", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Scattered();
}
