using System.Net;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Lots;

public sealed class A_lot_is_recalled
{
    private const string Reason = "Nắp vài hũ không kín.\nXin đừng ăn.";
    private const int Buyers = 12;

    [Theory, EveryDatabase]
    internal async Task Nothing_of_it_is_sold_or_sent_any_more(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await Stock_is_kept_by_lot.ShelfAsync(market);
        var order = await market.ToPackAsync(shelf.Product, 2);
        var (manager, coop, part) = (DeskFactory.Manager(shelf.Product), shelf.Product.Cooperative, order.Parts[0].Id);

        (await RecallAsync(market, shelf.Product, shelf.Soon)).IsDone.ShouldBeTrue();

        (await market.ThereAsync(shelf.Soon)).ShouldBe((0, 3));
        (await market.OnHandAsync(shelf.Product.Variant)).ShouldBe(10);
        (await market.SendAsync(new PackSellerOrder.Command(manager, coop, part))).Refusal.ShouldBe(new GoodsRecalled("SOON"));
        (await market.SendAsync(new ShipParcel.Command(manager, coop, part, Domain.Shipping.Carrier.Ghn, "GHN7K2P9D"))).Refusal.ShouldBe(new GoodsRecalled("SOON"));
        var next = await market.NewOrderAsync(shelf.Product, 1);
        (await Stock_is_kept_by_lot.OfAsync(market, next)).ShouldBe([(shelf.Late, 1)]);
        var line = order.Parts[0].Lines[0].Id;
        (await PackFromAsync(market, shelf.Product, order, $"{line}:{shelf.Late}", "2", $"{line}:{shelf.Soon}", "")).IsDone.ShouldBeTrue();
        (await market.ThereAsync(shelf.Soon)).ShouldBe((0, 5));
        (await PackFromAsync(market, shelf.Product, order, $"{line}:{shelf.Late}", "1", $"{line}:{shelf.Soon}", "1")).Refusal.ShouldBe(new LotNotForSale("SOON"));
        (await market.SendAsync(new PackSellerOrder.Command(manager, coop, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new CloseLot.Command(manager, coop, shelf.Soon, Again: true))).Refusal.ShouldBeOfType<NotWithThisLot>();
        (await market.SendAsync(new EditLot.Command(manager, coop, shelf.Soon, new() { Number = "X", MadeOn = LotsFactory.Made }))).Refusal.ShouldBeOfType<NotWithThisLot>();
        (await RecallAsync(market, shelf.Product, shelf.Soon)).Refusal.ShouldBeOfType<NotWithThisLot>();
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task The_market_calls_back_what_a_closed_desk_can_not_and_tells_its_managers(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (admin, sits, manager) = (await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true), await market.RegisteredAsync("quan-ly@thu.test", "Lường Thị Hom"));
        var shelf = await Stock_is_kept_by_lot.ShelfAsync(market);
        var coop = await market.InDbAsync(db => db.Set<Cooperative>().SingleAsync(c => c.Id == shelf.Product.Cooperative));
        await market.SeatAsync(coop.Id, sits, MemberRole.Packer);
        await market.SeatAsync(coop.Id, manager, MemberRole.Manager);
        await market.ToPackAsync(shelf.Product, 2);
        (await market.SendAsync(new SuspendSeller.Command(Actor.Of(admin, ""), coop.Application, "Kiểm tra"))).IsDone.ShouldBeTrue();
        await Should.ThrowAsync<AccessDeniedException>(() => RecallAsync(market, shelf.Product, shelf.Soon));
        CallBackLot.Command command = new(Actor.Of(admin, ""), shelf.Soon, Reason);
        (await market.SendAsync(command with { Actor = Actor.Of(sits, "") })).Refusal.ShouldBe(new OwnAffair());
        (await market.SendAsync(command with { Reason = " " })).Flaws.ShouldContain(f => f.Key == "lots.flaw.recall");

        using var office = await market.ClientFor(admin);
        (await office.OpenAsync("/admin/lots?q=soon")).QuerySelector($"a[href='/admin/lots/{shelf.Soon}']").ShouldNotBeNull();
        (await office.OpenAsync($"/admin/lots/{shelf.Soon}")).QuerySelector("textarea[name='Form.Reason']").ShouldNotBeNull();
        (await market.SendAsync(command)).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.ThereAsync(shelf.Soon)).ShouldBe((0, 3));
        (await market.RowsAsync<AuditRow>()).ShouldContain(r => r.What == "Lots.CallBackLot" && r.About == shelf.Soon.ToString());
        market.Post.Letters.ShouldContain(l => l.To == "quan-ly@thu.test" && l.Text.Contains("Nắp vài hũ không kín.", StringComparison.Ordinal));
        (await office.OpenAsync($"/admin/lots/{shelf.Soon}")).QuerySelector("textarea").ShouldBeNull();
        (await office.OpenAsync("/admin/lots")).QuerySelector($"a[href='/admin/lots/{shelf.Soon}']").ShouldNotBeNull();
        var namesake = (await Stock_is_kept_by_lot.ShelfAsync(market)).Soon;
        (await office.OpenAsync("/admin/lots?q=soon")).QuerySelectorAll("td a").Select(a => a.GetAttribute("href")).ShouldBe([$"/admin/lots/{shelf.Soon}", $"/admin/lots/{namesake}"], "what was called back stands first");
        (await market.SendAsync(command)).Refusal.ShouldBeOfType<NotWithThisLot>();
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task One_more_parcel_leaves_only_where_who_packs_it_says_that_none_of_it_is_in_there(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await Stock_is_kept_by_lot.ShelfAsync(market);
        var order = await market.ToPackAsync(shelf.Product, 6);
        var (manager, coop, part) = (DeskFactory.Manager(shelf.Product), shelf.Product.Cooperative, order.Parts[0].Id);
        (await Stock_is_kept_by_lot.OfAsync(market, order)).Count.ShouldBe(2, "it is of both lots");
        (await market.SendAsync(new ShipParcel.Command(manager, coop, part, Domain.Shipping.Carrier.Ghn, "GHN7K2P9D"))).IsDone.ShouldBeTrue();
        SendFurtherParcel.Command Further(string number, params string[] without) => new(manager, coop, part, Domain.Shipping.Carrier.Ghn, number, without);
        (await market.SendAsync(Further("GHN7K2P0A"))).IsDone.ShouldBeTrue();

        (await RecallAsync(market, shelf.Product, shelf.Soon)).IsDone.ShouldBeTrue();
        (await market.SendAsync(Further("GHN7K2P1B"))).Refusal.ShouldBe(new MayHoldRecalled("SOON"));
        (await market.SendAsync(Further("GHN7K2P1B", "LATE"))).Refusal.ShouldBe(new MayHoldRecalled("SOON"), "it is another lot that was called back");
        using var desk = await market.ClientFor(shelf.Product.Manager);
        var form = await desk.OpenAsync($"/sell/orders/{order.Code}/ship?further=true");
        form.QuerySelector("[name='Form.Without']")!.GetAttribute("value").ShouldBe("SOON");
        (await market.SendAsync(Further("GHN7K2P1B", "SOON"))).IsDone.ShouldBeTrue();

        (await RecallAsync(market, shelf.Product, shelf.Late)).IsDone.ShouldBeTrue();
        (await market.SendAsync(Further("GHN7K2P2C", "SOON"))).Refusal.ShouldBe(new MayHoldRecalled("LATE"), "she had not seen that one");
    }

    [Theory, EveryDatabase]
    internal async Task Every_admin_is_written_to(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await Stock_is_kept_by_lot.ShelfAsync(market);
        var admins = new[] { await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true) };
        await market.DeliverAsync();
        var before = market.Post.Letters.Count;

        (await RecallAsync(market, shelf.Product, shelf.Soon)).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        await market.DeliverAsync();

        var letters = market.Post.Letters.Skip(before).ToList();
        letters.Count.ShouldBe(admins.Length);
        letters.ShouldAllBe(l => l.Html.Contains("SOON") && l.Html.Contains("Nắp vài hũ không kín."));
    }

