using CoopMarket.Web.Features.Search.Contract;

namespace CoopMarket.Web.Features.Search;

/// <summary>What a reader typed, as words with what else they may mean. Any string makes a question, perhaps an empty one.</summary>
internal sealed class Question
{
    private const int MostWords = 12;

    private Question(IReadOnlyList<Asked> words, IReadOnlyList<Asked> little) => (Words, Little) = (words, little);

    /// <summary>Those that count: of a question of little words alone, all.</summary>
    public IReadOnlyList<Asked> Words { get; }

    /// <summary>The others: see <see cref="LittleWords"/>.</summary>
    public IReadOnlyList<Asked> Little { get; }

    /// <summary>What to look up for every word: first the words themselves, then what means the same.</summary>
    public IReadOnlyList<Lookup> Lookups => [.. Words.Concat(Little).SelectMany(w => w.Itself).Concat(Words.Concat(Little).SelectMany(w => w.Meanings)).Distinct()];

    /// <param name="text">As typed.</param>
    /// <param name="isBegun">Whether its last word may be typed half, so that nobody knows yet whether it is a little one.</param>
    public static Question Of(string? text, bool isBegun = false)
    {
        var typed = MarkedWord.In(Cut(text ?? "")).Take(MostWords).ToList();
        var others = typed.ConvertAll(_ => new List<MarkedWord[]>());
        for (var from = 0; from < typed.Count; from++)
            for (var count = 1; count <= Math.Min(Synonyms.LongestPhrase, typed.Count - from); count++)
                foreach (var phrase in Synonyms.Of(typed.GetRange(from, count)))
                    for (var word = from; word < from + count; word++)
                        others[word].Add(phrase);
        var all = typed.Select((word, i) => new Asked(word, Spellings(word), others[i])).DistinctBy(a => a.Word).ToLookup(
            a => LittleWords.Has(a.Word) && !(isBegun && a.Word == typed[^1]));
        return all.Contains(false) ? new([.. all[false]], [.. all[true]]) : new([.. all[true]], []);
    }

    private static string Cut(string text) => text.Length <= Finder.Longest ? text : text[..Finder.Longest];

    // English plurals; Vietnamese words have none and are short.
    private static IReadOnlyList<string> Spellings(MarkedWord word)
    {
        var plain = word.Folded;
        if (word.HasMarks || plain.Length < 4)
            return [plain];
        List<string> spellings = [plain, plain + "s"];
        if (plain.EndsWith('s'))
            spellings.Add(plain[..^1]);
        if (plain.EndsWith("es", StringComparison.Ordinal))
            spellings.Add(plain[..^2]);
        return spellings;
    }
}

/// <summary>One word of a question.</summary>
/// <param name="Word">As typed.</param>
/// <param name="Spellings">Folded forms that count as the word itself.</param>
/// <param name="Others">Phrases that mean the same, alone or with its neighbors; all words of a phrase must be there.</param>
internal sealed record Asked(MarkedWord Word, IReadOnlyList<string> Spellings, IReadOnlyList<MarkedWord[]> Others)
{
    /// <summary>What to look up for the word. With marks it is looked up twice: what is marked alike goes before all else, however little it is worth.</summary>
    public IEnumerable<Lookup> Itself => Word.HasMarks ? [Lookup.Marked(Word), Lookup.Unlike(Word)] : Spellings.Select(Lookup.Any);

    /// <summary>What to look up for what means the same.</summary>
    public IEnumerable<Lookup> Meanings => Others.SelectMany(phrase => phrase.Select(Lookup.Marked));

    /// <summary>All of it.</summary>
    public IEnumerable<Lookup> Lookups => Itself.Concat(Meanings);
}
