using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Data;

/// <summary>
/// The database itself refuses to change or delete what is only ever added: the ledger, the audit rows, moves of stock, all dated rules
/// and whatever else its mapping marks (<see cref="OnlyAddedMarker"/>). Made anew after every migration, because EF rebuilds SQLite's tables and drops their triggers with them.
/// </summary>
internal static class LedgerTriggers
{
    /// <summary>
    /// The role on PostgreSQL as which the market serves where there is one: it may do everything to rows but change or delete these,
    /// and nothing to tables and triggers, which belong to whoever migrates (ASVS 5.0, 13.2.2).
    /// </summary>
    public const string Role = "coopmarket_app";

    /// <summary>Makes the triggers and gives the rights that are missing; may run any number of times. A database that stands at an older migration has fewer of the tables.</summary>
    public static async Task EnsureAsync(MarketDb db, CancellationToken cancellationToken)
    {
        var names = db is SqliteMarketDb
            ? db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'")
            : db.Database.SqlQueryRaw<string>("SELECT table_name::text AS \"Value\" FROM information_schema.tables WHERE table_schema = 'public'");
        var there = (await names.ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        List<string> tables = [.. db.Model.OnlyAddedTables().Where(there.Contains)];
        var statements = db is SqliteMarketDb ? tables.SelectMany(Sqlite) : tables.SelectMany(Postgres).Prepend(PostgresFunction).Append(PostgresRights(tables));
        foreach (var statement in statements)
            await db.Database.ExecuteSqlRawAsync(statement, cancellationToken);
    }

    private static IEnumerable<string> Sqlite(string table) =>
        from change in new[] { "UPDATE", "DELETE" }
        select $"""
            CREATE TRIGGER IF NOT EXISTS {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END;
            """;

    private static IEnumerable<string> Postgres(string table) =>
    [
        $"CREATE OR REPLACE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION market_only_added();",
        $"CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION market_only_added();",
    ];

    private const string PostgresFunction = """
        CREATE OR REPLACE FUNCTION market_only_added() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME; END $$;
        """;

    private static string PostgresRights(IEnumerable<string> tables) => $"""
        DO $$ BEGIN
        IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{Role}') THEN
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {Role};
            REVOKE UPDATE, DELETE, TRUNCATE ON {string.Join(", ", tables)} FROM {Role};
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {Role};
        END IF; END $$;
        """;
}
