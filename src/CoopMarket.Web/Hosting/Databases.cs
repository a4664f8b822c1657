using System.Data.Common;
using CoopMarket.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoopMarket.Web.Hosting;

/// <summary>Registers the model on the database that the settings name.</summary>
internal static class Databases
{
    public static void AddDatabase(this WebApplicationBuilder builder, MarketSettings market)
    {
        var provider = builder.Configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        var connection = builder.Configuration.GetConnectionString("Market");
        var services = builder.Services;
        services.AddSingleton(_ => new WriteGate(closed: provider == DatabaseProvider.Sqlite));
        services.AddSingleton<Collisions>().AddSingleton<Ids>();
        if (provider == DatabaseProvider.Sqlite)
        {
            connection ??= new SqliteConnectionStringBuilder { DataSource = Path.Combine(market.DataDirectory, "market.db") }.ToString();
            services.AddDbContext<SqliteMarketDb>(options => options.OnSqlite(connection));
            services.AddScoped<MarketDb>(s => s.GetRequiredService<SqliteMarketDb>());
            services.AddScoped(s => new MarketReads(new SqliteMarketDb(
                Typed<SqliteMarketDb>(o => o.OnSqlite(s.GetRequiredService<SqliteMarketDb>().ReadOnly(connection))), s.GetRequiredService<WriteGate>())));
        }
        else
        {
            services.AddDbContext<PostgresMarketDb>(options => options.OnPostgres(connection!));
            services.AddScoped<MarketDb>(s => s.GetRequiredService<PostgresMarketDb>());
            services.AddScoped(s => new MarketReads(new PostgresMarketDb(
                Typed<PostgresMarketDb>(o => o.OnPostgres(s.GetRequiredService<PostgresMarketDb>().ReadOnly(connection!))))));
        }
    }

    public static DbContextOptionsBuilder OnSqlite(this DbContextOptionsBuilder options, string connection)
        => options.UseSqlite(connection).UseSnakeCaseNamingConvention().AddInterceptors(SqlitePragmas.Instance)
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));

    public static DbContextOptionsBuilder OnPostgres(this DbContextOptionsBuilder options, string connection)
        => options.UseNpgsql(connection).UseSnakeCaseNamingConvention()
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));

    private static DbContextOptions<TContext> Typed<TContext>(Action<DbContextOptionsBuilder> configure)
        where TContext : DbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        configure(builder);
        return builder.Options;
    }
}

/// <summary>Sets on every connection what SQLite does not remember: full durability and patience with other processes.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;";
        command.ExecuteNonQuery();
    }
}

/// <summary>For the migrations tool: the SQLite model.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteMarketDb>
{
    public SqliteMarketDb CreateDbContext(string[] args)
        => new((DbContextOptions<SqliteMarketDb>)new DbContextOptionsBuilder<SqliteMarketDb>().OnSqlite("Data Source=design.db").Options, new WriteGate(closed: false));
}

/// <summary>For the migrations tool: the PostgreSQL model.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresMarketDb>
{
    public PostgresMarketDb CreateDbContext(string[] args)
        => new((DbContextOptions<PostgresMarketDb>)new DbContextOptionsBuilder<PostgresMarketDb>().OnPostgres("Host=localhost;Database=design").Options);
}
