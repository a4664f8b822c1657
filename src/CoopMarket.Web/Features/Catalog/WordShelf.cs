using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>The words that food may not be praised with, by language, each with the day from which it counts.</summary>
internal static class WordShelf
{
    internal sealed record Query(Actor Actor) : IQuery<IReadOnlyList<Row>>, IForAdmin;

    internal sealed record Row(string Language, string Words, DateTimeOffset From);

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
            => [.. ForbiddenWord.InForce(await db.Set<ForbiddenWord>().AsNoTracking().ToListAsync(cancellationToken), time.Now())
                .OrderBy(w => w.Folded, StringComparer.Ordinal).Select(w => new Row(w.Language, w.Words, w.From))];
    }
}
