using System.Collections.Immutable;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Search.Data;
using CoopMarket.Web.Features.Storefront.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Search.Contract;

/// <summary>Finds what readers ask for, by the market's own score.</summary>
internal sealed class Finder(MarketReads reads, Postings postings, Guesses guesses)
{
    /// <summary>The longest text that is read; the rest is left.</summary>
    public const int Longest = 200;

    /// <summary>Of how many goods it is found for certain.</summary>
    public const int MostAmong = Postings.Most;

    // So many pages nobody turns.
    private const int Enough = Postings.Most / 2;

    // From so many on that are called so, what holds a part of it is not meant: a bag is no honey because its seller is called Ong.
    private const int Choice = 3;
    private const int MostNearest = 8;
    private const int MostBegun = 40;
    private const int MostRows = 600;

    /// <summary>
    /// What holds at least one word of the text, the best first: all words before some, which slips don't count as, exact marks before folded, then points.
    /// Where at least three goods are called by all words, nothing that holds some. A word that stands nowhere is taken for those that it may mean
    /// (<see cref="Guess"/>). What is equal here is put in order by whoever knows stock and season. Empty for a text without words. Of a word that more than five hundred things hold the best are looked at.
    /// </summary>
    /// <param name="text">As typed; what is beyond 200 characters is left.</param>
    /// <param name="among">Goods that are found for certain if they hold a word, however many other things do: the first five hundred. May be empty.</param>
    public async Task<Answer> FindAsync(string? text, IReadOnlyCollection<ProductId> among, CancellationToken cancellationToken)
    {
        var question = Question.Of(text);
        if (question.Words.Count == 0)
            return new([], [], IsCut: false);
        var held = await postings.BestAsync(question.Lookups, cancellationToken);
        var weighed = question.Words.ToDictionary(asked => asked, asked => Tally.Answers(asked, held.Words));
        List<Instead> instead = [];
        var missing = question.Words.Where(asked => weighed[asked].Count == 0).ToList();
        var guessed = missing.Count == 0 ? ImmutableDictionary<Asked, IReadOnlyList<Guess>>.Empty : await guesses.OfAsync(missing, cancellationToken);
        if (guessed.Count > 0)
            held = held.With(await postings.BestAsync(Likeliest(guessed.Values), cancellationToken));
        foreach (var (asked, meant) in guessed)
        {
            (weighed[asked], var taken) = Tally.Answers(meant, held.Words);
            if (taken.Count > 0)
                instead.Add(new(asked.Word.Folded, taken));
        }

        var tally = Tally.Of(weighed.Values);
        // What holds the rarest word may hold the others too, though not among their best.
        var isFull = question.Words.Count == 1 || tally.Found.Values.Count(f => f.Words == question.Words.Count) >= Enough;
        List<(FindableKind, Guid)> open = [.. among.Take(MostAmong).Select(p => (FindableKind.Product, p.Value)), .. isFull ? [] : Rarest(weighed.Values)];
        if (held.IsCut && open.Count > 0)
        {
            held = held.With(await postings.OfAsync(held.Words.Select(w => w.Key), open, cancellationToken));
            tally = Tally.Of(question.Words.Select(asked => guessed.TryGetValue(asked, out var meant) ? Tally.Answers(meant, held.Words).Best : Tally.Answers(asked, held.Words)));
        }

        var little = question.Little.Select(asked => Tally.Answers(asked, held.Words)).ToList();
        little.ForEach(tally.Settle);
        var found = tally.InOrder;
        // «Lò Thị La»: what would be a little word elsewhere is one of a name.
        if (IsSomebodysName([.. weighed.Values, .. little]))
            found = found.Where(f => f.Words == question.Words.Count && little.TrueForAll(l => l.ContainsKey(f.Id)));
        else if (IsSomebodysName(weighed.Values))
            found = found.Where(f => f.Words == question.Words.Count);
        if (found.Count(f => f.Kind == FindableKind.Product && f.Named == question.Words.Count) >= Choice)
            found = found.Where(f => f.Words == question.Words.Count);
        return new([.. found], instead, held.IsCut);
    }

