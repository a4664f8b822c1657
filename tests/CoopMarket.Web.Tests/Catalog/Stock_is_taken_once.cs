using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CoopMarket.Web.Tests.Catalog;

public sealed class Stock_is_taken_once
{
    // SQLite has no word to drop a check; the new version of its schema is read by whoever comes next.
    private const string Unchecked = """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, 'on_hand >= 0', 'TRUE') WHERE name = 'catalog_variants';
        PRAGMA schema_version = 1000000;
        PRAGMA writable_schema = OFF;
        """;

    [Theory, EveryDatabase]
    internal async Task Fifty_buyers_of_the_last_jar_make_one_sale(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync(onHand: 1);

        var sold = await BuyAtOnceAsync(market.Services, 50, shelf => shelf.TakeAsync([(product.Variant, 1)], CancellationToken.None));

        sold.ShouldBe(1);
        (await market.OnHandAsync(product.Variant)).ShouldBe(0);
        await StockAddsUpAsync(market);
    }

    [Theory, EveryDatabase]
    internal async Task Five_hundred_buyers_of_a_hundred_jars_make_a_hundred_sales(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync(onHand: 100);

        var sold = await BuyAtOnceAsync(market.Services, 500, shelf => shelf.TakeAsync([(product.Variant, 1)], CancellationToken.None));

        sold.ShouldBe(100);
        (await market.OnHandAsync(product.Variant)).ShouldBe(0);
        await StockAddsUpAsync(market);
    }

    /// <summary>The broken twin: the same shelf, only that neither it nor the table minds how many are left.</summary>
    [Theory, EveryDatabase]
    internal async Task A_shelf_that_does_not_mind_how_many_are_left_oversells(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync(onHand: 1);
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync(provider == DatabaseProvider.Postgres ? "ALTER TABLE catalog_variants DROP CONSTRAINT ck_catalog_variants_on_hand" : Unchecked));
        await using var twin = BrokenTwin.Loosened(market, new Loose(@"AND (""?\w+""?\.)?""?on_hand""? >= @\w+", ""));

        var sold = await BuyAtOnceAsync(twin.Services, 50, shelf => shelf.TakeAsync([(product.Variant, 1)], CancellationToken.None));

        sold.ShouldBe(50);
        (await market.OnHandAsync(product.Variant)).ShouldBe(-49);
    }

    [Theory, EveryDatabase]
    internal async Task Baskets_with_the_same_goods_in_another_order_never_wait_for_each_other(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var first = await market.LiveProductAsync(onHand: 40);
        var second = await market.LiveProductAsync(onHand: 40);
        var turn = 0;

        var sold = await BuyAtOnceAsync(market.Services, 60, shelf => shelf.TakeAsync(
            Interlocked.Increment(ref turn) % 2 == 0 ? [(first.Variant, 1), (second.Variant, 1)] : [(second.Variant, 1), (first.Variant, 1)], CancellationToken.None));

        sold.ShouldBe(40);
        await StockAddsUpAsync(market);
    }

    [Fact]
    public async Task A_crowd_at_one_shelf_leaves_connections_to_those_who_look()
    {
        await using var market = await Market.OpenAsync(DatabaseProvider.Postgres);
        var product = await market.LiveProductAsync(onHand: 60);
        await using var elsewhere = new NpgsqlConnection(market.Connection + ";Pooling=False");
        await elsewhere.OpenAsync();
        await using var transaction = await elsewhere.BeginTransactionAsync();
        await AskAsync(elsewhere, "UPDATE catalog_variants SET on_hand = on_hand RETURNING 1");

        var crowd = BuyAtOnceAsync(market.Services, 60, shelf => shelf.TakeAsync([(product.Variant, 1)], CancellationToken.None));
        do
        {
            await Task.Delay(20);
            await AskAsync(elsewhere, "SELECT 1 FROM pg_stat_clear_snapshot()");
        }
        while (await AskAsync(elsewhere, "SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") < 20);
        (await market.OnHandAsync(product.Variant)).ShouldBe(60);

        await transaction.CommitAsync();
        (await crowd).ShouldBe(60);
    }

    [Theory, EveryDatabase]
    internal async Task What_is_given_back_can_be_sold_again(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync(onHand: 3);
        await TakeAsync(market.Services, shelf => shelf.TakeAsync([(product.Variant, 2), (product.Variant, 1)], CancellationToken.None));
        (await TakeAsync(market.Services, shelf => shelf.TakeAsync([(product.Variant, 1)], CancellationToken.None)))
            .ShouldBeOfType<OutOfStock>().Left.ShouldBe(0);

        await TakeAsync(market.Services, async shelf =>
        {
            await shelf.GiveBackAsync([(product.Variant, 3)], "CM-TEST", CancellationToken.None);
            return null;
        });

        (await market.OnHandAsync(product.Variant)).ShouldBe(3);
        await StockAddsUpAsync(market);
    }

    [Theory, EveryDatabase]
    internal async Task What_was_made_to_order_meanwhile_is_refused_like_what_is_no_longer_sold(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync(onHand: 0, madeToOrderDays: 7);

        (await TakeAsync(market.Services, shelf => shelf.TakeAsync([(product.Variant, 5)], CancellationToken.None))).ShouldBeOfType<ChangedMeanwhile>();
        var item = (await market.WithAsync<Shelf, IReadOnlyList<ShelfItem>>(s => s.ManyAsync([product.Variant], CancellationToken.None))).ShouldHaveSingleItem();
        (item.Available, item.MadeToOrderDays, item.IsLive, item.Category).ShouldBe((null, 7, true, product.Category));

        await market.InDbAsync(db => db.Set<Product>().ExecuteUpdateAsync(set => set.SetProperty(p => p.State, ProductState.Withdrawn)));
        (await TakeAsync(market.Services, shelf => shelf.TakeAsync([(product.Variant, 5)], CancellationToken.None))).ShouldBeOfType<NoLongerSold>();
    }

    /// <summary>How many of so many buyers, all at once, got what they wanted.</summary>
    internal static async Task<int> BuyAtOnceAsync(IServiceProvider market, int buyers, Func<Shelf, Task<Refusal?>> take)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, buyers).Select(_ => Task.Run(() => TakeAsync(market, take))));
        return answers.Count(a => a is null);
    }

    // What Transact does for a command: the gate, one transaction, a rollback when refused.
    private static async Task<Refusal?> TakeAsync(IServiceProvider market, Func<Shelf, Task<Refusal?>> take)
    {
        await using var scope = market.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
        using var turn = await EnterAsync(scope.ServiceProvider.GetRequiredService<WriteGate>());
        await using var transaction = await db.Database.BeginTransactionAsync(db.UsualIsolation);
        if (await take(scope.ServiceProvider.GetRequiredService<Shelf>()) is { } refusal)
            return refusal;
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return null;
    }

    // A buyer who is told to come back later comes back.
    private static async Task<IDisposable> EnterAsync(WriteGate gate)
    {
        while (true)
        {
            try
            {
                return await gate.EnterAsync(CancellationToken.None);
            }
            catch (MarketBusyException)
            {
                await Task.Yield();
            }
        }
    }

    private static async Task<int> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static async Task StockAddsUpAsync(Market market)
    {
        var moves = (await market.RowsAsync<StockMove>()).ToLookup(m => m.Variant);
        foreach (var variant in await market.RowsAsync<Variant>())
            moves[variant.Id].Sum(m => m.Change).ShouldBe(variant.OnHand);
    }
}
