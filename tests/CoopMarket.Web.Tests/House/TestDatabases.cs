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
    // Who changes a table, a trigger or the like leaves the number of a later transaction on its row in the catalog.
    private const string Shape = """
        SELECT string_agg(n || ':' || x, ' ' ORDER BY c) FROM (
          SELECT 1 c, count(*) n, sum(xmin::text::bigint) x FROM pg_class WHERE oid >= 16384 AND relpersistence = 'p'
          UNION ALL SELECT 2, count(*), sum(xmin::text::bigint) FROM pg_attribute WHERE attrelid >= 16384
          UNION ALL SELECT 3, count(*), sum(xmin::text::bigint) FROM pg_trigger
          UNION ALL SELECT 4, count(*), sum(xmin::text::bigint) FROM pg_constraint WHERE oid >= 16384
          UNION ALL SELECT 5, count(*), sum(xmin::text::bigint) FROM pg_proc WHERE oid >= 16384
          UNION ALL SELECT 6, count(*), sum(xmin::text::bigint) FROM pg_index WHERE indexrelid >= 16384
          UNION ALL SELECT 7, count(*), sum(xmin::text::bigint) FROM pg_attrdef
          UNION ALL SELECT 8, count(*), sum(xmin::text::bigint) FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp_') counted
        """;

    // Connections that lie about take memory of the server and count among those it allows.
    private const string AnyWork = """
        SELECT count(*) FILTER (WHERE state <> 'idle') > 0 OR count(*) > 12 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
        """;

    // As a replica nothing is refused by keys or by triggers that let no line of a book be deleted.
    private const string Emptying = """
        SELECT 'SET LOCAL session_replication_role = replica; ' || string_agg(format('DELETE FROM %I', relname), '; ') || coalesce((
          SELECT '; ' || string_agg(format('SELECT setval(%L, %s, false)', quote_ident(schemaname) || '.' || quote_ident(sequencename), start_value), '; ') FROM pg_sequences), '')
        FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '__EFMigrationsHistory'
        """;

    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateSqliteAsync);
    private static readonly Lazy<Task> PostgresTemplate = new(MigratePostgresAsync);
    private static readonly IServiceProvider Ungated = new ServiceCollection().AddSingleton(_ => new WriteGate(turns: 1_000, TimeSpan.FromSeconds(5))).BuildServiceProvider();
    private static int _count;
    private static string _shape = "";
    private static string _emptying = "";

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

    /// <summary>Makes a database what it was when it was fresh; false where that can't be: its tables were changed, or something still works on it.</summary>
    public static async Task<bool> TryEmptyAsync(DatabaseProvider provider, string connection)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            foreach (var pool in new[] { connection, SqliteMarketDb.ReadOnly(connection) })
                SqliteConnection.ClearPool(new SqliteConnection(pool));
            var file = new SqliteConnectionStringBuilder(connection).DataSource;
            foreach (var part in new[] { file, file + "-wal", file + "-shm" })
                File.Delete(part);
            File.Copy(await SqliteTemplate.Value, file);
            return true;
        }

        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        if (await AskAsync<string>(open, Shape) != _shape || await AskAsync<bool>(open, AnyWork))
            return false;
        await using var transaction = await open.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(_emptying, open, transaction);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return true;
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
        await using var open = new NpgsqlConnection(db.Database.GetConnectionString());
        await open.OpenAsync();
        _shape = await AskAsync<string>(open, Shape);
        _emptying = await AskAsync<string>(open, Emptying);
    }

    private static async Task<T> AskAsync<T>(NpgsqlConnection open, string question)
    {
        await using var command = new NpgsqlCommand(question, open);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static async Task OnServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection($"{PostgresServer.Connection};Database=postgres;Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
