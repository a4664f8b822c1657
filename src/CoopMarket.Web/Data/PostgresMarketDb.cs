using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoopMarket.Web.Data;

/// <summary>For production and several nodes.</summary>
internal sealed class PostgresMarketDb(DbContextOptions<PostgresMarketDb> options) : MarketDb(options)
{
    public override IsolationLevel UsualIsolation => IsolationLevel.ReadCommitted;

    public override IsolationLevel OneLook => IsolationLevel.RepeatableRead;

    public override string EachOf(string parameter) => $"json_array_elements(CAST({parameter} AS json))";

    public override Task HoldAsync(string what, CancellationToken cancellationToken)
        => Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({what}, 0))", cancellationToken);

    /// <summary>Lets as many write at once as leave half of the connections to others; the next wait as long as one waits for a connection.</summary>
    public static WriteGate Gate(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        // Zero is Npgsql's word for no limit.
        return new(Math.Max(1, connection.MaxPoolSize / 2), connection.Timeout > 0 ? TimeSpan.FromSeconds(connection.Timeout) : Timeout.InfiniteTimeSpan);
    }

    /// <summary>The same database, without the right to write.</summary>
    public static string ReadOnly(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        connection.Options = $"{connection.Options} -c default_transaction_read_only=on".Trim();
        return connection.ToString();
    }
}
