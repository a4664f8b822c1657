using Microsoft.EntityFrameworkCore;

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

    public ValueTask DisposeAsync() => readOnly.DisposeAsync();
}
