using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Admin;

/// <summary>I10: an audit row that is altered, removed or slipped in is found by the check, and named.</summary>
public sealed class The_audit_is_a_chain
{
    [Theory, EveryDatabase]
    internal async Task Each_row_is_sealed_once_in_its_order_by_whichever_node(DatabaseProvider provider)
    {
        await using var market = await WrittenAsync(provider, rows: 1_203);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => market.RoundAsync<SealAudit>())));
        await market.RoundAsync<SealAudit>();

        var seals = (await market.RowsAsync<AuditSeal>()).OrderBy(s => s.Number).ToList();
        var rows = (await market.RowsAsync<AuditRow>()).OrderBy(r => r.At).ThenBy(r => r.Id).ToList();
        seals.Select(s => s.Number).ShouldBe(Enumerable.Range(1, 1_203).Select(n => (long)n));
        seals.Select(s => s.Row).ShouldBe(rows.Select(r => r.Id), ignoreOrder: provider == DatabaseProvider.Sqlite);
        seals.Skip(1).Select(s => s.Before).ShouldBe(seals.SkipLast(1).Select(s => s.Hash));
        (await FindAsync(market)).ShouldSatisfyAllConditions(f => f.Holds.ShouldBeTrue(), f => f.Figure.ShouldBe($"1203 rows, the end is {seals[^1].Hash}"));
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_row_that_is_altered_is_named(DatabaseProvider provider)
    {
        await using var market = await SealedAsync(provider);
        var row = await TamperAsync(market, 2, "UPDATE audit_rows SET about = 'CM0000000X' WHERE id = {0}");
        (await FindAsync(market)).ShouldSatisfyAllConditions(f => f.Holds.ShouldBeFalse(), f => f.Figure.ShouldContain(row.ToString()), f => f.Figure.ShouldContain("link 3"));
    }

    [Theory, EveryDatabase]
    internal async Task A_row_that_is_removed_from_the_middle_is_named_and_so_is_a_link(DatabaseProvider provider)
    {
        await using var market = await SealedAsync(provider);
        var row = await TamperAsync(market, 2, "DELETE FROM audit_rows WHERE id = {0}");
        (await FindAsync(market)).Figure.ShouldBe($"row {row} of link 3 is gone");
        await TamperAsync(market, 3, "DELETE FROM audit_seals WHERE \"row\" = {0}", row);
        (await FindAsync(market)).Figure.ShouldBe("link 4 does not follow the one before it");
    }

    [Theory, EveryDatabase]
    internal async Task A_row_that_is_slipped_in_among_older_ones_is_named_before_and_after_the_next_sealing(DatabaseProvider provider)
    {
        await using var market = await SealedAsync(provider);
        var forged = Row(market, 0, TimeSpan.FromMinutes(-20));
        await market.InDbAsync(db => AddAsync(db, [forged]));
        (await FindAsync(market)).Figure.ShouldContain($"row {forged.Id}");
        await market.RoundAsync<SealAudit>();
        (await FindAsync(market)).ShouldSatisfyAllConditions(f => f.Holds.ShouldBeFalse(), f => f.Figure.ShouldContain($"row {forged.Id}"));
    }

    [Theory, EveryDatabase]
    internal async Task Rows_that_were_just_written_wait_for_their_seal_without_alarm(DatabaseProvider provider)
    {
        await using var market = await SealedAsync(provider);
        market.Clock.Advance(TimeSpan.FromHours(30));
        await market.InDbAsync(db => AddAsync(db, [Row(market, 0, TimeSpan.Zero)]));
        (await FindAsync(market)).Holds.ShouldBeTrue();
        await market.RoundAsync<SealAudit>();
        (await market.RowsAsync<AuditSeal>()).Count.ShouldBe(6);
        (await FindAsync(market)).Holds.ShouldBeTrue();
    }

    private static async Task<Market> SealedAsync(DatabaseProvider provider)
    {
        var market = await WrittenAsync(provider, rows: 5);
        await market.RoundAsync<SealAudit>();
        (await FindAsync(market)).Holds.ShouldBeTrue();
        return market;
    }

    // An hour lies between two rows.
    private static async Task<Market> WrittenAsync(DatabaseProvider provider, int rows)
    {
        var market = await Market.OpenAsync(provider);
        await market.InDbAsync(db => AddAsync(db, Enumerable.Range(1, rows).Select(i => Row(market, i, TimeSpan.FromHours(i)))));
        market.Clock.Advance(TimeSpan.FromHours(rows));
        return market;
    }

    private static AuditRow Row(Market market, int number, TimeSpan later)
        => new() { Id = Guid.NewGuid(), At = market.Clock.GetUtcNow() + later, Actor = "test", What = "Tests.Write", About = $"{number}", Result = AuditResult.Done };

    private static Task<int> AddAsync(MarketDb db, IEnumerable<AuditRow> rows)
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    }

    // The database itself refuses this: whoever does it must take the guard away first.
    private static async Task<Guid> TamperAsync(Market market, int place, string sql, Guid? row = null)
    {
        var id = row ?? (await market.RowsAsync<AuditSeal>()).OrderBy(s => s.Number).ElementAt(place).Row;
        await market.InDbAsync(async db =>
        {
            string[] guards = db is SqliteMarketDb
                ? ["DROP TRIGGER IF EXISTS audit_rows_no_update", "DROP TRIGGER IF EXISTS audit_rows_no_delete", "DROP TRIGGER IF EXISTS audit_seals_no_delete"]
                : ["DROP TRIGGER IF EXISTS audit_rows_no_change ON audit_rows", "DROP TRIGGER IF EXISTS audit_seals_no_change ON audit_seals"];
            foreach (var guard in guards)
                await db.Database.ExecuteSqlRawAsync(guard);
            return await db.Database.ExecuteSqlRawAsync(sql, id);
        });
        return id;
    }

    private static Task<Finding> FindAsync(Market market)
        => market.WithAsync<IEnumerable<IInvariant>, Finding>(all => all.OfType<Web.Features.Admin.Invariants.AuditIsWhole>().Single().FindAsync(default));
}
