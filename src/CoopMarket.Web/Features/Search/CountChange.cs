using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Search;

/// <summary>
/// Counts in the running transaction that what readers find or see has changed, whichever node does it; every node sees it
/// (<see cref="Contract.Changes"/>). How many are left of a thing is not among it: kept pages are too short-lived for that to matter, and the
/// basket counts anew.
/// </summary>
internal sealed class CountChange(MarketDb db)
{
    public Task OnceAsync(CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO search_changes (id, count) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET count = search_changes.count + 1", cancellationToken);
}
