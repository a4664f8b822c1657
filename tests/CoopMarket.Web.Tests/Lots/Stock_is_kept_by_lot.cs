using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Features.Lots.Jobs;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Lots;

/// <summary>What is on hand is the sum of its lots, wherever pieces come from and go to.</summary>
public sealed class Stock_is_kept_by_lot
{
    [Theory, EveryDatabase]
    internal async Task An_order_is_served_out_of_what_expires_first(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await ShelfAsync(market);

        var order = await market.NewOrderAsync(shelf.Product, 7);

        (await OfAsync(market, order)).ShouldBe([(shelf.Soon, 5), (shelf.Late, 2)], ignoreOrder: true);
        (await market.ThereAsync(shelf.Soon), await market.ThereAsync(shelf.Late)).ShouldBe(((0, 0), (8, 0)));
        (await market.OnHandAsync(shelf.Product.Variant)).ShouldBe(8);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_declined_goes_back_to_what_keeps_longest_and_the_rest_when_it_is_called_off(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await ShelfAsync(market);
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (shelf.Product.Variant, 7));
        var part = order.Parts[0];

        (await market.SendAsync(new DeclineLine.Command(DeskFactory.Manager(shelf.Product), shelf.Product.Cooperative, part.Id, part.Lines[0].Id, 3, "Ba hũ vỡ"))).IsDone.ShouldBeTrue();
        (await OfAsync(market, order)).ShouldBe([(shelf.Soon, 4)]);
        (await market.ThereAsync(shelf.Soon), await market.ThereAsync(shelf.Late)).ShouldBe(((1, 0), (10, 0)));
        await market.CheckAsync();

        (await market.SendAsync(new BuyerCancels.Command(OrdersFactory.Guest, order.Code, secret, part.Id))).IsDone.ShouldBeTrue();
        (await OfAsync(market, order)).ShouldBeEmpty();
        (await market.ThereAsync(shelf.Soon), await market.ThereAsync(shelf.Late)).ShouldBe(((5, 0), (10, 0)));
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task An_unpaid_order_lets_its_lots_go_and_may_take_others_up_again(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await ShelfAsync(market);
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (shelf.Product.Variant, 6));

        await market.DeliverAsync();
        market.Clock.Advance(Order.TimeToPay + TimeSpan.FromMinutes(1));
        await market.RoundAsync<ExpireUnpaidOrders>();
        await market.DeliverAsync();
        (await OfAsync(market, order)).ShouldBeEmpty();
        (await market.ThereAsync(shelf.Soon)).ShouldBe((5, 0));
        await market.CheckAsync();

        await market.NewOrderAsync(shelf.Product, 5);
        (await market.WithAsync<Features.Orders.Contract.Revival, (bool, int)>(async r => (await r.TryAsync(order.Id, default), 0))).Item1.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task Past_its_best_before_nothing_is_sold_and_what_comes_back_lies_aside(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await ShelfAsync(market);
        var before = await market.NewOrderAsync(shelf.Product, 2);
        await market.DeliverAsync();
        market.Clock.Advance(shelf.SoonOver - market.Clock.GetUtcNow());

        // Before the round came the size still counts it: the order is refused rather than served out of it.
        var late = await market.CheckoutAsync(await market.BasketAsync((shelf.Product.Variant, 12)), PaymentWay.CashOnDelivery);
        (await market.SendAsync(late)).Refusal.ShouldBe(new ChangedMeanwhile());
        await market.RoundAsync<WithholdOldLots>();

        (await market.ThereAsync(shelf.Soon)).ShouldBe((0, 3));
        (await market.OnHandAsync(shelf.Product.Variant)).ShouldBe(10);
        (await OfAsync(market, await market.NewOrderAsync(shelf.Product, 1))).ShouldBe([(shelf.Late, 1)]);
        var part = before.Parts[0];
        (await market.SendAsync(new DeclineLine.Command(DeskFactory.Manager(shelf.Product), shelf.Product.Cooperative, part.Id, part.Lines[0].Id, 2, "Quá hạn"))).IsDone.ShouldBeTrue();
        (await market.ThereAsync(shelf.Soon)).ShouldBe((0, 5));
        (await market.OnHandAsync(shelf.Product.Variant)).ShouldBe(9);
        await market.CheckAsync();

        (await market.SendAsync(new EditLot.Command(DeskFactory.Manager(shelf.Product), shelf.Product.Cooperative, shelf.Soon, new() { Number = "SOON", MadeOn = LotsFactory.Made, BestBefore = new(2028, 1, 1) }))).IsDone.ShouldBeTrue();
        (await market.ThereAsync(shelf.Soon)).ShouldBe((5, 0), "its last day was typed wrong");
        (await market.OnHandAsync(shelf.Product.Variant)).ShouldBe(14);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_lies_aside_stays_there_where_a_size_can_have_no_more(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await ShelfAsync(market);
        market.Clock.Advance(shelf.SoonOver - market.Clock.GetUtcNow());
        await market.RoundAsync<WithholdOldLots>();
        await market.InDbAsync(async db =>
        {
            const int More = Variant.MostOnHand - 10;
            await db.Set<Variant>().Where(v => v.Id == shelf.Product.Variant).ExecuteUpdateAsync(set => set.SetProperty(v => v.OnHand, v => v.OnHand + More));
            db.Add(StockMove.Note(new(Guid.CreateVersion7()), shelf.Product.Variant, StockCause.Received, More, "", by: null, market.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
            return await db.Set<LotStock>().Where(s => s.Lot == shelf.Late).ExecuteUpdateAsync(set => set.SetProperty(s => s.Pieces, s => s.Pieces + More));
        });
        await market.DeliverAsync();
        await market.CheckAsync();

        (await market.SendAsync(new EditLot.Command(DeskFactory.Manager(shelf.Product), shelf.Product.Cooperative, shelf.Soon, new() { Number = "SOON", MadeOn = LotsFactory.Made, BestBefore = new(2028, 1, 1) }))).IsDone.ShouldBeTrue();

        (await market.ThereAsync(shelf.Soon)).ShouldBe((0, 5));
        (await market.OnHandAsync(shelf.Product.Variant)).ShouldBe(Variant.MostOnHand);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_lot_that_was_made_after_a_parcel_left_is_not_in_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var scarf = await market.LiveProductAsync(onHand: 0, madeToOrderDays: 5);
        var order = await market.ToPackAsync(scarf, 2);
        Task<Outcome> SendAsync(string number) => market.SendAsync(new ShipParcel.Command(DeskFactory.Manager(scarf), scarf.Cooperative, order.Parts[0].Id, Domain.Shipping.Carrier.Ghn, number));
        (await SendAsync("GHN7K2P9D")).IsDone.ShouldBeTrue();
        await market.LotAsync(scarf, "KHĂN-1");

        (await SendAsync("GHN7K2P9E")).IsDone.ShouldBeTrue();

        (await OfAsync(market, order)).ShouldBeEmpty("only the number was put right");
    }

    [Theory, EveryDatabase]
    internal async Task What_is_received_counted_and_spoiled_is_of_its_lot(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await ShelfAsync(market);

        (await ChangeAsync(market, shelf, shelf.Soon, StockCause.Spoiled, "2")).IsDone.ShouldBeTrue();
        (await ChangeAsync(market, shelf, shelf.Late, StockCause.Counted, "9", seen: 10)).IsDone.ShouldBeTrue();
        (await ChangeAsync(market, shelf, shelf.Late, StockCause.Counted, "9", seen: 10)).Refusal.ShouldBe(new LotStockMoved(9));
        (await ChangeAsync(market, shelf, shelf.Soon, StockCause.Spoiled, "4")).Refusal.ShouldBe(new LotStockMoved(3));
        (await market.ThereAsync(shelf.Soon), await market.ThereAsync(shelf.Late)).ShouldBe(((3, 0), (9, 0)));
        (await market.OnHandAsync(shelf.Product.Variant)).ShouldBe(12);

        var desk = DeskFactory.Manager(shelf.Product);
        (await market.SendAsync(new ChangeStock.Command(desk, shelf.Product.Cooperative, shelf.Product.Product, shelf.Product.Variant, StockCause.Received, "5", null, 0))).Refusal.ShouldBe(new StockIsByLot());
        (await market.SendAsync(SaveSize.Command.Of(desk, shelf.Product.Cooperative, shelf.Product.Product, null, SizeWith("5")))).Refusal.ShouldBe(new StockIsByLot());
        (await market.SendAsync(new CloseLot.Command(desk, shelf.Product.Cooperative, shelf.Soon, Again: false))).Refusal.ShouldBe(new LotNotEmpty());
        (await market.OnHandAsync(shelf.Product.Variant)).ShouldBe(12);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_harvest_that_was_sold_ahead_is_of_its_lot_when_it_is_packed(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 10);
        var order = await market.NewOrderAsync(mango, 4);
        var lot = await market.LotAsync(mango, "XOÀI-1");
        (await market.SendAsync(new KeepByLot.Command(DeskFactory.Manager(mango), mango.Cooperative, lot))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ChangeLotStock.Command(DeskFactory.Manager(mango), mango.Cooperative, lot, mango.Variant, StockCause.Received, "9", "", 0))).IsDone.ShouldBeTrue();

        (await market.ThereAsync(lot)).ShouldBe((5, 0), "four are laid aside");
        (await OfAsync(market, order)).ShouldBeEmpty();
        var part = order.Parts[0];
        (await market.SendAsync(new AcceptSellerOrder.Command(DeskFactory.Manager(mango), mango.Cooperative, part.Id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new PackSellerOrder.Command(DeskFactory.Manager(mango), mango.Cooperative, part.Id))).IsDone.ShouldBeTrue();
        (await OfAsync(market, order)).ShouldBe([(lot, 4)]);
        (await market.ThereAsync(lot)).ShouldBe((5, 0));
        (await market.SendAsync(new DeclineLine.Command(DeskFactory.Manager(mango), mango.Cooperative, part.Id, part.Lines[0].Id, 3, "Dập"))).IsDone.ShouldBeTrue();
        (await OfAsync(market, order)).ShouldBe([(lot, 1)]);
        (await market.ThereAsync(lot)).ShouldBe((8, 0), "what was laid aside and nobody waits for can be sold");
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Whoever_packs_says_out_of_which_lot(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await ShelfAsync(market);
        var order = await market.ToPackAsync(shelf.Product, 4);
        var line = order.Parts[0].Lines[0].Id;
        var packer = Actor.Of(await market.MemberAsync(shelf.Product.Cooperative, MemberRole.Packer), "");
        Task<Outcome> Say(int soon, int late, Actor? actor = null, CooperativeId? of = null) => market.SendAsync(new PackFromLots.Command(
            actor ?? packer, of ?? shelf.Product.Cooperative, order.Code, new Dictionary<string, string?> { [$"{line}:{shelf.Soon}"] = Typed(soon), [$"{line}:{shelf.Late}"] = Typed(late) }));

        (await Say(1, 3)).IsDone.ShouldBeTrue();
        (await OfAsync(market, order)).ShouldBe([(shelf.Soon, 1), (shelf.Late, 3)], ignoreOrder: true);
        (await market.ThereAsync(shelf.Soon), await market.ThereAsync(shelf.Late)).ShouldBe(((4, 0), (7, 0)));
        (await Say(1, 2)).Refusal.ShouldBeOfType<NotThatManyOfLots>().Pieces.ShouldBe(4);
        (await Say(2, 3)).Refusal.ShouldBeOfType<NotThatManyOfLots>();
        var other = await market.LiveProductAsync();
        (await Say(4, 0, DeskFactory.Manager(other), other.Cooperative)).Refusal.ShouldBe(new NotFound());
        var strange = await market.LotAsync(other);
        (await market.SendAsync(new PackFromLots.Command(packer, shelf.Product.Cooperative, order.Code, new Dictionary<string, string?> { [$"{line}:{strange}"] = "4" }))).Refusal.ShouldBe(new NotFound());
        await market.CheckAsync();

        (await market.SendAsync(new ShipParcel.Command(packer, shelf.Product.Cooperative, order.Parts[0].Id, Domain.Shipping.Carrier.Ghn, "GHN7K2P9D"))).IsDone.ShouldBeTrue();
        (await Say(4, 0)).Refusal.ShouldBe(new NotWithThisLot());
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_lot_that_is_used_up_opens_again_when_some_of_it_comes_back(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await ShelfAsync(market);
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (shelf.Product.Variant, 5));
        (await market.SendAsync(new CloseLot.Command(DeskFactory.Manager(shelf.Product), shelf.Product.Cooperative, shelf.Soon, Again: false))).IsDone.ShouldBeTrue();

        (await market.SendAsync(new BuyerCancels.Command(OrdersFactory.Guest, order.Code, secret, order.Parts[0].Id))).IsDone.ShouldBeTrue();

        (await market.LotAsync(shelf.Soon)).State.ShouldBe(LotState.Open);
        (await market.ThereAsync(shelf.Soon)).ShouldBe((5, 0));
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_was_ordered_before_and_comes_back_after_joins_a_lot_and_ending_it_keeps_the_stock(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 3));
        var lot = await market.LotAsync(garlic);
        var manager = DeskFactory.Manager(garlic);
        (await market.SendAsync(new KeepByLot.Command(manager, garlic.Cooperative, lot))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new KeepByLot.Command(manager, garlic.Cooperative, lot))).Refusal.ShouldBe(new NotWithThisLot());
        (await market.ThereAsync(lot)).ShouldBe((7, 0));

        (await market.SendAsync(new BuyerCancels.Command(OrdersFactory.Guest, order.Code, secret, order.Parts[0].Id))).IsDone.ShouldBeTrue();
        (await market.ThereAsync(lot)).ShouldBe((10, 0));
        await market.CheckAsync();

        (await market.SendAsync(new StopKeepingByLot.Command(manager, garlic.Cooperative, lot))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new StopKeepingByLot.Command(manager, garlic.Cooperative, lot))).Refusal.ShouldBe(new NotWithThisLot());
        (await market.ThereAsync(lot)).ShouldBe((0, 0));
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(10);
        await Should.ThrowAsync<AccessDeniedException>(async () => await market.SendAsync(new KeepByLot.Command(Actor.Of(await market.MemberAsync(garlic.Cooperative, MemberRole.Packer), ""), garlic.Cooperative, lot)));
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task The_check_finds_lots_that_do_not_sum_to_the_stock_and_lines_of_too_many_pieces(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await ShelfAsync(market);
        var order = await market.NewOrderAsync(shelf.Product, 2);
        async Task<bool> HoldsAsync() => (await market.WithAsync<Check, IReadOnlyList<CheckLine>>(check => check.RunAsync(default))).Single(l => l.Name.StartsWith("Lots sum", StringComparison.Ordinal)).Holds;
        (await HoldsAsync()).ShouldBeTrue();

        await market.InDbAsync(db => db.Set<LotStock>().Where(s => s.Lot == shelf.Late).ExecuteUpdateAsync(set => set.SetProperty(s => s.Pieces, s => s.Pieces + 1)));
        (await HoldsAsync()).ShouldBeFalse();
        await market.InDbAsync(db => db.Set<LotStock>().Where(s => s.Lot == shelf.Late).ExecuteUpdateAsync(set => set.SetProperty(s => s.Pieces, s => s.Pieces - 1)));
        (await HoldsAsync()).ShouldBeTrue();

        await market.InDbAsync(db => db.Set<Allotment>().Where(a => a.Line == order.Parts[0].Lines[0].Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Pieces, 3)));
        (await HoldsAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task The_desk_and_the_slip_name_the_lots()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var shelf = await ShelfAsync(market);
        var order = await market.ToPackAsync(shelf.Product, 7);
        using var browser = await Accounts.AccountsFactory.ClientFor(market, shelf.Product.Manager);

        foreach (var page in new[] { "", "/slip" })
            (await browser.OpenAsync($"/sell/orders/{order.Code}{page}")).Body!.TextContent.ShouldContain("Lô SOON: 5");
        var line = order.Parts[0].Lines[0].Id;
        (await browser.PostFormAsync($"/sell/orders/{order.Code}/lots", ($"Form.Pieces[{line}:{shelf.Late}]", "1"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Conflict);
        (await browser.PostFormAsync($"/sell/orders/{order.Code}/lots", ($"Form.Pieces[{line}:{shelf.Late}]", "3"), ($"Form.Pieces[{line}:{shelf.Soon}]", "4"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
        (await OfAsync(market, order)).ShouldBe([(shelf.Soon, 4), (shelf.Late, 3)], ignoreOrder: true);
        (await browser.PostFormAsync($"/sell/lots/{shelf.Late}", [("Form.Quantity", "5")], "form[action*=Stock]")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
        (await market.ThereAsync(shelf.Late)).ShouldBe((12, 0));
    }

    /// <summary>A product of which ten keep longer and five expire sooner.</summary>
    internal static async Task<TwoLots> ShelfAsync(Market market, int late = 10, int soon = 5)
    {
        var garlic = await market.LiveProductAsync(onHand: late);
        var manager = DeskFactory.Manager(garlic);
        TwoLots lots = new(garlic, await market.LotAsync(garlic, "SOON", new(2027, 1, 1)), await market.LotAsync(garlic, "LATE", new(2027, 6, 1)));
        (await market.SendAsync(new KeepByLot.Command(manager, garlic.Cooperative, lots.Late))).IsDone.ShouldBeTrue();
        (await ChangeAsync(market, lots, lots.Soon, StockCause.Received, Typed(soon))).IsDone.ShouldBeTrue();
        return lots;
    }

    /// <summary>How many of an order are of which lot.</summary>
    internal static async Task<List<(LotId, int)>> OfAsync(Market market, Order order)
    {
        var lines = order.Parts.SelectMany(p => p.Lines).Select(l => l.Id).ToHashSet();
        return [.. (await market.RowsAsync<Allotment>()).Where(a => lines.Contains(a.Line)).Select(a => (a.Lot, a.Pieces))];
    }

    private static Task<Outcome> ChangeAsync(Market market, TwoLots lots, LotId lot, StockCause cause, string quantity, int seen = 0)
        => market.SendAsync(new ChangeLotStock.Command(DeskFactory.Manager(lots.Product), lots.Product.Cooperative, lot, lots.Product.Variant, cause, quantity, "đếm cuối tuần", seen));

    private static string Typed(int pieces) => pieces.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static SaveSize.Form SizeWith(string stock)
    {
        var size = DeskOf.Jar;
        size.Stock = stock;
        return size;
    }
}

/// <summary>A product with two lots.</summary>
internal sealed record TwoLots(ListedProduct Product, LotId Soon, LotId Late)
{
    /// <summary>When the best before of the sooner one is over in Vietnam.</summary>
    public DateTimeOffset SoonOver { get; } = new(2027, 1, 1, 17, 0, 0, TimeSpan.Zero);
}
