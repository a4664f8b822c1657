using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Search.Contract;

/// <summary>Finds what readers ask for, by the market's own score.</summary>
internal sealed class Finder(MarketReads reads, Guesses guesses)
{
    /// <summary>The longest text that is read; the rest is left.</summary>
    public const int Longest = 200;

    private const int MostNearest = 8;
    private const int MostBegun = 40;
    private const int MostRows = 600;

    /// <summary>
    /// Everything that holds at least one word of the text, the best first: all words before some, exact marks before folded,
    /// then points. A word that stands nowhere is taken for those that it may mean (<see cref="Guess"/>). What is equal here is
    /// put in order by whoever knows stock and season. Empty for a text without words.
    /// </summary>
    /// <param name="text">As typed; what is beyond 200 characters is left.</param>
    public async Task<Answer> FindAsync(string? text, CancellationToken cancellationToken)
    {
        var question = Question.Of(text);
        if (question.Words.Count == 0)
            return new([], []);
        var rows = await RowsAsync(question.LookUp, cancellationToken);
        var found = new Dictionary<(FindableKind, Guid), Found>();
        List<Asked> missing = [];
        foreach (var asked in question.Words)
        {
            var answers = Answers(asked, rows);
            if (answers.Count == 0)
                missing.Add(asked);
            Add(found, answers);
        }

        List<Instead> instead = [];
        if (missing.Count > 0)
        {
            var guessed = await guesses.OfAsync(missing, cancellationToken);
            rows = await RowsAsync([.. guessed.Values.SelectMany(g => g.SelectMany(one => one.Words)).Distinct(StringComparer.Ordinal)], cancellationToken);
            foreach (var (asked, meant) in guessed)
            {
                var (answers, taken) = Answers(meant, rows);
                Add(found, answers);
                if (taken.Count > 0)
                    instead.Add(new(asked.Word.Folded, taken));
            }
        }

        return new([.. found.Values.OrderByDescending(f => f.Words).ThenByDescending(f => f.Exact).ThenByDescending(f => f.Points).ThenBy(f => f.Id)], instead);
    }

    /// <summary>Goods whose names, makers or places are called most like what was typed, at most eight; for where nothing else was found.</summary>
    public async Task<IReadOnlyList<Guid>> NearestAsync(string? text, CancellationToken cancellationToken)
    {
        var near = (await guesses.NearestAsync(Question.Of(text), cancellationToken)).ToDictionary(n => n.Word, n => n.Likeness, StringComparer.Ordinal);
        var rows = await RowsAsync([.. near.Keys], cancellationToken);
        return
        [
            .. rows.SelectMany(r => r).Where(r => r.Kind == FindableKind.Product && r.Points > Points.Text)
                .GroupBy(r => r.Subject)
                .OrderByDescending(g => g.Max(r => near[r.Word])).ThenByDescending(g => g.Max(r => r.Points)).ThenBy(g => g.Key)
                .Take(MostNearest).Select(g => g.Key),
        ];
    }

    /// <summary>
    /// Goods and cooperatives that hold all words of a text of which the last may be typed half, the best first; empty where the
    /// last word has less than two letters. Looks at a bounded number of rows, so that it answers at every key.
    /// </summary>
    public async Task<IReadOnlyList<Found>> BeginningAsync(string? text, CancellationToken cancellationToken)
    {
        var asked = Question.Of(text).Words;
        if (asked.Count == 0 || asked[^1].Word.Folded.Length < Ways.ShortestBeginning)
            return [];
        var (whole, begun) = (asked.SkipLast(1).ToList(), asked[^1]);
        var typed = begun.Word.Folded;
        var way = Ways.Beginning(typed);
        var words = await reads.Of<SearchWay>().Where(w => w.Way == way && w.Word.StartsWith(typed)).Select(w => w.Word)
            .OrderBy(w => w.Length).ThenBy(w => w).Take(MostBegun).ToListAsync(cancellationToken);
        var ends = await reads.Of<SearchWord>().Where(w => words.Contains(w.Word) && w.Kind != FindableKind.Story && w.Points > Points.Text)
            .OrderBy(w => w.Word).ThenBy(w => w.Kind).ThenBy(w => w.Subject).ThenBy(w => w.Marked).Take(MostRows).ToListAsync(cancellationToken);
        var found = new Dictionary<(FindableKind, Guid), Found>();
        Add(found, ends.GroupBy(r => (r.Kind, r.Subject)).ToDictionary(g => g.Key, g => (
            g.Max(r => r.Points) * 2, begun.Word.HasMarks && g.Any(r => r.Marked.StartsWith(begun.Word.Marked, StringComparison.Ordinal)))));
        var rows = await RowsAsync([.. whole.SelectMany(w => w.Spellings.Concat(w.Others.SelectMany(o => o.Select(m => m.Folded)))).Distinct(StringComparer.Ordinal)], cancellationToken);
        foreach (var word in whole)
            Add(found, Answers(word, rows).Where(a => found.ContainsKey(a.Key)));
        return
        [
            .. found.Values.Where(f => f.Words == asked.Count)
                .OrderByDescending(f => f.Exact).ThenByDescending(f => f.Points).ThenBy(f => f.Kind).ThenBy(f => f.Id),
        ];
    }

