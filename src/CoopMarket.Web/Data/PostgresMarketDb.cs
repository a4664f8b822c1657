using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoopMarket.Web.Data;

/// <summary>For production and several nodes.</summary>
internal sealed class PostgresMarketDb(DbContextOptions<PostgresMarketDb> options) : MarketDb(options)
{
    public override IsolationLevel UsualIsolation => IsolationLevel.ReadCommitted;

    public override string EachOf(string parameter) => $"json_array_elements(CAST({parameter} AS json))";

    /// <summary>How many may write at once: as many as leave half of the connections to others.</summary>
    public static int Writers(string connectionString) => Math.Max(1, new NpgsqlConnectionStringBuilder(connectionString).MaxPoolSize / 2);

    /// <summary>The same database, without the right to write.</summary>
    public static string ReadOnly(string connectionString)
        => new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c default_transaction_read_only=on" }.ToString();
}
