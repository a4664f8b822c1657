using System.Data.Common;
using System.Runtime.CompilerServices;
using CoopMarket.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Caching.Memory;

namespace CoopMarket.Web.Hosting;

/// <summary>Registers the model on the database that the settings name.</summary>
internal static class Databases
{
    // The framework remembers 1,024 questions and counts 10 for each. The market asks more kinds than that, and to put a forgotten one together anew takes longer than to ask it.
    private static readonly MemoryCache Questions = new(new MemoryCacheOptions { SizeLimit = 10 * 4_096 });

    public static void AddDatabase(this WebApplicationBuilder builder, MarketSettings market)
    {
        var provider = builder.Configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        var connection = builder.Configuration.GetConnectionString("Market");
        var services = builder.Services;
        services.AddSingleton(_ => provider == DatabaseProvider.Sqlite ? SqliteMarketDb.Gate() : PostgresMarketDb.Gate(connection!));
        services.AddSingleton<Collisions>().AddSingleton<Ids>();
        if (provider == DatabaseProvider.Sqlite)
        {
            connection ??= new SqliteConnectionStringBuilder { DataSource = Path.Combine(market.DataDirectory, "market.db") }.ToString();
            SqlitePragmas pragmas = new();
            services.AddSingleton(pragmas);
            services.AddContexts<SqliteMarketDb>(
                options => options.OnSqlite(connection, pragmas), options => options.OnSqlite(SqliteMarketDb.ReadOnly(connection), pragmas));
        }
        else
        {
            services.AddContexts<PostgresMarketDb>(
                options => options.OnPostgres(connection!), options => options.OnPostgres(PostgresMarketDb.ReadOnly(connection!)));
        }
    }

    // To build a context for each request costs a short command a good part of its time: those that wrote and those that read are each used again.
    private static void AddContexts<TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder> writing, Action<DbContextOptionsBuilder> reading)
        where TContext : MarketDb
    {
        services.AddDbContextPool<TContext>(writing).AddScoped<MarketDb>(s => s.GetRequiredService<TContext>());
        services.AddSingleton(root => new Readers<TContext>(new(Typed<TContext>(reading, root))));
        services.AddScoped(s => new MarketReads(s.GetRequiredService<Readers<TContext>>().Contexts.CreateDbContext()));
    }

    public static DbContextOptionsBuilder OnSqlite(this DbContextOptionsBuilder options, string connection, SqlitePragmas? pragmas = null)
        // Many values are one parameter, as on PostgreSQL: else the SQL of a question is written anew whenever it is asked.
        => options.UseSqlite(connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).UseSnakeCaseNamingConvention().UseMemoryCache(Questions).AddInterceptors(pragmas ?? new())
            // SQLite rebuilds a table with foreign keys off, which no transaction can hold: true of any such migration, and no news to who starts a market.
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning, RelationalEventId.NonTransactionalMigrationOperationWarning));

    public static DbContextOptionsBuilder OnPostgres(this DbContextOptionsBuilder options, string connection)
        => options.UseNpgsql(connection).UseSnakeCaseNamingConvention().UseMemoryCache(Questions)
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));

    private static DbContextOptions<TContext> Typed<TContext>(Action<DbContextOptionsBuilder> configure, IServiceProvider root)
        where TContext : DbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        configure(builder.UseApplicationServiceProvider(root));
        return builder.Options;
    }

    private sealed record Readers<TContext>(PooledDbContextFactory<TContext> Contexts)
        where TContext : DbContext;
}

/// <summary>
/// Sets on every connection what SQLite does not remember: full durability, patience with other processes, and half a megabyte of
/// pages in place of two: the system keeps the file in memory once, and dozens of connections shall not each keep it again. Pooled
/// connections come back as they left, so each is told once.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private readonly ConditionalWeakTable<object, string> _told = [];
    private volatile string _synchronous = "FULL";

    /// <summary>
    /// Commits without waiting for the disk: only for filling a database that is thrown away if it fails.
    /// <see cref="Lasting"/> makes up for it.
    /// </summary>
    public void Hasty() => _synchronous = "OFF";

    /// <summary>Waits for the disk at every commit again.</summary>
    public void Lasting() => _synchronous = "FULL";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private void Set(DbConnection connection)
    {
        var (handle, wanted) = (((SqliteConnection)connection).Handle!, _synchronous);
        if (_told.TryGetValue(handle, out var told) && told == wanted)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA synchronous = {wanted}; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -512;";
        command.ExecuteNonQuery();
        _told.AddOrUpdate(handle, wanted);
    }
}

/// <summary>For the migrations tool: the SQLite model.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteMarketDb>
{
    public SqliteMarketDb CreateDbContext(string[] args)
        => new((DbContextOptions<SqliteMarketDb>)new DbContextOptionsBuilder<SqliteMarketDb>().OnSqlite("Data Source=design.db").Options);
}

/// <summary>For the migrations tool: the PostgreSQL model.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresMarketDb>
{
    public PostgresMarketDb CreateDbContext(string[] args)
        => new((DbContextOptions<PostgresMarketDb>)new DbContextOptionsBuilder<PostgresMarketDb>().OnPostgres("Host=localhost;Database=design").Options);
}