    [Theory, EveryDatabase]
    internal async Task Each_buyer_of_it_is_written_to_once_in_her_language_and_the_rest_are_to_be_called(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await Stock_is_kept_by_lot.ShelfAsync(market);
        var (packed, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (shelf.Product.Variant, 2));
        var silent = await market.NewOrderAsync(shelf.Product, 1);
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE orders_orders SET to_email = '' WHERE code = {0}", silent.Code));
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE orders_orders SET to_email = 'claire@thu.test', language = 'fr' WHERE code = {0}", packed.Code));
        var (unpaid, _) = await market.OrderAsync(PaymentWay.BankTransfer, (shelf.Product.Variant, 1));
        var third = await market.NewOrderAsync(shelf.Product, 7);
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE orders_orders SET to_email = 'ba@thu.test' WHERE code = {0}", third.Code));
        await market.DeliverAsync();
        var before = market.Post.Letters.Count;

        (await RecallAsync(market, shelf.Product, shelf.Late)).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (market.Post.Letters.Count - before).ShouldBe(1);
        (await RecallAsync(market, shelf.Product, shelf.Soon)).IsDone.ShouldBeTrue();
        // The post is down at first: each is tried again alone.
        market.Post.Fault = new IOException("The mail server is down.");
        await market.DeliverAsync();
        market.Post.Fault = null;
        market.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.DeliverAsync();
        market.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.DeliverAsync();
        (market.Post.Letters.Count - before).ShouldBe(3);
        var done = (await market.RowsAsync<OutboxRow>()).Where(r => r.Subscriber == "orders.mail-recalled").ToList();
        done.Count.ShouldBe(4);
        var mail = market.Post.Letters.Single(l => l.To == "claire@thu.test" && l.Subject.Contains("SOON", StringComparison.Ordinal));
        mail.Subject.ShouldContain("SOON");
        mail.Text.ShouldContain("Le lot SOON de");
        mail.Text.ShouldContain("Nắp vài hũ không kín.");

        var view = (await market.SendAsync(new LotBuyers.Query(DeskFactory.Manager(shelf.Product), shelf.Product.Cooperative, shelf.Soon)))!;
        view.Rows.Sum(r => r.Pieces).ShouldBe(4, "the fifth nobody has paid for");
        view.ToCall.Select(r => r.Code).ShouldBe([silent.Code]);
        using var desk = await AccountsFactory.ClientFor(market, shelf.Product.Manager);
        var file = await (await desk.GetAsync($"/sell/lots/{shelf.Soon}/buyers?handler=file")).Content.ReadAsStringAsync();
        file.ShouldContain(packed.Code);
        file.ShouldContain(silent.Code);
        file.ShouldNotContain(unpaid.Code, customMessage: "what nobody has paid for no cooperative sees");

        using var buyer = market.Guest();
        // The link lets her in by a cookie and leads on.
        (await buyer.GetAsync($"/orders/{packed.Code}?s={secret}")).StatusCode.ShouldBe(HttpStatusCode.Found);
        var page = (await buyer.OpenAsync($"/orders/{packed.Code}")).Body!.TextContent;
        page.ShouldContain("SOON");
        page.ShouldContain("Xin đừng ăn.");
        using var reader = market.CreateClient();
        var label = await reader.GetStringAsync("/q/" + (await market.LotAsync(shelf.Soon)).Code);
        label.ShouldContain("Nắp vài hũ không kín.");
        label.ShouldContain("23/11/2026");
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Whoever_is_served_while_it_is_recalled_is_written_to(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var shelf = await Stock_is_kept_by_lot.ShelfAsync(market, late: Buyers, soon: Buyers);
        List<PlaceOrder.Command> commands = [];
        for (var i = 0; i < Buyers; i++)
            commands.Add(await market.CheckoutAsync(await market.BasketAsync((shelf.Product.Variant, 1)), PaymentWay.CashOnDelivery));
        var sales = commands.Select(c => Task.Run(() => Lots_are_served_once.PressAsync(market, c))).ToList();

        var recalled = await Task.Run(() => RecallAsync(market, shelf.Product, shelf.Soon));
        var placed = await Task.WhenAll(sales);
        await market.DeliverAsync();

        recalled.IsDone.ShouldBeTrue(recalled.Refusal?.ToString());
        placed.ShouldAllBe(p => p.IsDone);
        var (sold, aside) = ((await market.RowsAsync<Allotment>()).Where(a => a.Lot == shelf.Soon).Sum(a => a.Pieces), await market.ThereAsync(shelf.Soon));
        aside.ShouldBe((0, Buyers - sold));
        (await market.RowsAsync<OutboxRow>()).Count(r => r.Subscriber == "orders.mail-recalled").ShouldBe(sold);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_packed_while_it_is_recalled_does_not_leave_or_its_buyer_is_told(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var made = await market.LiveProductAsync(madeToOrderDays: 3);
        var lot = await market.LotAsync(made, "TO-ORDER");
        var order = await market.ToPackAsync(made, 1);

        var pack = Task.Run(() => market.SendAsync(new PackSellerOrder.Command(DeskFactory.Manager(made), made.Cooperative, order.Parts[0].Id)));
        var recall = await Task.Run(() => RecallAsync(market, made, lot));
        (await pack).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        recall.IsDone.ShouldBeTrue(recall.Refusal?.ToString());
        (await market.RowsAsync<OutboxRow>()).Count(r => r.Subscriber == "orders.mail-recalled").ShouldBe((await market.RowsAsync<Allotment>()).Count(a => a.Lot == lot));
    }

    [Theory, EveryDatabase]
    internal async Task Only_a_manager_recalls_and_says_why(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var lot = await market.LotAsync(garlic);

        (await market.SendAsync(new RecallLot.Command(DeskFactory.Manager(garlic), garlic.Cooperative, lot, " \n "))).Flaws.ShouldContain(f => f.Key == "lots.flaw.recall");
        var packer = await market.MemberAsync(garlic.Cooperative, MemberRole.Packer);
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new RecallLot.Command(Actor.Of(packer, ""), garlic.Cooperative, lot, Reason)));
        using var desk = await AccountsFactory.ClientFor(market, garlic.Manager);
        (await desk.PostFormAsync($"/sell/lots/{lot}/recall", ("Form.Reason", Reason))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await market.LotAsync(lot)).State.ShouldBe(LotState.Recalled);
        (await market.LotAsync(lot)).RecallReason.ShouldBe(Reason);
    }

    private static Task<Outcome> RecallAsync(Market market, ListedProduct product, LotId lot)
        => market.SendAsync(new RecallLot.Command(DeskFactory.Manager(product), product.Cooperative, lot, Reason));

    private static Task<Outcome> PackFromAsync(Market market, ListedProduct product, Order order, string one, string some, string other, string rest)
        => market.SendAsync(new PackFromLots.Command(DeskFactory.Manager(product), product.Cooperative, order.Code, new Dictionary<string, string?> { [one] = some, [other] = rest }));
}
