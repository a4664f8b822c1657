using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Search.Contract;
using CoopMarket.Web.Features.Search.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Search;

/// <summary>
/// Reads where words stand. However many things hold a word, only the best five hundred of it are read: «mật ong» stands in thousands of
/// goods, and nobody turns so many pages.
/// </summary>
internal sealed class Postings(MarketReads reads)
{
    /// <summary>How many things are read for each lookup.</summary>
    public const int Most = 500;

    /// <summary>
    /// How many lookups one question makes: three times what the longest needs that buyers were seen to type, and far fewer than the five
    /// hundred terms that SQLite joins.
    /// </summary>
    public const int MostLookups = 120;

    /// <summary>Where words stand, the places worth most first and, of these, the newest things first. One question for all.</summary>
    /// <param name="lookups">The most important first; what is beyond <see cref="MostLookups"/> is left.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Held> BestAsync(IReadOnlyList<Lookup> lookups, CancellationToken cancellationToken)
    {
        if (lookups.Count == 0)
            return Held.Nothing;
        // Like beside like: so fewer questions are of a shape that was not yet asked.
        lookups = [.. lookups.Take(MostLookups).OrderBy(l => l.Form is null).ThenBy(l => l.IsUnlike)];
        var rows = await lookups.Select(Best).Aggregate((one, other) => one.Concat(other)).ToListAsync(cancellationToken);
        return new(rows, lookups.Any(lookup => rows.Count(lookup.Holds) >= Most));
    }

    /// <summary>Where words stand in some things, whatever it is worth there.</summary>
    public async Task<Held> OfAsync(IEnumerable<string> words, IReadOnlyCollection<(FindableKind Kind, Guid Id)> things, CancellationToken cancellationToken)
    {
        string[] asked = [.. words.Distinct(StringComparer.Ordinal)];
        FindableKind[] kinds = [.. things.Select(t => t.Kind).Distinct()];
        Guid[] subjects = [.. things.Select(t => t.Id).Distinct()];
        return new(
            await reads.Of<SearchWord>().Where(w => kinds.Contains(w.Kind) && subjects.Contains(w.Subject) && asked.Contains(w.Word)).ToListAsync(cancellationToken), IsCut: false);
    }

    private IQueryable<SearchWord> Best(Lookup lookup)
    {
        var (word, marked, isUnlike) = lookup;
        var held = reads.Of<SearchWord>().Where(w => w.Word == word);
        if (marked is not null)
            held = isUnlike ? held.Where(w => w.Marked != marked) : held.Where(w => w.Marked == marked);
        return held.OrderByDescending(w => w.Points).ThenByDescending(w => w.Subject).Take(Most);
    }
}

/// <summary>A word to look up.</summary>
/// <param name="Word">Folded.</param>
/// <param name="Form">With its marks, where only that is meant; else null.</param>
/// <param name="IsUnlike">Whether everything but <paramref name="Form"/> is meant.</param>
internal readonly record struct Lookup(string Word, string? Form, bool IsUnlike)
{
    public static Lookup Any(string word) => new(word, null, IsUnlike: false);

    public static Lookup Marked(MarkedWord word) => new(word.Folded, word.Marked, IsUnlike: false);

    public static Lookup Unlike(MarkedWord word) => new(word.Folded, word.Marked, IsUnlike: true);

    public bool Holds(SearchWord row) => row.Word == Word && (Form is null || row.Marked == Form != IsUnlike);
}

/// <summary>Where some words stand.</summary>
/// <param name="Rows">A row may be there twice.</param>
/// <param name="IsCut">Whether more things hold one of the words than were read.</param>
internal sealed record Held(IReadOnlyList<SearchWord> Rows, bool IsCut)
{
    public static readonly Held Nothing = new([], IsCut: false);

    /// <summary>By folded word.</summary>
    public ILookup<string, SearchWord> Words { get; } = Rows.ToLookup(r => r.Word, StringComparer.Ordinal);

    public Held With(Held more) => new([.. Rows, .. more.Rows], IsCut || more.IsCut);
}
