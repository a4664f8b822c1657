using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CoopMarket.Web.Data;

/// <summary>The embedded default: one file, one writer at a time behind the <see cref="WriteGate"/>.</summary>
internal sealed class SqliteMarketDb(DbContextOptions<SqliteMarketDb> options) : MarketDb(options)
{
    // Microsoft.Data.Sqlite begins a serializable transaction with BEGIN IMMEDIATE.
    public override IsolationLevel UsualIsolation => IsolationLevel.Serializable;

    // Microsoft.Data.Sqlite's word for a transaction that takes no lock when it begins; in WAL its reader stays at the moment of her first look.
    public override IsolationLevel OneLook => IsolationLevel.ReadUncommitted;

    public override string EachOf(string parameter) => $"json_each({parameter})";

    // One writes at a time.
    public override Task HoldAsync(string what, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The same database, without the right to write.</summary>
    public static string ReadOnly(string connectionString)
        => new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly }.ToString();

    /// <summary>Lets one write at a time; the next wait five seconds.</summary>
    public static WriteGate Gate() => new(1, TimeSpan.FromSeconds(5));

    /// <summary>Saves in the running transaction, or waits for its turn to save alone (Identity, audit rows of refusals).</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await this.GetService<WriteGate>().EnterAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosecondsConverter>();
    }
}
