using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Hosting.Verbs;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Architecture;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CoopMarket.Web.Tests.House;

/// <summary>From nothing and from every migration that ever landed there is a way to the model of today, on both databases.</summary>
public sealed class Migrations_lead_to_head : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coopmarket-migrations-").FullName;

    [Fact]
    internal void Both_databases_have_the_same_migrations()
    {
        using var sqlite = TestDatabases.Open(DatabaseProvider.Sqlite, "Data Source=none.db");
        using var postgres = TestDatabases.Open(DatabaseProvider.Postgres, "Host=none");
        sqlite.Database.GetMigrations().ShouldBe(postgres.Database.GetMigrations());
        sqlite.Database.GetMigrations().ShouldNotBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task Each_one_that_landed_leads_to_head_and_keeps_the_rows(DatabaseProvider provider)
    {
        foreach (var landed in Migrations())
        {
            var connection = await BareAsync(provider);
            await using (var db = TestDatabases.Open(provider, connection))
            {
                await db.GetService<IMigrator>().MigrateAsync(landed);
                await LedgerTriggers.EnsureAsync(db, default);
                db.Add(new AuditRow { Id = Guid.NewGuid(), At = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero), Actor = "test", What = landed, Result = AuditResult.Done });
                await db.SaveChangesAsync();
            }

            await using (var db = TestDatabases.Open(provider, connection))
            {
                await Migrate.UpAsync(db, default);
                await Migrate.UpAsync(db, default);
                (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
                (await db.Set<AuditRow>().SingleAsync()).What.ShouldBe(landed);
                await OnlyAddedAsync(db);
            }

            await TestDatabases.DropAsync(provider, connection);
        }
    }

    [Theory, EveryDatabase]
    internal async Task One_that_stands_before_the_first_is_told_so_and_left_as_it_is(DatabaseProvider provider)
    {
        var connection = await BareAsync(provider);
        await using (var db = TestDatabases.Open(provider, connection))
        {
            var history = db.GetService<IHistoryRepository>();
            await history.CreateIfNotExistsAsync();
            await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(new("20261129230000_ShortLinks", "10.0.0")));

            var refused = await Should.ThrowAsync<InvalidDataException>(() => Migrate.UpAsync(db, default));

            refused.Message.ShouldContain("20261129230000_ShortLinks");
            refused.Message.ShouldContain(db.Database.GetMigrations().First());
            (await db.Database.GetAppliedMigrationsAsync()).ShouldBe(["20261129230000_ShortLinks"]);
        }

        await TestDatabases.DropAsync(provider, connection);
    }

    [Theory, EveryDatabase]
    internal async Task The_tables_are_those_of_the_snapshot(DatabaseProvider provider)
    {
        await using var db = TestDatabases.Open(provider, provider == DatabaseProvider.Sqlite ? "Data Source=none.db" : "Host=none");
        var script = db.Database.GenerateCreateScript().ReplaceLineEndings("\n");
        var file = Path.Combine(Sources.Root, "tests/CoopMarket.Web.Tests/House/Tables", $"{provider}.sql");
        if (Environment.GetEnvironmentVariable("COOPMARKET_WRITE_SNAPSHOTS") is not null)
            await File.WriteAllTextAsync(file, script);
        script.ShouldBe(await File.ReadAllTextAsync(file), "the tables changed: run once with COOPMARKET_WRITE_SNAPSHOTS=1 and read the diff");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<string> Migrations()
    {
        using var db = TestDatabases.Open(DatabaseProvider.Sqlite, "Data Source=none.db");
        return [.. db.Database.GetMigrations()];
    }

    // The database itself refuses, whoever asks.
    private static async Task OnlyAddedAsync(MarketDb db)
    {
        foreach (var change in new[] { "UPDATE audit_rows SET what = 'another'", "DELETE FROM audit_rows" })
            (await Should.ThrowAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(change))).Message.ShouldContain("only ever added to");
        var triggers = db is SqliteMarketDb
            ? db.Database.SqlQueryRaw<string>("SELECT tbl_name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'")
            : db.Database.SqlQueryRaw<string>("SELECT DISTINCT event_object_table::text AS \"Value\" FROM information_schema.triggers");
        (await triggers.ToListAsync()).Distinct().Order(StringComparer.Ordinal).ShouldBe(db.Model.OnlyAddedTables());
    }

    private async Task<string> BareAsync(DatabaseProvider provider)
        => provider == DatabaseProvider.Sqlite ? $"Data Source={Path.Combine(_folder, Guid.NewGuid().ToString("N"))}.db" : await TestDatabases.BarePostgresAsync();
}
