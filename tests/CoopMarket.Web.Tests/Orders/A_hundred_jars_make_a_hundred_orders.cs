using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Orders;

public sealed class A_hundred_jars_make_a_hundred_orders
{
    private const int Jars = 100;

    [Theory, EveryDatabase]
    internal async Task However_many_buyers_order_at_once(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: Jars);
        var commands = await CommandsAsync(market, garlic.Variant, buyers: 500);

        // As many at a time as there are connections; the market's own gate lets the others wait, or come again.
        var bought = 0;
        await Parallel.ForEachAsync(commands, new ParallelOptions { MaxDegreeOfParallelism = 40 }, async (command, _) =>
        {
            if ((await PressAsync(market, command)).IsDone)
                Interlocked.Increment(ref bought);
        });

        bought.ShouldBe(Jars);
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(0);
        (await market.RowsAsync<Order>()).Count.ShouldBe(Jars);
        (await market.RowsAsync<Domain.Payments.Payment>()).Count.ShouldBe(Jars);
    }

    [Theory, EveryDatabase]
    internal async Task A_twin_that_looks_before_it_takes_oversells(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 1);
        var looked = new CountdownEvent(4);

        var bought = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => market.InDbAsync(async db =>
        {
            var left = await db.Set<Variant>().Where(v => v.Id == garlic.Variant).Select(v => v.OnHand).SingleAsync();
            looked.Signal();
            looked.Wait();
            return left < 1 ? 0 : await db.Set<Variant>().Where(v => v.Id == garlic.Variant).ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, left - 1));
        }))));

        bought.Sum().ShouldBeGreaterThan(1);
    }

    private static async Task<Outcome<PlaceOrder.Placed>> PressAsync(Market market, PlaceOrder.Command command)
    {
        while (true)
        {
            try
            {
                return await market.SendAsync(command);
            }
            catch (MarketBusyException)
            {
                // What a browser does after Retry-After.
            }
        }
    }

    private static async Task<List<PlaceOrder.Command>> CommandsAsync(Market market, VariantId variant, int buyers)
    {
        var ids = market.Services.GetRequiredService<Ids>();
        var keys = Enumerable.Range(0, buyers).Select(_ => ids.Secret()).ToList();
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
