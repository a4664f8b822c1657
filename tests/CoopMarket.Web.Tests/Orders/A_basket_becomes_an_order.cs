using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Storefront;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Orders;

public sealed class A_basket_becomes_an_order
{
    [Theory, EveryDatabase]
    internal async Task A_cart_with_two_sellers_becomes_two_seller_orders(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(price: 185_000);
        var tea = await market.LiveProductAsync(price: 260_000, name: "Chè Shan tuyết");

        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 2), (tea.Variant, 1));

        order.State.ShouldBe(OrderState.AwaitingPayment);
        order.To.Phone.ShouldBe("+84912345678");
        order.Rules.ShouldStartWith("terms 20");
        order.Parts.OrderBy(p => p.Position).Select(p => (p.Cooperative, p.Goods.Minor, p.Fee.Minor, p.Delivery.Minor))
            .ShouldBe([(garlic.Cooperative, 370_000, 22_200, 32_000), (tea.Cooperative, 260_000, 15_600, 28_000)]);
        order.Total.ShouldBe(Money.Dong(690_000));
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(8);
        (await market.RowsAsync<Payment>()).ShouldHaveSingleItem().Expected.ShouldBe(order.Total);
        (await market.RowsAsync<Basket>()).ShouldHaveSingleItem().Lines.ShouldBeEmpty();
        var book = (await market.WithAsync<OrderBooks, OrderBook?>(books => books.ByCodeAsync(order.Code.ToLowerInvariant(), default)))!;
        book.Parts.Sum(p => p.Goods.Minor + p.Delivery.Minor).ShouldBe(book.Total.Minor);
        book.Parts.ShouldAllBe(p => p.Lines.Sum(l => l.Fee.Minor) == p.Fee.Minor);
    }

    [Theory, EveryDatabase]
    internal async Task Twenty_presses_of_one_form_make_one_order(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        var command = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 2)));

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => market.SendAsync(command)));

        all.ShouldAllBe(a => a.IsDone);
        all.Select(a => a.Value).Distinct().ShouldHaveSingleItem();
        (await market.RowsAsync<Order>()).ShouldHaveSingleItem();
        (await market.RowsAsync<Payment>()).ShouldHaveSingleItem();
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(8);
    }

    /// <summary>The broken twin: nobody looks whether the form was sent before, and no index of its key tells.</summary>
    [Theory, EveryDatabase]
    internal async Task Two_presses_that_do_not_see_each_other_would_make_two_orders(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        var command = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 2)));

        await using var twin = await BrokenTwin.Heedless(market).WithoutAsync("ix_orders_orders_form_key");
        (await twin.RaceAsync(command, command)).ShouldAllBe(a => a.IsDone);

        (await market.RowsAsync<Order>()).Count.ShouldBe(2);
        (await market.RowsAsync<Payment>()).Count.ShouldBe(2);
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(6);
    }

    [Theory, EveryDatabase]
    internal async Task A_price_that_rose_is_shown_and_not_charged(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(price: 185_000);
        var command = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)));
        await market.InDbAsync(db => db.Set<Domain.Catalog.Variant>().Where(v => v.Id == garlic.Variant).ExecuteUpdateAsync(set => set.SetProperty(v => v.Price.Minor, 195_000)));

        (await market.SendAsync(command)).Refusal.ShouldBe(new OfferChanged());

        (await market.RowsAsync<Order>()).ShouldBeEmpty();
        (await market.RowsAsync<Payment>()).ShouldBeEmpty();
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(10);
        var page = await market.SendAsync(new CheckoutPage.Query(command.Actor, command.Key, new("VN", "01"), command.Delivery, command.Seen));
        page.Differences.ShouldHaveSingleItem().Key.ShouldBe("orders.changed.price");
        (await market.SendAsync(command with { Seen = Shown.Of(page.Offer) })).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task A_delivery_that_was_not_shown_yet_is_shown_first(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var command = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)));
        var early = await market.SendAsync(new CheckoutPage.Query(command.Actor, command.Key, null, command.Delivery, ""));

        (await market.SendAsync(command with { Seen = Shown.Of(early.Offer) })).Refusal.ShouldBe(new DeliveryNotSeen());

        (await market.RowsAsync<Order>()).ShouldBeEmpty();
        (await market.SendAsync(command)).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task What_sold_out_meanwhile_is_not_charged_and_leaves_nothing_behind(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var tea = await market.LiveProductAsync(onHand: 5);
        var garlic = await market.LiveProductAsync(onHand: 1);
        var command = await market.CheckoutAsync(await market.BasketAsync((tea.Variant, 2), (garlic.Variant, 1)));
        await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 1));

        (await market.SendAsync(command)).IsDone.ShouldBeFalse();

        (await market.RowsAsync<Order>()).ShouldHaveSingleItem();
        (await market.OnHandAsync(tea.Variant)).ShouldBe(5);
    }

    [Theory, EveryDatabase]
    internal async Task A_suspended_or_closed_cooperative_takes_no_order(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var command = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)));
        await market.InDbAsync(db => db.Set<Domain.Sellers.Cooperative>().ExecuteUpdateAsync(set => set.SetProperty(c => c.State, Domain.Sellers.SellerState.Suspended)));

        (await market.SendAsync(command)).Refusal.ShouldBe(new CannotBeOrdered());
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(10);
    }

    [Theory, EveryDatabase]
    internal async Task A_basket_is_kept_over_sign_in(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var key = await market.BasketAsync((garlic.Variant, 2));
        var hanh = Actor.Of(await market.PersonAsync("Nguyễn Thị Hạnh"), "203.0.113.7");

        (await market.WithAsync<BasketCount, int>(c => c.OfAsync(hanh.Me, key, default))).ShouldBe(2);
        var placed = await market.SendAsync(await market.CheckoutAsync(key, actor: hanh));

        placed.IsDone.ShouldBeTrue();
        (await market.OrderAsync(placed.Value.Code)).Buyer.ShouldBe(hanh.Me);
        (await market.RowsAsync<Basket>()).ShouldHaveSingleItem().Person.ShouldBe(hanh.Me);
        (await market.WithAsync<BasketCount, int>(c => c.OfAsync(hanh.Me, key, default))).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    internal async Task Two_full_baskets_become_one_that_can_be_ordered(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var hanh = Actor.Of(await market.PersonAsync("Nguyễn Thị Hạnh"), "203.0.113.7");
        List<VariantId> things = [];
        for (var i = 0; i < Basket.MostLines + 2; i++)
            things.Add((await market.LiveProductAsync(seller: coop, parcelGrams: 10)).Variant);
        var key = await market.BasketAsync([.. things.Skip(2).Select(t => (t, 1))]);
        foreach (var thing in things.Take(2))
            await market.SendAsync(new AddToBasket.Command(hanh, null, thing, 1));

        var placed = await market.SendAsync(await market.CheckoutAsync(key, actor: hanh));
        placed.IsDone.ShouldBeTrue(placed.Refusal?.ToString());
        (await market.OrderAsync(placed.Value.Code)).Parts.Single().Lines.Count.ShouldBe(Basket.MostLines);
    }

    [Theory, EveryDatabase]
    internal async Task An_order_too_dear_to_be_paid_is_refused_before_anything_is_taken(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var brocade = await market.LiveProductAsync(onHand: 99, price: 50_000_000_000);

        var placed = await market.SendAsync(await market.CheckoutAsync(await market.BasketAsync((brocade.Variant, 3))));

        placed.Refusal.ShouldBe(new OrderTooLarge(Order.MostDong));
        (await market.OnHandAsync(brocade.Variant)).ShouldBe(99);
        (await market.RowsAsync<Order>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task Honey_does_not_go_to_Germany_and_the_buyer_reads_why(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var category = (await market.SendAsync(new Features.Catalog.AddCategory.Command(Actor.Job("tests"), "Mật ong", "Honey", null, "mat-ong"))).Value;
        var honey = await market.LiveProductAsync(category: category, name: "Mật ong");
        var key = await market.BasketAsync((honey.Variant, 1));

        var offer = (await market.SendAsync(new CheckoutPage.Query(OrdersFactory.Guest, key, new("DE", ""), new Dictionary<CooperativeId, DeliveryWay>(), ""))).Offer;

        offer.CanBeOrdered.ShouldBeFalse();
        offer.Parts[0].Ways!.Blocked.Values.ShouldHaveSingleItem().In("en").ShouldContain("European Union");
        (await market.SendAsync(await market.CheckoutAsync(key, country: "DE", province: ""))).IsDone.ShouldBeFalse();
        (await market.SendAsync(new CheckoutPage.Query(OrdersFactory.Guest, key, new("JP", ""), new Dictionary<CooperativeId, DeliveryWay>(), ""))).Offer.CanBeOrdered.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task Food_that_does_not_say_what_is_in_it_does_not_go_to_the_Union_and_everything_else_does(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var crafts = (await market.SendAsync(new Features.Catalog.AddCategory.Command(Actor.Job("tests"), "Thổ cẩm", "Brocade", null, "tho-cam", IsFood: false))).Value;
        var (garlic, scarf) = (await market.LiveProductAsync(untold: true), await market.LiveProductAsync(category: crafts, name: "Khăn", untold: true));
        var key = await market.BasketAsync((garlic.Variant, 1), (scarf.Variant, 1));
        async Task<IEnumerable<LineBar?>> BarsAsync(string country)
            => (await market.SendAsync(new CheckoutPage.Query(OrdersFactory.Guest, key, new(country, country == "VN" ? "01" : ""), new Dictionary<CooperativeId, DeliveryWay>(), ""))).Offer.Parts.SelectMany(p => p.Lines).Select(l => l.Bar);

        (await BarsAsync("FR")).ShouldBe([LineBar.Untold, null]);
        (await market.SendAsync(await market.CheckoutAsync(key, country: "FR", province: ""))).Refusal.ShouldBe(new CannotBeOrdered());
        (await BarsAsync("US")).ShouldAllBe(b => b == null);
        (await BarsAsync("VN")).ShouldAllBe(b => b == null);
        using var reader = market.Reader();
        (await reader.GetStringAsync("/en/p/" + garlic.Slug)).ShouldContain("Not to the European Union yet");
        (await reader.GetStringAsync("/en/p/" + scarf.Slug)).ShouldNotContain("Not to the European Union yet");
        foreach (var (country, goes) in new[] { ("FR", false), ("US", true), ("VN", true) })
            (await reader.GetStringAsync("/products?to=" + country)).ShouldSatisfyAllConditions(
                p => p.ShouldContain($"/p/{scarf.Slug}\""), p => p.Contains($"/p/{garlic.Slug}\"", StringComparison.Ordinal).ShouldBe(goes, country));
    }
}
