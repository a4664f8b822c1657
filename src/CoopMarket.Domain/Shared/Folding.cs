using System.Globalization;
using System.Text;

namespace CoopMarket.Domain.Shared;

/// <summary>
/// Text made comparable: for search, addresses, slugs and names that look alike. Works from its own table of letters,
/// because without ICU .NET does not decompose text, and with it đ still isn't d. Old and new tone placement (hoà, hòa),
/// either Unicode form and either case come out equal. Letters of scripts without a table stay as they are.
/// </summary>
public static class Folding
{
    private static readonly Dictionary<Rune, string> Base = BaseLetters();
    private static readonly Dictionary<Rune, string> Lookalikes = FoldingTables.Lookalikes
        .SelectMany(row => row.Looks.EnumerateRunes().Select(rune => (rune, row.Like)))
        .ToDictionary(pair => pair.rune, pair => pair.Like);

    /// <summary>
    /// Lower case without marks, punctuation as single spaces, no invisible characters, no space at either end.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsInvisible(rune)) continue;
            var lower = Rune.ToLowerInvariant(Narrow(rune));
            if (!IsKept(lower))
            {
                gap = folded.Length > 0;
                continue;
            }
            if (gap) folded.Append(' ');
            gap = false;
            if (Base.TryGetValue(lower, out var letters)) folded.Append(letters);
            else folded.Append(lower.ToString());
        }
        return folded.ToString();
    }

    /// <summary>The folded words in order, repeats kept; empty for a text without letters or digits.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// The text for an address: <c>a-z</c>, <c>0-9</c> and single dashes, at most <paramref name="maxLength"/> characters,
    /// cut between words where it can be; empty when nothing of it is Latin. Not unique: đậu and dâu share one.
    /// </summary>
    public static string Slug(string text, int maxLength = 80)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        var slug = new StringBuilder(text.Length);
        var gap = false;
        foreach (var character in Fold(text))
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                gap = slug.Length > 0;
                continue;
            }
            if (gap) slug.Append('-');
            gap = false;
            slug.Append(character);
        }
        if (slug.Length <= maxLength) return slug.ToString();
        var cut = slug.ToString(0, maxLength);
        var dash = cut.LastIndexOf('-');
        return (slug[maxLength] == '-' || dash < 0 ? cut : cut[..dash]).TrimEnd('-');
    }

    /// <summary>
    /// What a name looks like at a glance: two names with the same skeleton can be mistaken for each other (a Cyrillic а
    /// for a, 0 for o, 1 or I for l, rn for m, spaces and marks ignored). For comparing only, never for showing.
    /// </summary>
    public static string Skeleton(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Marks go first, case stays: Η looks like H while η looks like n, with or without an accent.
            var letter = WithoutMarks(Narrow(rune));
            plain.Append(Lookalikes.GetValueOrDefault(letter) ?? letter.ToString());
        }
        var skeleton = new StringBuilder(plain.Length);
        foreach (var rune in Fold(plain.ToString()).EnumerateRunes())
        {
            if (rune.Value == ' ') continue;
            skeleton.Append(Lookalikes.GetValueOrDefault(rune) ?? rune.ToString());
        }
        return skeleton.ToString().ToLowerInvariant()
            .Replace('i', 'l').Replace('1', 'l').Replace('0', 'o')
            .Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal);
    }

    private static Rune WithoutMarks(Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        if (!Base.TryGetValue(lower, out var letters) || letters.Length != 1) return rune;
        var plain = new Rune(letters[0]);
        return lower == rune ? plain : Rune.ToUpperInvariant(plain);
    }

    /// <summary>Full-width, circled and mathematical letters and digits are the plain ones in another dress.</summary>
    private static Rune Narrow(Rune rune) => rune.Value switch
    {
        >= 0xFF01 and <= 0xFF5E => new Rune(rune.Value - 0xFEE0),
        >= 0x24B6 and <= 0x24E9 => new Rune('a' + (rune.Value - 0x24B6) % 26),
        >= 0x1D400 and <= 0x1D6A3 => Styled((rune.Value - 0x1D400) % 52),
        >= 0x1D7CE and <= 0x1D7FF => new Rune('0' + (rune.Value - 0x1D7CE) % 10),
        _ => rune,
    };

    private static Rune Styled(int letter) => new(letter < 26 ? 'A' + letter : 'a' + letter - 26);

    private static bool IsKept(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInvisible(Rune rune) => rune.Value switch
    {
        >= 0x0300 and <= 0x036F or >= 0x1AB0 and <= 0x1AFF or >= 0x1DC0 and <= 0x1DFF => true,
        >= 0x20D0 and <= 0x20FF or >= 0xFE20 and <= 0xFE2F => true,
        >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF => true,
        0x115F or 0x1160 or 0x3164 or 0xFFA0 => true,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format,
    };

    private static Dictionary<Rune, string> BaseLetters()
    {
        var letters = new Dictionary<Rune, string>();
        foreach (var (plain, marked) in FoldingTables.Marked)
            foreach (var rune in marked.EnumerateRunes())
                letters.Add(rune, plain);
        return letters;
    }
}
