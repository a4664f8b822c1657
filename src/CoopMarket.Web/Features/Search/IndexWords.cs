using System.Runtime.CompilerServices;
using System.Text.Json;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Search.Contract;
using CoopMarket.Web.Features.Search.Data;
using CoopMarket.Web.Features.Storefront.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Search;

/// <summary>
/// Brings the words of things up to date: hundreds stay as they are, only what differs is written. What readers may not see has none.
/// Runs in the transaction of the reaction or command, which saves.
/// </summary>
internal sealed class IndexWords(MarketDb db, Findables findables, CountChange change)
{
    private const string InsertFrom =
        """
        INSERT INTO search_words (kind, subject, word, marked, points)
        SELECT {0}, {1}, value ->> 'Word', value ->> 'Marked', CAST(value ->> 'Points' AS integer) FROM
        """ + " ";

    // The order is the same for all, so that two who write at once don't wait for each other in a ring.
    private const string InsertWaysFrom = "INSERT INTO search_ways (way, word) SELECT value ->> 'Way', value ->> 'Word' FROM ";

    private const string UnlessKnown = " WHERE true ON CONFLICT DO NOTHING";

    public async Task ProductsAsync(IReadOnlyCollection<ProductId> ids, CancellationToken cancellationToken)
        => await WriteAsync(FindableKind.Product, [.. ids.Select(i => i.Value)], await findables.ProductsAsync(ids, cancellationToken), cancellationToken);

    public async Task CooperativesAsync(IReadOnlyCollection<CooperativeId> ids, CancellationToken cancellationToken)
        => await WriteAsync(FindableKind.Cooperative, [.. ids.Select(i => i.Value)], await findables.CooperativesAsync(ids, cancellationToken), cancellationToken);

    public async Task StoriesAsync(IReadOnlyCollection<StoryId> ids, CancellationToken cancellationToken)
        => await WriteAsync(FindableKind.Story, [.. ids.Select(i => i.Value)], await findables.StoriesAsync(ids, cancellationToken), cancellationToken);

    /// <summary>A cooperative and all its products: its name and its state are part of theirs.</summary>
    public async Task CooperativeWithProductsAsync(CooperativeId id, CancellationToken cancellationToken)
    {
        await CooperativesAsync([id], cancellationToken);
        await ProductsAsync(await findables.ProductsOfAsync(id, cancellationToken), cancellationToken);
    }

    /// <summary>A story and the products it is about.</summary>
    public async Task StoryWithProductsAsync(StoryId id, CancellationToken cancellationToken)
    {
        await StoriesAsync([id], cancellationToken);
        await ProductsAsync(await findables.ProductsOfAsync(id, cancellationToken), cancellationToken);
    }

    private async Task WriteAsync(
        FindableKind kind, Guid[] subjects, IReadOnlyDictionary<Guid, IReadOnlyList<FindableText>> texts, CancellationToken cancellationToken)
    {
        var standing = (await db.Set<SearchWord>().AsNoTracking().Where(w => w.Kind == kind && subjects.Contains(w.Subject)).ToListAsync(cancellationToken))
            .ToDictionary(w => (w.Subject, w.Word, w.Marked));
        List<SearchWord> missing = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var word in texts.SelectMany(t => Words(kind, t.Key, t.Value)))
        {
            if (word.Points > Points.Text)
                names.Add(word.Word);
            if (!standing.Remove((word.Subject, word.Word, word.Marked), out var same))
                missing.Add(word);
            else if (same.Points != word.Points)
                db.Update(word);
        }

        db.RemoveRange(standing.Values);
        foreach (var words in missing.GroupBy(w => w.Subject))
            await AddAsync(kind, words.Key, words, cancellationToken);
        await LeadToAsync(names, cancellationToken);
        // Their words may be the same, and a price another.
        await change.OnceAsync(cancellationToken);
    }

    // Only to words that name something: every word of every story would be near to half of all slips.
    private async Task LeadToAsync(HashSet<string> names, CancellationToken cancellationToken)
    {
        var words = names.Where(n => Ways.To(n).Any()).ToList();
        words = [.. words.Except(await db.Set<SearchWay>().Where(w => words.Contains(w.Way) && w.Way == w.Word).Select(w => w.Word).ToListAsync(cancellationToken))];
        if (words.Count == 0)
            return;
        var rows = JsonSerializer.Serialize(words.Order(StringComparer.Ordinal).SelectMany(word => Ways.To(word).Order(StringComparer.Ordinal).Select(way => new { Way = way, Word = word })));
        await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(InsertWaysFrom + db.EachOf("{0}") + UnlessKnown, rows), cancellationToken);
    }

    // A story has hundreds of words: they go in with one statement, not with one each.
    private Task AddAsync(FindableKind kind, Guid subject, IEnumerable<SearchWord> words, CancellationToken cancellationToken)
    {
        var rows = JsonSerializer.Serialize(words.Select(w => new { w.Word, w.Marked, w.Points }));
        return db.Database.ExecuteSqlAsync(
            FormattableStringFactory.Create(InsertFrom + db.EachOf("{2}"), kind.ToString(), subject, rows), cancellationToken);
    }

    private static IEnumerable<SearchWord> Words(FindableKind kind, Guid subject, IEnumerable<FindableText> texts)
        => texts
            .SelectMany(t => t.Place == FindablePlace.Name ? NameWords.In(t.Text, t.Language) : MarkedWord.In(t.Text).Select(word => (Word: word, Points: Points.Of(t.Place))))
            .GroupBy(t => t.Word, t => t.Points)
            .Select(t => new SearchWord { Kind = kind, Subject = subject, Word = t.Key.Folded, Marked = t.Key.Marked, Points = t.Max() });
}
