using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Search.Data;
using CoopMarket.Web.Features.Storefront.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Search;

/// <summary>Writes the words of one thing anew; a thing that readers may not see has none.</summary>
internal sealed class IndexWords(MarketDb db, Findables findables)
{
    public async Task RenewAsync(FindableKind kind, IReadOnlyCollection<Guid> subjects, CancellationToken cancellationToken)
    {
        await db.Set<SearchWord>().Where(w => w.Kind == kind && subjects.Contains(w.Subject)).ExecuteDeleteAsync(cancellationToken);
        foreach (var (subject, texts) in await findables.OfAsync(kind, subjects, cancellationToken))
            db.AddRange(Words(kind, subject, texts));
    }

    private static IEnumerable<SearchWord> Words(FindableKind kind, Guid subject, IEnumerable<FindableText> texts)
        => texts
            .SelectMany(t => MarkedWord.In(t.Text).Select(word => (word, t.Points)))
            .GroupBy(t => t.word, t => t.Points)
            .Select(t => new SearchWord { Kind = kind, Subject = subject, Word = t.Key.Folded, Marked = t.Key.Marked, Points = t.Max() });
}
