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
    /// <exception cref="InvalidDataException">It stands before the first step that this program knows, which would make tables that are there (decision 40).</exception>
    public static async Task UpAsync(MarketDb db, CancellationToken cancellationToken)
    {
        if (db is SqliteMarketDb)
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
        }

        var first = db.Database.GetMigrations().First();
        if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault() is { } last && string.CompareOrdinal(last, first) < 0)
            throw new InvalidDataException($"The database stands at {last}, and this program knows the steps from {first} on. Run «migrate» of the program as it was on 2026-11-29, then of this one.");
        await db.Database.MigrateAsync(cancellationToken);
        await LedgerTriggers.EnsureAsync(db, cancellationToken);
    }
}
