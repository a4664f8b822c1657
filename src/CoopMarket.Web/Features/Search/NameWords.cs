using CoopMarket.Web.Features.Storefront.Contract;

namespace CoopMarket.Web.Features.Search;

/// <summary>
/// What the words of a name are worth. The word that says what a thing is stands first in Vietnamese and French (tỏi đen ngâm mật
/// ong is garlic) and last in English (honey soap is soap), before what is added with a comma or a little word. It counts a
/// little more than the rest: who asks for black garlic sees it before noodles made with it.
/// </summary>
internal static class NameWords
{
    private const int Head = 3;

    // Words that begin what is added to an English name.
    private static readonly HashSet<string> Little = new(["and", "as", "by", "for", "from", "in", "of", "on", "to", "with"], StringComparer.Ordinal);

    /// <summary>The words of a name in order with their points: three more than any word of a name for the head, then two, then one.</summary>
    /// <param name="name">Any string.</param>
    /// <param name="language">Its code; one that is not known is read like Vietnamese.</param>
    public static IEnumerable<(MarkedWord Word, int Points)> In(string name, string language)
    {
        List<MarkedWord> words = [.. MarkedWord.In(name)];
        var head = language == "en" ? LastOfFirstPart(name, words) : 0;
        for (var i = 0; i < words.Count; i++)
        {
            var before = language == "en" ? head - i : i;
            yield return (words[i], Points.Of(FindablePlace.Name) + (before >= 0 ? Math.Max(0, Head - before) : 0));
        }
    }

    private static int LastOfFirstPart(string name, List<MarkedWord> words)
    {
        var cut = name.IndexOfAny([',', '(', ';', ':', '·', '–', '—']);
        var first = cut < 0 ? words.Count : MarkedWord.In(name[..cut]).Count();
        var added = words.FindIndex(Math.Min(1, words.Count), w => Little.Contains(w.Folded));
        return Math.Max(0, (added < 0 ? first : Math.Min(first, added)) - 1);
    }
}
