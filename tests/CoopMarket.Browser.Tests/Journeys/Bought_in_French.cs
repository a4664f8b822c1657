using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Storefront;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A buyer who reads French, from the home page to a placed order and the mail about it, without a word of another language but the goods' own.</summary>
public sealed class Bought_in_French
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task She_chooses_French_finds_orders_and_is_written_to(int width, bool scripts)
    {
        await using var market = await LiveMarket.OpenAsync();
        var (manager, _) = await market.PersonWithPasswordAsync("Lò Thị Pâng");
        await market.LiveProductAsync(seller: await market.SellingCoopAsync("Tỏi đen Gia Phù", manager), price: 385_000);
        await market.RebuildSearchAsync();
        var claire = await Screen.OpenAsync(market, width, scripts);

        await claire.OpenAsync("/");
        await claire.PressAsync("shared.language.fr");
        await claire.ArrivesAsync("**/fr");
        await claire.FollowAsync("shared.nav.products");
        await claire.FollowNamedAsync("Black garlic");
        await claire.Field("storefront.product.quantity").SelectOptionAsync("2");
        await claire.PressAsync("storefront.product.add");
        await claire.SeesAsync("orders.cart.added");
        (await claire.TextAsync()).ShouldContain("770 000 ₫");

        await claire.PressAsync("orders.cart.go");
        await claire.FillAsync("orders.field.name", "Claire Moreau");
        await claire.FillAsync("orders.field.phone", "0987 654 321");
        await claire.ChooseAsync("orders.field.province", "Hanoi");
        await claire.FillAsync("orders.field.commune", "Phường Cầu Giấy");
        await claire.FillAsync("orders.field.street", "Số 12 ngõ 165 Xuân Thủy");
        await claire.FillAsync("orders.field.email", "claire@thu.test");
        if (!scripts)
            await claire.PressAsync("orders.checkout.update");
        await Assertions.Expect(claire.Page.Locator(".bill .all").Last).Not.ToHaveTextAsync("—");
        await claire.PickAsync("orders.way.CashOnDelivery");
        await claire.PressAsync("orders.checkout.place");
        await claire.SeesAsync("orders.placed");
        var order = (await market.RowsAsync<Order>()).ShouldHaveSingleItem();
        await claire.ArrivesAsync("**/fr/orders/" + order.Code);
        order.Language.ShouldBe("fr");
        await claire.ReadsAsync(claire.Written(order.Total));
        await market.DeliverAsync();
        market.Post.Letters.Single(l => l.To == "claire@thu.test").Subject.ShouldBe($"Nous avons bien reçu votre commande {order.Code}");

        // The link in her mail opens it in French for whoever has it.
        var another = await Screen.OpenAsync(market, width, scripts);
        await another.OpenAsync(market.LinkIn("claire@thu.test", "/fr/orders/"));
        await another.SeesAsync("orders.order.title", order.Code);
        market.Words.MissingInFrench.ShouldBeEmpty();

        // Nobody sells in French: the footer's link leads to a desk that speaks English.
        await claire.FollowAsync("shared.foot.sell");
        new Uri(claire.Page.Url).AbsolutePath.ShouldStartWith("/en/");
    }
}