    private async Task<ILookup<string, SearchWord>> RowsAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
        => words.Count == 0
            ? Array.Empty<SearchWord>().ToLookup(w => w.Word, StringComparer.Ordinal)
            : (await reads.Of<SearchWord>().Where(w => words.Contains(w.Word)).ToListAsync(cancellationToken)).ToLookup(w => w.Word, StringComparer.Ordinal);

    private static void Add(Dictionary<(FindableKind, Guid), Found> found, IEnumerable<KeyValuePair<(FindableKind, Guid), (int Points, bool Exact)>> answers)
    {
        foreach (var (subject, (points, exact)) in answers)
        {
            var so = found.GetValueOrDefault(subject, new(subject.Item1, subject.Item2, 0, 0, 0));
            found[subject] = so with { Words = so.Words + 1, Exact = so.Exact + (exact ? 1 : 0), Points = so.Points + points };
        }
    }

    // The best answer of each subject to one word. The word itself is worth a little more than another one that means the same.
    private static Dictionary<(FindableKind, Guid), (int Points, bool Exact)> Answers(Asked asked, ILookup<string, SearchWord> rows)
    {
        var best = new Dictionary<(FindableKind, Guid), (int Points, bool Exact)>();
        void Offer((FindableKind, Guid) subject, int points, bool exact)
        {
            if (!best.TryGetValue(subject, out var so) || (exact, points).CompareTo((so.Exact, so.Points)) > 0)
                best[subject] = (points, exact);
        }

        foreach (var row in Meant(asked.Word, [.. asked.Spellings.SelectMany(s => rows[s])]))
            Offer((row.Kind, row.Subject), row.Points * 2, asked.Word.HasMarks && row.Marked == asked.Word.Marked);
        foreach (var phrase in asked.Others)
            foreach (var (subject, points) in Holders([.. phrase.Select(word => rows[word.Folded].Where(r => r.Marked == word.Marked))]))
                Offer(subject, (points * 2) - 1, asked.Word.HasMarks);
        return best;
    }

    // The same for a word that was guessed, with the words that were taken for it.
    private static (Dictionary<(FindableKind, Guid), (int Points, bool Exact)> Best, IReadOnlyList<string> Taken) Answers(
        IReadOnlyList<Guess> guesses, ILookup<string, SearchWord> rows)
    {
        var best = new Dictionary<(FindableKind, Guid), (int Points, bool Exact)>();
        List<string> taken = [];
        foreach (var guess in guesses)
        {
            var holders = Holders([.. guess.Words.Select((word, i) => rows[word].Where(r => guess.Phrase is { } phrase ? r.Marked == phrase[i].Marked : r.Points > Points.Text))]);
            if (holders.Count > 0)
                taken.Add(string.Join(' ', guess.Words));
            foreach (var (subject, points) in holders)
                best[subject] = (Math.Max(guess.Of(points * 2), best.GetValueOrDefault(subject).Points), false);
        }

        return (best, taken);
    }

    // Who holds all words of a phrase, with the points of the least of them.
    private static Dictionary<(FindableKind, Guid), int> Holders(IReadOnlyList<IEnumerable<SearchWord>> words)
    {
        var each = words.Select(rows => rows.GroupBy(r => (r.Kind, r.Subject)).ToDictionary(g => g.Key, g => g.Max(r => r.Points))).ToList();
        return each[0].Keys.Where(s => each.TrueForAll(h => h.ContainsKey(s))).ToDictionary(s => s, s => each.Min(h => h[s]));
    }

    // «toi» also stands for tôi (I) and tới (to), which every description holds: where a word names goods, people or places,
    // only what is written as it is there counts in longer texts.
    private static IEnumerable<SearchWord> Meant(MarkedWord asked, List<SearchWord> rows)
    {
        var named = asked.HasMarks && rows.Exists(r => r.Marked == asked.Marked)
            ? [asked.Marked]
            : rows.Where(r => r.Points > Points.Text).Select(r => r.Marked).ToHashSet(StringComparer.Ordinal);
        return named.Count == 0 ? rows : rows.Where(r => r.Points > Points.Text || named.Contains(r.Marked));
    }
}

/// <summary>What was found.</summary>
/// <param name="Found">The best first.</param>
/// <param name="Instead">Words that stand nowhere, with those that were taken for them.</param>
internal sealed record Answer(IReadOnlyList<Found> Found, IReadOnlyList<Instead> Instead);

/// <summary>A word that stands nowhere.</summary>
/// <param name="Typed">Folded.</param>
/// <param name="Taken">What was taken for it, folded, the likeliest first; at least one.</param>
internal sealed record Instead(string Typed, IReadOnlyList<string> Taken);

/// <summary>Something found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Words">How many of the words it holds.</param>
/// <param name="Exact">How many of them with the marks that were typed.</param>
/// <param name="Points">The worth of the places where they stand.</param>
internal sealed record Found(FindableKind Kind, Guid Id, int Words, int Exact, int Points);
