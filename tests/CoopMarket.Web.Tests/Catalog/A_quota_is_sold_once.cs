using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Settlement;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Catalog;

public sealed class A_quota_is_sold_once
{
    private const int Quota = 10;
    private const int Buyers = 60;

    // SQLite has no word to drop a check; the new version of its schema is read by whoever comes next.
    private const string Unchecked = """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, 'sold <= quota', 'TRUE') WHERE name = 'catalog_ahead_sales';
        PRAGMA schema_version = 1000000;
        PRAGMA writable_schema = OFF;
        """;

    [Theory, EveryDatabase]
    internal async Task Sixty_buyers_of_ten_boxes_make_ten_orders(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(Quota);

        (await BuyAtOnceAsync(market, market.Services, mango)).ShouldBe(Quota);

        (await market.AheadOfAsync(mango)).ShouldBe([new(Quota, Quota, 0)]);
        (await market.RowsAsync<Order>()).Count.ShouldBe(Quota);
        await market.CheckAsync();
    }

    /// <summary>The broken twin: the same shelf, only that neither it nor the table minds the quota.</summary>
    [Theory, EveryDatabase]
    internal async Task A_shelf_that_does_not_mind_the_quota_oversells(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(Quota);
        var sale = (await market.RowsAsync<AheadSale>()).Single().Id;
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync(provider == DatabaseProvider.Postgres ? "ALTER TABLE catalog_ahead_sales DROP CONSTRAINT ck_catalog_ahead_sales_counts" : Unchecked));
        await using var twin = BrokenTwin.Loosened(market, new Loose(@"AND (""?\w+""?\.)?""?quota""? - (""?\w+""?\.)?""?sold""? >= @\w+", ""));

        (await Stock_is_taken_once.BuyAtOnceAsync(twin.Services, Buyers, shelf => shelf.TakeAsync([new(mango.Variant, 1, sale)], CancellationToken.None))).ShouldBe(Buyers);
        (await market.AheadOfAsync(mango)).ShouldBe([new(Quota, Buyers, 0)]);
    }

    [Theory, EveryDatabase]
    internal async Task The_harvest_comes_in_while_buyers_order_and_no_piece_is_sold_twice(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(Buyers);

        // Every page was shown before the harvest: who reads one after it is shown what is on hand, and buys that.
        var shown = await CommandsAsync(market, mango.Variant);
        var buying = PressAllAsync(market.Services, shown);
        await market.ReceiveAsync(mango, Quota);
        var bought = await buying;

        var (count, free) = ((await market.AheadOfAsync(mango)).Single(), await market.OnHandAsync(mango.Variant));
        count.Sold.ShouldBe(bought, "what was on hand had not been seen by those who ordered ahead");
        (count.Aside + free).ShouldBe(Quota);
        (free == 0 || count.Owed == 0).ShouldBeTrue();
        await market.CheckAsync();
    }

    private static async Task<int> BuyAtOnceAsync(Market market, IServiceProvider services, ListedProduct product) => await PressAllAsync(services, await CommandsAsync(market, product.Variant));

    private static async Task<int> PressAllAsync(IServiceProvider services, IReadOnlyList<PlaceOrder.Command> commands)
        => (await Task.WhenAll(commands.Select(c => Task.Run(() => PressAsync(services, c))))).Count(o => o.IsDone);

    private static async Task<Outcome<PlaceOrder.Placed>> PressAsync(IServiceProvider services, PlaceOrder.Command command)
    {
        while (true)
        {
            try
            {
                await using var scope = services.CreateAsyncScope();
                return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
            }
            catch (MarketBusyException)
            {
                // What a browser does after Retry-After.
                await Task.Yield();
            }
        }
    }

    private static async Task<List<PlaceOrder.Command>> CommandsAsync(Market market, VariantId variant)
    {
        var ids = market.Services.GetRequiredService<Ids>();
        var keys = Enumerable.Range(0, Buyers).Select(_ => ids.Secret()).ToList();
        await market.InDbAsync(async db =>
        {
            foreach (var key in keys)
            {
                var basket = Basket.OfGuest(ids.New<BasketId>(), BasketKey.Hash(key)!, market.Clock.Now());
                basket.Add(variant, 1, market.Clock.Now());
                db.Add(basket);
            }

            return await db.SaveChangesAsync();
        });
        var first = await market.CheckoutAsync(keys[0]);
        return [.. keys.Select(key => first with { Key = key, FormKey = ids.Secret() })];
    }
}
