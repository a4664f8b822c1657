using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Search;

/// <summary>What a word may mean that stands nowhere on the market: other keys, words run together, or one slip.</summary>
internal sealed class Guesses(MarketReads reads)
{
    private const int MostWords = 24;
    private const int MostNear = 6;
    private const int LeastLikeness = 34;

    /// <summary>Guesses for words that nothing holds; a word without one is missing.</summary>
    public async Task<IReadOnlyDictionary<Asked, IReadOnlyList<Guess>>> OfAsync(IReadOnlyCollection<Asked> missing, CancellationToken cancellationToken)
    {
        var asked = missing.Where(a => !Synonyms.Knows(a.Word.Folded)).ToList();
        var words = asked.Select(a => a.Word.Folded).Distinct(StringComparer.Ordinal).ToList();
        var keyed = words.SelectMany(Keystrokes.Meant);
        var slips = words.Where(CanSlip).SelectMany(Ways.Around);
        var reached = await ReachedAsync(keyed.Concat(words.SelectMany(Halves).SelectMany(h => h)).Concat(slips), cancellationToken);
        return asked.Select(a => (Asked: a, Guesses: Of(a.Word.Folded, reached))).Where(g => g.Guesses.Count > 0).ToDictionary(g => g.Asked, g => g.Guesses);
    }

    /// <summary>Words that have most in common with those that were asked for, each with how much, 0 to 100; the most alike first.</summary>
    public async Task<IReadOnlyList<(string Word, int Likeness)>> NearestAsync(Question question, CancellationToken cancellationToken)
    {
        var words = question.Words.Select(a => a.Word.Folded).Where(w => CanSlip(w) && !Synonyms.Knows(w)).Distinct(StringComparer.Ordinal).ToList();
        var reached = await ReachedAsync(words.SelectMany(w => Ways.Around(w).Append(Ways.Beginning(w[..Ways.Shortest]))), cancellationToken);
        return
        [
            .. reached.SelectMany(r => r).Distinct(StringComparer.Ordinal)
                .Select(word => (word, Likeness: words.Max(w => Ways.Likeness(w, word))))
                .Where(n => n.Likeness >= LeastLikeness)
                .OrderByDescending(n => n.Likeness).ThenBy(n => n.word, StringComparer.Ordinal).Take(MostNear),
        ];
    }

    private static IReadOnlyList<Guess> Of(string typed, ILookup<string, string> reached)
    {
        bool Stands(string word) => reached[word].Contains(word, StringComparer.Ordinal);
        if (Keystrokes.Meant(typed).Where(Stands).ToList() is { Count: > 0 } keyed)
            return [.. keyed.Select(word => new Guess([word], Guess.Sure))];
        var apart = Halves(typed).Where(halves => halves.All(Stands)).Select(halves => new Guess(halves, Guess.Sure));
        if (!CanSlip(typed))
            return [.. apart];
        var near = Ways.Around(typed).SelectMany(way => reached[way]).Distinct(StringComparer.Ordinal)
            .Where(word => word.Length >= Ways.Shortest && Ways.IsSlip(typed, word))
            .Select(word => new Guess([word], Ways.IsOfFingers(typed, word) ? Guess.Likely : Guess.Possible))
            .OrderByDescending(g => g.Weight).ThenByDescending(g => g.Words[0][0] == typed[0]).ThenBy(g => g.Words[0], StringComparer.Ordinal)
            .Take(MostWords);
        var meant = Synonyms.Near(typed).Select(phrase => new Guess([.. phrase.Select(w => w.Folded)], Guess.Possible) { Phrase = phrase });
        return [.. apart, .. near, .. meant];
    }

    private async Task<ILookup<string, string>> ReachedAsync(IEnumerable<string> ways, CancellationToken cancellationToken)
    {
        string[] asked = [.. ways.Distinct(StringComparer.Ordinal)];
        return asked.Length == 0
            ? Array.Empty<string>().ToLookup(w => w, StringComparer.Ordinal)
            : (await reads.Of<SearchWay>().Where(w => asked.Contains(w.Way)).ToListAsync(cancellationToken)).ToLookup(w => w.Way, w => w.Word, StringComparer.Ordinal);
    }

    private static bool CanSlip(string word) => word.Length is >= Ways.Shortest and <= Ways.Longest && Ways.IsPlain(word);

    // Written as one: «matong».
    private static IEnumerable<string[]> Halves(string word)
        => word.Length is >= 4 and <= Ways.Longest && Ways.IsPlain(word) ? Enumerable.Range(2, word.Length - 3).Select(at => new[] { word[..at], word[at..] }) : [];
}

/// <summary>What a word may mean.</summary>
/// <param name="Words">Folded; all of them must be there.</param>
/// <param name="Weight">What its points are worth, in eighths of a word that was typed right.</param>
internal sealed record Guess(IReadOnlyList<string> Words, int Weight)
{
    public const int Whole = 8;

    /// <summary>Other keys or no space: hardly less than the word.</summary>
    public const int Sure = 7;

    /// <summary>A slip that fingers make.</summary>
    public const int Likely = 4;

    public const int Possible = 2;

    /// <summary>With its marks, where it is known; else null.</summary>
    public IReadOnlyList<MarkedWord>? Phrase { get; init; }

    /// <summary>What to look up for it.</summary>
    public IEnumerable<Lookup> Lookups => Phrase is { } phrase ? phrase.Select(Lookup.Marked) : Words.Select(Lookup.Any);

    /// <summary>The points of a place for this guess, at least one.</summary>
    public int Of(int points) => Math.Max(1, points * Weight / Whole);
}
