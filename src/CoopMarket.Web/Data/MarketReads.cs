using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CoopMarket.Web.Data;

/// <summary>
/// Reading across areas for pages that only show: no tracking, on a connection that may not write. Storefront, Desk and Admin
/// know the database by nothing else.
/// </summary>
internal sealed class MarketReads(MarketDb readOnly) : IAsyncDisposable
{
    /// <summary>All rows of one kind.</summary>
    public IQueryable<T> Of<T>()
        where T : class
        => readOnly.Set<T>().AsNoTracking();

    /// <summary>All that answers a question that is asked often.</summary>
    public Task<IReadOnlyList<T>> AskAsync<TOf, T>(StandingQuestion<TOf, T> question, TOf of, CancellationToken cancellationToken) => question.AskAsync(readOnly, of, cancellationToken);

    /// <summary>Until it is disposed of, everything stands as it stood at the first question. The databases keep what is older as long: only for what ends soon.</summary>
    public Task<IDbContextTransaction> OneLookAsync(CancellationToken cancellationToken) => readOnly.Database.BeginTransactionAsync(readOnly.OneLook, cancellationToken);

    /// <summary>What names rows of other tables.</summary>
    public IReadOnlyList<Reference> References => Reference.In(readOnly.Model);

    /// <summary>How many rows name one that is not there, by the place of the reference among those asked; asked in one question, and only of those that dangle.</summary>
    public async Task<IReadOnlyDictionary<int, int>> DanglingAsync(IReadOnlyList<Reference> references, CancellationToken cancellationToken)
    {
        var counts = references.Select((r, place) => $"""
            SELECT CAST({place} AS INTEGER) AS "Place", CAST(COUNT(*) AS INTEGER) AS "Count" FROM "{r.Table}" AS t
            WHERE t."{r.Column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "{r.Target}" AS o WHERE o."{r.Key}" = t."{r.Column}") HAVING COUNT(*) > 0
            """);
        return (await readOnly.Database.SqlQueryRaw<Dangling>(string.Join("\nUNION ALL\n", counts)).ToListAsync(cancellationToken)).ToDictionary(d => d.Place, d => d.Count);
    }

    public ValueTask DisposeAsync() => readOnly.DisposeAsync();

    private sealed record Dangling(int Place, int Count);
}
