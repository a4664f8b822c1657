using System.Text.Json;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>What can be ordered ahead says so wherever it is shown, and never counts as in stock.</summary>
public sealed class Readers_order_ahead
{
    [Theory, EveryDatabase]
    internal async Task Its_page_says_the_days_in_every_language_and_how_many_are_left(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 7);
        using var reader = market.Guest();

        (await TextAsync("/p/")).ShouldContain("Thu hoạch tháng 6: đặt trước, gửi từ 05/06/2027 đến 20/06/2027. Nhận đặt đến hết 31/05/2027.");
        (await TextAsync("/p/")).ShouldContain("Còn 7 suất đặt trước");
        (await TextAsync("/p/")).ShouldContain("ngày làm việc kể từ ngày gửi, sau khi thu hoạch");
        (await TextAsync("/en/p/")).ShouldContain("Harvest in June: order ahead, sent from");
        (await TextAsync("/fr/p/")).ShouldContain("Récolte prévue en juin\u00a0: commandez d’avance");

        async Task<string> TextAsync(string below) => (await reader.OpenAsync(below + mango.Slug)).QuerySelector("main")!.TextContent;
    }

    [Theory, EveryDatabase]
    internal async Task Machines_are_told_that_it_is_a_pre_order_and_from_when(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var mango = await market.LiveProductAsync(seller: coop, onHand: 0, name: "Xoài tròn");
        (await market.SellAheadAsync(mango, 7)).IsDone.ShouldBeTrue();
        using var reader = market.Guest();

        var page = await reader.OpenAsync("/p/" + mango.Slug);
        var offer = JsonSerializer.Deserialize<JsonElement>(page.QuerySelector("script[type='application/ld+json']")!.TextContent).GetProperty("@graph")[0].GetProperty("offers");
        (offer.GetProperty("availability").GetString(), offer.GetProperty("availabilityStarts").GetString()).ShouldBe(("https://schema.org/PreOrder", "2027-06-05"));
    }

    [Theory, EveryDatabase]
    internal async Task It_stands_after_what_is_in_stock_and_before_what_cannot_be_had_and_is_not_in_stock(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var stocked = await market.LiveProductAsync(name: "Còn hàng");
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        var ahead = await market.AheadProductAsync(quota: 3);
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        var gone = await market.LiveProductAsync(onHand: 0, name: "Hết hàng");
        using var reader = market.Guest();

        var shelf = await reader.OpenAsync("/products");
        shelf.QuerySelectorAll("li.thing h3 a").Select(a => a.TextContent).ShouldBe(["Còn hàng", "Xoài tròn Yên Châu", "Hết hàng"]);
        shelf.QuerySelector("main")!.TextContent.ShouldContain("Đặt trước, gửi từ 05/06/2027");
        (await reader.OpenAsync("/products?ready=on")).QuerySelectorAll("li.thing h3 a").Select(a => a.TextContent).ShouldBe(["Còn hàng"]);
        new[] { stocked, ahead, gone }.Select(p => p.Product).ShouldBeUnique();
    }

    [Theory, EveryDatabase]
    internal async Task The_basket_the_checkout_and_the_order_say_when_it_is_sent(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var mango = await market.LiveProductAsync(seller: coop, onHand: 0, name: "Xoài tròn");
        var dried = await market.LiveProductAsync(seller: coop, name: "Xoài sấy");
        (await market.SellAheadAsync(mango, 7)).IsDone.ShouldBeTrue();
        using var buyer = market.Guest();
        foreach (var product in new[] { mango, dried })
            (await buyer.PostAsync("/cart/add", ("variant", product.Variant.ToString()), ("quantity", "1"))).Dispose();

        const string Days = "gửi từ 05/06/2027 đến 20/06/2027";
        foreach (var address in new[] { "/cart", "/checkout" })
        {
            var text = (await buyer.OpenAsync(address)).QuerySelector("main")!.TextContent;
            text.ShouldContain("Đặt trước: " + Days);
            text.ShouldContain("cả kiện gửi một lần, từ 05/06/2027 đến 20/06/2027");
        }

        var (order, secret) = await market.OrderAsync(Domain.Orders.PaymentWay.BankTransfer, (mango.Variant, 1), (dried.Variant, 1));
        (await buyer.GetAsync($"/orders/{order.Code}?s={secret}")).Dispose();
        (await buyer.OpenAsync("/orders/" + order.Code)).QuerySelector("main")!.TextContent.ShouldContain("Chờ thu hoạch: " + Days);
    }
}
