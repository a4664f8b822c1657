using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CoopMarket.Web.Tests.House;

/// <summary>A fresh database for a test, copied from one that was migrated once.</summary>
internal static class TestDatabases
{
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateSqliteAsync);
    private static readonly Lazy<Task> PostgresTemplate = new(MigratePostgresAsync);
    private static readonly IServiceProvider Ungated = new ServiceCollection().AddSingleton(_ => new WriteGate(turns: 1_000, TimeSpan.FromSeconds(5))).BuildServiceProvider();
    private static int _count;

    /// <summary>The connection string of a fresh database.</summary>
    public static async Task<string> FreshAsync(DatabaseProvider provider, string folder)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            var file = Path.Combine(folder, "market.db");
            File.Copy(await SqliteTemplate.Value, file);
            return $"Data Source={file};Pooling=True";
        }

        await PostgresTemplate.Value;
        var name = $"m{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await Turn.WaitAsync();
        try
        {
            // The files are copied as they are; to log each page, as servers do for safety, takes three times as long.
            await OnServerAsync($"CREATE DATABASE {name} TEMPLATE market_template STRATEGY FILE_COPY");
        }
        finally
        {
            Turn.Release();
        }

        return $"{PostgresServer.Connection};Database={name};Maximum Pool Size=40";
    }

    /// <summary>The model on a database, as it is.</summary>
    public static MarketDb Open(DatabaseProvider provider, string connection) => provider == DatabaseProvider.Sqlite
        ? new SqliteMarketDb(((DbContextOptionsBuilder<SqliteMarketDb>)new DbContextOptionsBuilder<SqliteMarketDb>().OnSqlite(connection).UseApplicationServiceProvider(Ungated)).Options)
        : new PostgresMarketDb(((DbContextOptionsBuilder<PostgresMarketDb>)new DbContextOptionsBuilder<PostgresMarketDb>().OnPostgres(connection)).Options);

    /// <summary>The connection string of a database in which nothing is.</summary>
    public static async Task<string> BarePostgresAsync()
    {
        var name = $"bare{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await OnServerAsync($"CREATE DATABASE {name}");
        return $"{PostgresServer.Connection};Database={name};Pooling=False";
    }

    /// <summary>Lets go of a database's connections.</summary>
    public static async Task DropAsync(DatabaseProvider provider, string connection)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            SqliteConnection.ClearPool(new SqliteConnection(connection));
            return;
        }

        NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
        await OnServerAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    /// <summary>Takes a database away from under whoever uses it.</summary>
    public static async Task LoseAsync(DatabaseProvider provider, string connection)
    {
        await DropAsync(provider, connection);
        if (provider != DatabaseProvider.Sqlite)
            return;
        SqliteConnection.ClearAllPools();
        var file = new SqliteConnectionStringBuilder(connection).DataSource;
        foreach (var part in new[] { file, file + "-wal", file + "-shm" })
            File.Delete(part);
    }

    private static async Task<string> MigrateSqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("coopmarket-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "market.db");
        var connection = $"Data Source={file};Pooling=False";
        var options = (DbContextOptionsBuilder<SqliteMarketDb>)new DbContextOptionsBuilder<SqliteMarketDb>().OnSqlite(connection);
        await using var db = new SqliteMarketDb(options.Options);
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;");
        await db.Database.MigrateAsync();
        await LedgerTriggers.EnsureAsync(db, CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);");
        return file;
    }

    private static async Task MigratePostgresAsync()
    {
        await OnServerAsync("DROP DATABASE IF EXISTS market_template WITH (FORCE)");
        await OnServerAsync("CREATE DATABASE market_template");
        var options = (DbContextOptionsBuilder<PostgresMarketDb>)new DbContextOptionsBuilder<PostgresMarketDb>()
            .OnPostgres($"{PostgresServer.Connection};Database=market_template;Pooling=False");
        await using var db = new PostgresMarketDb(options.Options);
        await db.Database.MigrateAsync();
        await LedgerTriggers.EnsureAsync(db, CancellationToken.None);
    }

    private static async Task OnServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection($"{PostgresServer.Connection};Database=postgres;Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
