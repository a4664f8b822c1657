using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Seed;

/// <summary>Thousands of commits need not wait for the disk one by one; the last words make all of them last.</summary>
internal sealed class Haste(MarketDb db, SqlitePragmas? pragmas = null)
{
    public async Task DoAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        pragmas?.Hasty();
        try
        {
            await work();
        }
        finally
        {
            pragmas?.Lasting();
        }

        if (db is SqliteMarketDb)
            await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE);", cancellationToken);
    }
}