    /// <summary>Goods whose names, makers or places are called most like what was typed, at most eight; for where nothing else was found.</summary>
    public async Task<IReadOnlyList<Guid>> NearestAsync(string? text, CancellationToken cancellationToken)
    {
        var near = (await guesses.NearestAsync(Question.Of(text), cancellationToken)).ToDictionary(n => n.Word, n => n.Likeness, StringComparer.Ordinal);
        var held = await postings.BestAsync([.. near.Keys.Select(Lookup.Any)], cancellationToken);
        return
        [
            .. held.Rows.Where(r => r.Kind == FindableKind.Product && r.Points > Points.Text)
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
        var asked = Question.Of(text, isBegun: true).Words;
        if (asked.Count == 0 || asked[^1].Word.Folded.Length < Ways.ShortestBeginning)
            return [];
        var (whole, begun) = (asked.SkipLast(1).ToList(), asked[^1]);
        var typed = begun.Word.Folded;
        var way = Ways.Beginning(typed);
        var words = await reads.Of<SearchWay>().Where(w => w.Way == way && w.Word.StartsWith(typed)).Select(w => w.Word)
            .OrderBy(w => w.Length).ThenBy(w => w).Take(MostBegun).ToListAsync(cancellationToken);
        var ends = await reads.Of<SearchWord>().Where(w => words.Contains(w.Word) && w.Kind != FindableKind.Story && w.Points > Points.Text)
            .OrderByDescending(w => w.Points).ThenByDescending(w => w.Subject).ThenBy(w => w.Word).ThenBy(w => w.Marked).Take(MostRows).ToListAsync(cancellationToken);
        var tally = Tally.Of([ends.GroupBy(r => r.Subject).ToDictionary(g => g.Key, g => new Worth(
            g.First().Kind, g.Max(r => r.Points) * 2, begun.Word.HasMarks && g.Any(r => r.Marked.StartsWith(begun.Word.Marked, StringComparison.Ordinal))))]);
        if (whole.Count > 0)
        {
            var held = await postings.OfAsync(whole.SelectMany(w => w.Lookups).Select(l => l.Word), [.. tally.Found.Values.Select(f => (f.Kind, f.Id))], cancellationToken);
            foreach (var word in whole)
                tally.Add(Tally.Answers(word, held.Words).Where(a => tally.Found.ContainsKey(a.Key)));
        }

        return
        [
            .. tally.Found.Values.Where(f => f.Words == asked.Count)
                .OrderByDescending(f => f.Exact).ThenByDescending(f => f.Points).ThenBy(f => f.Kind).ThenBy(f => f.Id),
        ];
    }

    // «Lò Thị Pâng»: half the market is by a Lò or a Thị. Where all words together say who made something, only she is meant.
    private static bool IsSomebodysName(IReadOnlyCollection<Dictionary<Guid, Worth>> weighed)
        => weighed.Count > 1 && weighed.First().Keys.Any(id => weighed.All(word => word.TryGetValue(id, out var worth) && worth.Points == 2 * Points.Of(FindablePlace.Who)));

    // The likeliest guess for each word before the second of any.
    private static IReadOnlyList<Lookup> Likeliest(IEnumerable<IReadOnlyList<Guess>> guessed)
        => [.. guessed.SelectMany(guesses => guesses.Select((guess, place) => (guess, place))).OrderBy(g => g.place).SelectMany(g => g.guess.Lookups).Distinct()];

    private static IEnumerable<(FindableKind, Guid)> Rarest(IEnumerable<Dictionary<Guid, Worth>> weighed)
        => weighed.Where(w => w.Count > 0).MinBy(w => w.Count)?
            .OrderByDescending(w => w.Value.Points).ThenBy(w => w.Key).Take(Postings.Most).Select(w => (w.Value.Kind, w.Key)) ?? [];
}

/// <summary>What was found.</summary>
/// <param name="Found">The best first.</param>
/// <param name="Instead">Words that stand nowhere, with those that were taken for them.</param>
/// <param name="IsCut">Whether more things hold one of the words than were looked at.</param>
internal sealed record Answer(IReadOnlyList<Found> Found, IReadOnlyList<Instead> Instead, bool IsCut);

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
internal sealed record Found(FindableKind Kind, Guid Id, int Words, int Exact, int Points)
{
    /// <summary>How many of the words stand elsewhere than in its longer texts, which may hold any: in its name, its maker's, its place's.</summary>
    public int Named { get; init; }
}
