using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Lots;

public sealed class Lots_are_served_once
{
    private const int Buyers = 30;

    // SQLite has no word to drop a check; the new version of its schema is read by whoever comes next.
    private const string Unchecked = """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, '0 <= pieces AND 0 <= aside', 'TRUE') WHERE name = 'lots_stocks';
        PRAGMA schema_version = 1000000;
        PRAGMA writable_schema = OFF;
        """;

    [Theory, EveryDatabase]
    internal async Task Thirty_buyers_of_ten_pieces_in_two_lots_make_ten_orders_each_of_a_lot(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await Stock_is_kept_by_lot.ShelfAsync(market, late: 6, soon: 4);
        List<PlaceOrder.Command> commands = [];
        for (var i = 0; i < Buyers; i++)
            commands.Add(await CommandAsync(market, shelf.Product.Variant));

        var placed = await Task.WhenAll(commands.Select(c => Task.Run(() => PressAsync(market, c))));

        placed.Count(o => o.IsDone).ShouldBe(10);
        (await market.ThereAsync(shelf.Soon), await market.ThereAsync(shelf.Late)).ShouldBe(((0, 0), (0, 0)));
        var allotted = await market.RowsAsync<Allotment>();
        allotted.GroupBy(a => a.Lot).ToDictionary(g => g.Key, g => g.Sum(a => a.Pieces)).ShouldBe(new Dictionary<LotId, int> { [shelf.Soon] = 4, [shelf.Late] = 6 }, ignoreOrder: true);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Pieces_come_and_go_at_once_and_the_lots_still_sum_to_the_stock(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await Stock_is_kept_by_lot.ShelfAsync(market);
        var (manager, coop) = (DeskFactory.Manager(shelf.Product), shelf.Product.Cooperative);
        List<(Order Order, string Secret)> placed = [];
        for (var i = 0; i < 4; i++)
            placed.Add(await market.OrderAsync(PaymentWay.CashOnDelivery, (shelf.Product.Variant, 2)));
        var more = await CommandAsync(market, shelf.Product.Variant);

        await Task.WhenAll(
        [
            .. placed.Take(3).Select(p => Task.Run(() => market.SendAsync(new BuyerCancels.Command(OrdersFactory.Guest, p.Order.Code, p.Secret, p.Order.Parts[0].Id)))),
            Task.Run(() => market.SendAsync(new ChangeLotStock.Command(manager, coop, shelf.Late, shelf.Product.Variant, StockCause.Spoiled, "1", "vỡ", 0))),
            Task.Run(() => market.SendAsync(new ChangeLotStock.Command(manager, coop, shelf.Soon, shelf.Product.Variant, StockCause.Received, "7", "", 0))),
            Task.Run(() => PressAsync(market, more)),
        ]);

        (await market.OnHandAsync(shelf.Product.Variant)).ShouldBe(15 - 2 - 1 + 7 - 1);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_last_day_that_is_put_right_while_the_round_looks_leaves_nothing_aside(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await Stock_is_kept_by_lot.ShelfAsync(market);
        market.Clock.Advance(shelf.SoonOver - market.Clock.GetUtcNow());
        EditLot.Command later = new(DeskFactory.Manager(shelf.Product), shelf.Product.Cooperative, shelf.Soon, new() { Number = "SOON", MadeOn = LotsFactory.Made, BestBefore = new(2028, 1, 1) });

        using var held = await HeldReading.OfAsync(market, "lots_lots");
        var withholding = Task.Run(() => market.SendAsync(new WithholdLot.Command(Actor.Job("withhold-old-lots"), shelf.Soon)));
        await held.HasReadAsync();
        var editing = Task.Run(() => market.SendAsync(later));
        // Whoever holds the sizes keeps it waiting; else it is done before the other goes on.
        await Task.WhenAny(editing, Task.Delay(TimeSpan.FromSeconds(1)));
        held.GoOn();

        (await withholding).IsDone.ShouldBeTrue();
        (await editing).IsDone.ShouldBeTrue();
        (await market.ThereAsync(shelf.Soon)).ShouldBe((5, 0));
        (await market.OnHandAsync(shelf.Product.Variant)).ShouldBe(15);
        await market.DeliverAsync();
        await market.CheckAsync();
    }

    /// <summary>The broken twin: nobody holds the size while its lots are read, and neither the words nor the table mind how many are there.</summary>
    [Theory, EveryDatabase]
    internal async Task Who_reads_lots_without_holding_the_size_serves_the_same_piece_twice(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await Stock_is_kept_by_lot.ShelfAsync(market, late: 1, soon: 1);
        var (one, other) = (await CommandAsync(market, shelf.Product.Variant), await CommandAsync(market, shelf.Product.Variant));
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync(provider == DatabaseProvider.Postgres ? "ALTER TABLE lots_stocks DROP CONSTRAINT ck_lots_stocks_pieces" : Unchecked));
        await using var twin = BrokenTwin.Heedless(
            market, BrokenTwin.MeetsAt("""SELECT[\s\S]*lots_stocks[\s\S]*pieces"? > 0"""), new Loose(@"AND (""?\w+""?\.)?""?pieces""? >= @\w+", ""));

        await twin.RaceAsync(one, other);

        (await market.ThereAsync(shelf.Soon), await market.ThereAsync(shelf.Late)).ShouldBe(((-1, 0), (1, 0)));
    }

    private static async Task<PlaceOrder.Command> CommandAsync(Market market, VariantId variant) => await market.CheckoutAsync(await market.BasketAsync((variant, 1)), PaymentWay.CashOnDelivery);

    /// <summary>Places an order as a browser does, which comes again after a while.</summary>
    internal static async Task<Outcome<PlaceOrder.Placed>> PressAsync(Market market, PlaceOrder.Command command)
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
                await Task.Yield();
            }
        }
    }
}
