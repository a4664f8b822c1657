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
internal sealed class IndexWords(MarketDb db, Findables findables)
{
    private const string InsertFrom =
        """
        INSERT INTO search_words (kind, subject, word, marked, points)
        SELECT {0}, {1}, value ->> 'Word', value ->> 'Marked', CAST(value ->> 'Points' AS integer) FROM
        """ + " ";

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
        foreach (var word in texts.SelectMany(t => Words(kind, t.Key, t.Value)))
        {
            if (!standing.Remove((word.Subject, word.Word, word.Marked), out var same))
                missing.Add(word);
            else if (same.Points != word.Points)
                db.Update(word);
        }

        db.RemoveRange(standing.Values);
        foreach (var words in missing.GroupBy(w => w.Subject))
            await AddAsync(kind, words.Key, words, cancellationToken);
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
            .SelectMany(t => MarkedWord.In(t.Text).Select(word => (Word: word, Points: Points.Of(t.Place))))
            .GroupBy(t => t.Word, t => t.Points)
            .Select(t => new SearchWord { Kind = kind, Subject = subject, Word = t.Key.Folded, Marked = t.Key.Marked, Points = t.Max() });
}
