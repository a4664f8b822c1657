using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoopMarket.Web.Data;

/// <summary>For production and several nodes.</summary>
internal sealed class PostgresMarketDb(DbContextOptions<PostgresMarketDb> options) : MarketDb(options)
{
    public override IsolationLevel UsualIsolation => IsolationLevel.ReadCommitted;

    public override string EachOf(string parameter) => $"json_array_elements(CAST({parameter} AS json))";

    /// <summary>The same database, without the right to write.</summary>
    public static string ReadOnly(string connectionString)
        => new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c default_transaction_read_only=on" }.ToString();
}
