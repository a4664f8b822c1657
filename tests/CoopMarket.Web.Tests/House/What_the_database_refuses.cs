using System.Data.Common;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Architecture;
using CoopMarket.Web.Tests.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CoopMarket.Web.Tests.House;

public sealed class What_the_database_refuses
{
    [Theory, EveryDatabase]
    internal async Task Every_violation_of_something_unique_is_answered_as_its_mapping_says(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var tried = await market.InDbAsync(async db =>
        {
            await RawRows.BeginAsync(db);
            var count = 0;
            foreach (var entity in db.Model.GetEntityTypes())
                foreach (var unique in Unique.Of(entity).Where(ModelRules.HasAnswer))
                {
                    await ViolateAsync(db, entity, unique);
                    count++;
                }

            return count;
        });

        tried.ShouldBeGreaterThan(30);
    }

    [Theory, EveryDatabase]
    internal async Task A_doubled_id_is_a_bug_and_no_collision(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.InDbAsync(async db =>
        {
            await RawRows.BeginAsync(db);
            var baskets = db.Model.FindEntityType(typeof(Basket))!;
            await RawRows.AddAsync(db, baskets, 1, []);
            var broken = await Should.ThrowAsync<DbException>(() => RawRows.AddAsync(db, baskets, 2, ["id"]));
            new Collisions().Of(new DbUpdateException("", broken), db).ShouldBeNull();
            return 0;
        });
    }

    [Fact]
    internal async Task The_role_that_serves_has_no_right_to_change_the_ledger_and_can_do_all_the_rest()
    {
        Assert.SkipWhen(PostgresServer.IsExcused, PostgresServer.Excuse);
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Postgres);
        const string Made = $"DO $$ BEGIN CREATE ROLE {LedgerTriggers.Role} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$";
        await market.InDbAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync(Made);
            await LedgerTriggers.EnsureAsync(db, default);
            return 0;
        });
        var connection = new NpgsqlConnectionStringBuilder(market.Connection) { Username = LedgerTriggers.Role }.ToString();
        await using (var serving = market.WithWebHostBuilder(host => host.UseSetting("ConnectionStrings:Market", connection)))
        {
            await using var scope = serving.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
            (await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(
                new RecordTransfer.Command(Pipeline.Actor.Job("test"), "FT1", "99.000", "tien toi den", new(2026, 11, 23)))).IsDone.ShouldBeTrue();
            await Market.DeliverAsync(serving.Services);
            (await db.Set<Domain.Settlement.JournalEntry>().CountAsync()).ShouldBe(1);
            foreach (var table in db.Model.OnlyAddedTables())
                foreach (var change in new[] { $"DELETE FROM {table}", $"TRUNCATE {table}", $"ALTER TABLE {table} DISABLE TRIGGER ALL", $"DROP TRIGGER {table}_no_change ON {table}" })
                    (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(change))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, change);
            (await Should.ThrowAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync("UPDATE settlement_lines SET amount_minor = 1"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
            (await db.Database.ExecuteSqlRawAsync("UPDATE payments_money_in SET bank = bank")).ShouldBe(1);
        }

        NpgsqlConnection.ClearPool(new(connection));
    }

    [Theory, EveryDatabase]
    internal async Task What_is_only_ever_added_to_can_be_neither_changed_nor_deleted(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.InDbAsync(async db =>
        {
            await RawRows.BeginAsync(db);
            foreach (var table in db.Model.OnlyAddedTables().Append("orders_baskets"))
                await RawRows.AddAsync(db, db.Model.GetEntityTypes().Single(t => t.GetTableName() == table), 1, []);
            await RawRows.EndAsync(db);
            foreach (var table in db.Model.OnlyAddedTables())
                foreach (var change in Changes(table))
                    (await Should.ThrowAsync<DbException>(() => RawRows.RunAsync(db, change), change)).Message.ShouldContain($"{table} is only ever added to");
            foreach (var change in Changes("orders_baskets"))
                (await RawRows.RunAsync(db, change)).ShouldBe(1, change);
            return 0;
        });

        IEnumerable<string> Changes(string table) => [$"UPDATE {table} SET {Column(table)} = {Column(table)}", $"DELETE FROM {table}"];
        string Column(string table) => table switch
        {
            "settlement_lines" or "income_sharing_terms" or "income_sale_shares" or "complaints_moves" or "questions_readings" or "reviews_moves" or "audit_seals" => "number",
            "orders_withdrawal_lines" => "quantity",
            _ => "id",
        };
    }

    /// <summary>The marks stand beside the mappings; here a mark that goes is seen.</summary>
    [Fact]
    internal async Task What_is_only_ever_added_to_is_marked_so()
    {
        await using var market = await Market.OpenAsync(DatabaseProvider.Sqlite);
        (await market.InDbAsync(db => Task.FromResult(db.Model.OnlyAddedTables()))).ShouldBe(
        [
            "audit_rows", "audit_seals", "catalog_categories", "catalog_stock_moves", "complaints_moves", "complaints_terms", "income_entries", "income_sale_shares", "income_sharing_terms", "income_sharings",
            "orders_part_refunds", "orders_withdrawal_lines", "orders_withdrawals", "payments_card_exchanges", "payments_remitted_cash", "questions_readings", "rates_margins", "rates_rates", "reviews_moves",
            "sellers_keeping_rules", "settlement_entries", "settlement_fee_rules", "settlement_lines", "settlement_vat_rates", "settlement_withheld_taxes", "settlement_withholding_rates",
            "shipping_blocks", "shipping_cash_agreements", "shipping_rules",
        ]);
    }

    [Theory, EveryDatabase]
    internal async Task What_only_reads_can_not_write(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.WithAsync<MarketReads, int>(async reads =>
        {
            (await reads.Of<Basket>().CountAsync()).ShouldBe(0);
            (await Should.ThrowAsync<DbException>(() => reads.Of<Basket>().ExecuteDeleteAsync())).Message
                .ShouldContain(provider == DatabaseProvider.Sqlite ? "readonly database" : "read-only transaction");
            return 0;
        });
    }

    private static async Task ViolateAsync(MarketDb db, IEntityType entity, Unique unique)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var same = Columns(unique);
        // What is unique only while something has not happened yet.
        var empty = unique.Source is IIndex index && index.GetFilter() is { } filter ? filter.Replace(" IS NULL", "", StringComparison.Ordinal).Split(" AND ") : [];
        await RawRows.AddAsync(db, entity, 1, same, empty);
        var broken = await Should.ThrowAsync<DbException>(() => RawRows.AddAsync(db, entity, 2, same, empty), unique.Name);
        var collision = new Collisions().Of(new DbUpdateException("", broken), db).ShouldNotBeNull(unique.Name);

        // Two rows that share a whole key share each index over a part of it, too; the database names whichever it meets first.
        var answers = Unique.Of(entity).Where(u => Columns(u).All(same.Contains)).Select(Answer).ToList();
        answers.ShouldContain((collision.Rerun, collision.Refusal.GetType().FullName!), unique.Name);
    }

    private static IReadOnlyList<string> Columns(Unique unique)
        => [.. (unique.Source is IIndex index ? index.Properties : ((IKey)unique.Source).Properties).Select(p => p.GetColumnName())];

    private static (bool Rerun, string Refusal) Answer(Unique unique) => (
        unique.Source.FindAnnotation(Collisions.RerunAnnotation) is not null,
        (string?)unique.Source.FindAnnotation(Collisions.RefusalAnnotation)?.Value ?? typeof(ChangedMeanwhile).FullName!);
}
