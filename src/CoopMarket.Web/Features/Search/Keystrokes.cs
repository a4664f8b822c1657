using System.Text;

namespace CoopMarket.Web.Features.Search;

/// <summary>
/// Vietnamese as it comes from a keyboard whose program for it is switched off: <c>maatj ong</c> (Telex) or <c>ma65t ong</c>
/// (VNI) for mật ong.
/// </summary>
internal static class Keystrokes
{
    private const string Tones = "sfrxj";

    /// <summary>The folded words that the keys may have meant; none where they mean nothing else than what they say.</summary>
    /// <param name="typed">A folded word.</param>
    public static IEnumerable<string> Meant(string typed)
    {
        if (typed.Any(char.IsAsciiDigit) && typed.Any(char.IsAsciiLetterLower))
            yield return string.Concat(typed.Where(c => !char.IsAsciiDigit(c)));
        if (!Ways.IsPlain(typed) || typed.Length < Ways.Shortest)
            yield break;
        var shaped = Shaped(typed);
        if (shaped != typed)
            yield return shaped;
        // The key of the tone stands at the end, or right behind its vowel.
        for (var at = shaped.Length - 1; at > 0; at--)
            if (Tones.Contains(shaped[at]) && "aeiouy".Contains(shaped[at - 1]) | at == shaped.Length - 1)
                yield return shaped.Remove(at, 1);
    }

    // aa, ee, oo and dd are â, ê, ô and đ; a w shapes the letter before it.
    private static string Shaped(string typed)
    {
        var letters = new StringBuilder(typed.Length);
        foreach (var letter in typed)
        {
            var last = letters.Length > 0 ? letters[^1] : ' ';
            if ((letter == 'w' && "aou".Contains(last)) || (letter == last && "aeod".Contains(letter)))
                continue;
            letters.Append(letter);
        }

        return letters.ToString();
    }
}
