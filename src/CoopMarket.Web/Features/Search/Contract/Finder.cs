using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Search.Contract;

/// <summary>Finds what readers ask for, by the market's own score.</summary>
internal sealed class Finder(MarketReads reads)
{
    /// <summary>The longest text that is read; the rest is left.</summary>
    public const int Longest = 200;

    /// <summary>
    /// Everything that holds at least one word of the text, the best first: all words before some, exact marks before folded,
    /// then points. What is equal here is put in order by whoever knows stock and season. Empty for a text without words.
    /// </summary>
    /// <param name="text">As typed; what is beyond 200 characters is left.</param>
    public async Task<IReadOnlyList<Found>> FindAsync(string? text, CancellationToken cancellationToken)
    {
        var question = Question.Of(text);
        if (question.Words.Count == 0)
            return [];
        var lookUp = question.LookUp;
        var rows = (await reads.Of<SearchWord>().Where(w => lookUp.Contains(w.Word)).ToListAsync(cancellationToken)).ToLookup(w => w.Word, StringComparer.Ordinal);
        var found = new Dictionary<(FindableKind, Guid), Found>();
        foreach (var asked in question.Words)
        {
            foreach (var (subject, (points, exact)) in Answers(asked, rows))
            {
                var so = found.GetValueOrDefault(subject, new(subject.Item1, subject.Item2, 0, 0, 0));
                found[subject] = so with { Words = so.Words + 1, Exact = so.Exact + (exact ? 1 : 0), Points = so.Points + points };
            }
        }

        return [.. found.Values.OrderByDescending(f => f.Words).ThenByDescending(f => f.Exact).ThenByDescending(f => f.Points).ThenBy(f => f.Id)];
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
        {
            var holders = phrase.Select(word => rows[word.Folded].Where(r => r.Marked == word.Marked).ToDictionary(r => (r.Kind, r.Subject), r => r.Points)).ToList();
            foreach (var subject in holders[0].Keys.Where(s => holders.TrueForAll(h => h.ContainsKey(s))))
                Offer(subject, (holders.Min(h => h[subject]) * 2) - 1, asked.Word.HasMarks);
        }

        return best;
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

/// <summary>Something found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Words">How many of the words it holds.</param>
/// <param name="Exact">How many of them with the marks that were typed.</param>
/// <param name="Points">The worth of the places where they stand.</param>
internal sealed record Found(FindableKind Kind, Guid Id, int Words, int Exact, int Points);
