using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace CoopMarket.Web.Features.Search;

/// <summary>Words that mean the same, in any language, from <c>synonyms.json</c>: one list of phrases per meaning.</summary>
internal static class Synonyms
{
    /// <summary>The most words in a phrase.</summary>
    public const int LongestPhrase = 4;

    private static readonly FrozenDictionary<string, MarkedWord[][][]> ByPhrase = Load();

    private static readonly string[] Single = [.. ByPhrase.Keys.Where(key => key.Length >= Ways.Shortest && Ways.IsPlain(key)).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Other phrases for some words in a row. A word typed without marks means any; a marked word means itself.
    /// </summary>
    public static IEnumerable<MarkedWord[]> Of(IReadOnlyList<MarkedWord> words)
        => ByPhrase.GetValueOrDefault(Key(words), [])
            .Where(group => group.Any(phrase => Means(words, phrase)))
            .SelectMany(group => group.Where(phrase => !Means(words, phrase)));

    private static readonly FrozenSet<string> Words = ByPhrase.Keys.SelectMany(key => key.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a folded word is one of the list's, so no slip: who asks for coffee where there is none doesn't mean tea.</summary>
    public static bool Knows(string word) => Words.Contains(word);

    /// <summary>Phrases for words of the list that are one slip from a folded word, and for what means the same.</summary>
    public static IEnumerable<MarkedWord[]> Near(string typed)
        => Single.Where(key => Ways.IsSlip(typed, key)).SelectMany(key => ByPhrase[key]).SelectMany(group => group);

    private static bool Means(IReadOnlyList<MarkedWord> typed, MarkedWord[] phrase)
        => typed.Count == phrase.Length && typed.Zip(phrase).All(p => p.First.Folded == p.Second.Folded && (!p.First.HasMarks || p.First.Marked == p.Second.Marked));

    private static string Key(IEnumerable<MarkedWord> words) => string.Join(' ', words.Select(w => w.Folded));

    private static FrozenDictionary<string, MarkedWord[][][]> Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("Search/synonyms")!;
        var groups = JsonSerializer.Deserialize<string[][]>(file)!.Select(group => group.Select(phrase => MarkedWord.In(phrase).ToArray()).ToArray()).ToList();
        return groups
            .SelectMany(group => group.Select(phrase => (Key: Key(phrase), group)))
            .GroupBy(g => g.Key, g => g.group, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);
    }
}
