using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Hosting.Verbs;

/// <summary><c>migrate</c>: brings the database up to this program.</summary>
internal sealed class Migrate(MarketDb db) : IVerb
{
    public async Task<int> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        await UpAsync(db, cancellationToken);
        return 0;
    }

    /// <summary>Brings a database up; safe to repeat.</summary>
    public static async Task UpAsync(MarketDb db, CancellationToken cancellationToken)
    {
        if (db is SqliteMarketDb)
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
        await LedgerTriggers.EnsureAsync(db, cancellationToken);
    }
}
