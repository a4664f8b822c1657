using System.Data.Common;
using System.Globalization;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoopMarket.Web.Tests.House;

/// <summary>Rows written past the model, to try what the database itself refuses.</summary>
internal static class RawRows
{
    /// <summary>Opens the connection for rows that point at nothing.</summary>
    public static async Task BeginAsync(MarketDb db)
    {
        await db.Database.OpenConnectionAsync();
        await RunAsync(db, db is SqliteMarketDb ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica");
    }

    /// <summary>Ends what <see cref="BeginAsync"/> allowed.</summary>
    public static Task EndAsync(MarketDb db)
        => RunAsync(db, db is SqliteMarketDb ? "PRAGMA foreign_keys = ON" : "SET session_replication_role = origin");

    /// <summary>What is only ever added to may be changed from here on.</summary>
    public static Task LetChangeAsync(this Market market, string table)
        => market.InDbAsync(db => db.Database.ExecuteSqlRawAsync(db is SqliteMarketDb ? $"DROP TRIGGER {table}_no_update" : $"DROP TRIGGER {table}_no_change ON {table}"));

    /// <summary>Adds a row to the table of an entity; rows of another number differ everywhere but in <paramref name="same"/>.</summary>
    /// <param name="empty">Columns that hold nothing.</param>
    public static Task AddAsync(MarketDb db, IEntityType entity, int number, IReadOnlyCollection<string> same, params string[] empty)
    {
        var columns = entity.GetTableMappings().First().Table.Columns.Where(c => !empty.Contains(c.Name)).ToList();
        return RunAsync(
            db,
            $"INSERT INTO {entity.GetTableName()} ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select(c => Value(c.StoreType, same.Contains(c.Name) ? 1 : number)))})");
    }

    /// <summary>Runs a statement in the running transaction, if there is one.</summary>
    public static async Task<int> RunAsync(MarketDb db, string statement)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (db.Database.CurrentTransaction as IInfrastructure<DbTransaction>)?.Instance;
        command.CommandText = statement;
        return await command.ExecuteNonQueryAsync();
    }

    private static string Value(string type, int number) => type.Split('(')[0].ToLowerInvariant() switch
    {
        "integer" or "bigint" or "smallint" => number.ToString(CultureInfo.InvariantCulture),
        "boolean" => "true",
        "uuid" => $"'00000000-0000-0000-0000-{number:D12}'",
        "timestamp with time zone" or "date" => $"'2026-01-{number:D2}'",
        "jsonb" or "json" => "'{}'",
        "bytea" => "'\\x00'",
        "blob" => "x'00'",
        var list when list.EndsWith("[]", StringComparison.Ordinal) => "'{}'",
        _ => $"'{number}'",
    };
}
