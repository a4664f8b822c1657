using CoopMarket.Web.Features.Search.Contract;
using CoopMarket.Web.Features.Search.Data;

namespace CoopMarket.Web.Features.Search;

/// <summary>What each thing is worth for the words of a question. Ids tell things of different kinds apart.</summary>
internal sealed class Tally
{
    // A little more than its place in a name.
    private const int LittleShare = 4;

    private readonly Dictionary<Guid, Found> _found = [];

    /// <summary>By id, in no order.</summary>
    public IReadOnlyDictionary<Guid, Found> Found => _found;

    /// <summary>What things are worth for all words together.</summary>
    public static Tally Of(IEnumerable<Dictionary<Guid, Worth>> answers)
    {
        Tally tally = new();
        foreach (var each in answers)
            tally.Add(each);
        return tally;
    }

    /// <summary>All words before some, exact marks before folded, then points.</summary>
    public IEnumerable<Found> InOrder
        => _found.Values.OrderByDescending(f => f.Words).ThenByDescending(f => f.Exact).ThenByDescending(f => f.Points).ThenBy(f => f.Id);

    /// <summary>Adds what things are worth for one more word.</summary>
    public void Add(IEnumerable<KeyValuePair<Guid, Worth>> answers)
    {
        foreach (var (subject, worth) in answers)
        {
            var so = _found.GetValueOrDefault(subject);
            _found[subject] = new(worth.Kind, subject, (so?.Words ?? 0) + (worth.IsSlip ? 0 : 1), (so?.Exact ?? 0) + (worth.IsExact ? 1 : 0), (so?.Points ?? 0) + worth.Points)
            {
                Named = (so?.Named ?? 0) + (worth.IsSlip || worth.Points <= 2 * Points.Text ? 0 : 1),
            };
        }
    }

    /// <summary>Adds what things are worth for a little word: among those that are found already it tells apart what is worth alike otherwise.</summary>
    public void Settle(IReadOnlyDictionary<Guid, Worth> answers)
    {
        foreach (var (subject, worth) in answers)
            if (_found.TryGetValue(subject, out var so))
                _found[subject] = so with { Points = so.Points + Math.Max(1, worth.Points / LittleShare) };
    }

    /// <summary>The best answer of each thing to one word. The word itself is worth a little more than another one that means the same.</summary>
    public static Dictionary<Guid, Worth> Answers(Asked asked, ILookup<string, SearchWord> rows)
    {
        Dictionary<Guid, Worth> best = [];
        void Offer(Guid subject, Worth worth)
        {
            if (!best.TryGetValue(subject, out var so) || (worth.IsExact, worth.Points).CompareTo((so.IsExact, so.Points)) > 0)
                best[subject] = worth;
        }

        foreach (var row in Meant(asked.Word, [.. asked.Spellings.SelectMany(s => rows[s])]))
            Offer(row.Subject, new(row.Kind, row.Points * 2, asked.Word.HasMarks && row.Marked == asked.Word.Marked));
        foreach (var phrase in asked.Others)
            foreach (var (subject, held) in Holders([.. phrase.Select(word => rows[word.Folded].Where(r => r.Marked == word.Marked))]))
                Offer(subject, new(held.Kind, (held.Points * 2) - 1, asked.Word.HasMarks));
        return best;
    }

    /// <summary>The same for a word that was guessed, with the words that were taken for it.</summary>
    public static (Dictionary<Guid, Worth> Best, IReadOnlyList<string> Taken) Answers(IReadOnlyList<Guess> guesses, ILookup<string, SearchWord> rows)
    {
        Dictionary<Guid, Worth> best = [];
        List<(string Words, bool IsMeaning)> taken = [];
        foreach (var guess in guesses)
        {
            var holders = Holders([.. guess.Words.Select((word, i) => rows[word].Where(r => guess.Phrase is { } phrase ? r.Marked == phrase[i].Marked : r.Points > Points.Text))]);
            if (holders.Count > 0)
                taken.Add((string.Join(' ', guess.Words), guess.Phrase is not null));
            foreach (var (subject, held) in holders)
            {
                Worth worth = new(held.Kind, guess.Of(held.Points * 2), IsExact: false) { IsSlip = guess.Weight < Guess.Sure };
                if (!best.TryGetValue(subject, out var so) || (so.IsSlip, worth.Points).CompareTo((worth.IsSlip, so.Points)) > 0)
                    best[subject] = worth;
            }
        }

        // Who reads what was taken for her word wants to see the word, not all that means the same.
        return (best, [.. taken.Where(t => !t.IsMeaning || taken.TrueForAll(o => o.IsMeaning)).Select(t => t.Words).Distinct(StringComparer.Ordinal)]);
    }

    // Who holds all words of a phrase, with the points of the least of them.
    private static Dictionary<Guid, Worth> Holders(IReadOnlyList<IEnumerable<SearchWord>> words)
    {
        Dictionary<Guid, Worth>? all = null;
        foreach (var rows in words)
        {
            Dictionary<Guid, Worth> one = [];
            foreach (var row in rows)
                one[row.Subject] = new(row.Kind, Math.Max(row.Points, one.GetValueOrDefault(row.Subject).Points), IsExact: false);
            all = all?.Where(a => one.ContainsKey(a.Key)).ToDictionary(a => a.Key, a => a.Value with { Points = Math.Min(a.Value.Points, one[a.Key].Points) }) ?? one;
        }

        return all ?? [];
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

/// <summary>What one thing is worth for one word.</summary>
/// <param name="Points">Twice those of the best place, a little less where another word means the same.</param>
/// <param name="IsExact">Whether it stands there with the marks that were typed.</param>
internal readonly record struct Worth(FindableKind Kind, int Points, bool IsExact)
{
    /// <summary>Whether what stands there is one letter apart from what was typed: it may be meant, but is not the word. «piêu» is no «tiêu».</summary>
    public bool IsSlip { get; init; }
}
