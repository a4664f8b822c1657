using System.Text;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Search;

/// <summary>
/// A word twice: folded, and with its marks in one form whatever the Unicode form, the case or the place of the tone
/// (hoà and hòa are one word, hoa is another).
/// </summary>
/// <param name="Folded">Lower case without marks.</param>
/// <param name="Marked">Lower case letters, the tone as a sign at the end; equal to <paramref name="Folded"/> where there are no marks.</param>
internal readonly record struct MarkedWord(string Folded, string Marked)
{
    private const string Tones = "`?~'.";

    // A plain letter, then the same with grave, hook, tilde, acute and dot below.
    private static readonly string[] Letters =
    [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ];

    private static readonly Dictionary<char, (char Letter, char Tone)> Toned = Letters
        .SelectMany(row => row.Skip(1).Select((letter, tone) => (letter, plain: row[0], sign: Tones[tone])))
        .ToDictionary(t => t.letter, t => (t.plain, t.sign));

    private static readonly Dictionary<char, char> ToneMarks = new() { ['\u0300'] = '`', ['\u0309'] = '?', ['\u0303'] = '~', ['\u0301'] = '\'', ['\u0323'] = '.' };

    private static readonly Dictionary<(char Letter, char Mark), char> Shaped = new()
    {
        [('a', '\u0306')] = 'ă',
        [('a', '\u0302')] = 'â',
        [('e', '\u0302')] = 'ê',
        [('o', '\u0302')] = 'ô',
        [('o', '\u031B')] = 'ơ',
        [('u', '\u031B')] = 'ư',
    };

    /// <summary>Whether the writer marked it.</summary>
    public bool HasMarks => !string.Equals(Folded, Marked, StringComparison.Ordinal);

    /// <summary>The words of a text in order, repeats kept. Bears any string.</summary>
    public static IEnumerable<MarkedWord> In(string text)
    {
        foreach (var raw in Split(text))
        {
            var folded = Folding.Fold(raw);
            if (folded.Length > 0 && !folded.Contains(' '))
                yield return new(Cut(folded, Data.SearchWord.Longest), Cut(Mark(raw), Data.SearchWord.Longest * 2));
        }
    }

    private static IEnumerable<string> Split(string text)
    {
        var start = -1;
        for (var i = 0; i < text.Length; i++)
        {
            // Marks and invisible characters stay inside; a lone surrogate is no letter.
            var inside = char.IsLetterOrDigit(text, i) || char.IsSurrogate(text[i])
                || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
                    or System.Globalization.UnicodeCategory.Format;
            if (inside && start < 0)
                start = i;
            else if (!inside && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }

        if (start >= 0)
            yield return text[start..];
    }

    private static string Mark(string raw)
    {
        var letters = new StringBuilder(raw.Length + 1);
        var tone = '\0';
        foreach (var rune in raw.EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            var letter = lower.IsBmp ? (char)lower.Value : '\0';
            if (ToneMarks.TryGetValue(letter, out var sign))
                tone = sign;
            else if (Toned.TryGetValue(letter, out var toned))
                (tone, _) = (toned.Tone, letters.Append(toned.Letter));
            else if (letters.Length > 0 && Shaped.TryGetValue((letters[^1], letter), out var shaped))
                letters[^1] = shaped;
            else if (Rune.IsLetterOrDigit(lower))
                letters.Append(lower.ToString());
        }

        return tone == '\0' ? letters.ToString() : letters.Append(tone).ToString();
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
