using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Storefront;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A cooperative sells mangoes in November that ripen in June: a buyer orders, the harvest comes in, it is packed, sent and there.</summary>
public sealed class Ordered_ahead_of_a_harvest
{
    private const string Buyer = "hanh@thu.test";

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task She_sells_ahead_lays_aside_what_is_owed_and_sends_it_in_its_days(int width, bool scripts)
    {
        await using var market = await LiveMarket.OpenAsync();
        var (manager, email) = await market.PersonWithPasswordAsync("Hoàng Thị Xôm");
        var mango = await market.LiveProductAsync(seller: await market.SellingCoopAsync("Xoài Yên Châu", manager), name: "Xoài tròn Yên Châu", onHand: 0, price: 165_000);
        await market.RebuildSearchAsync();
        var xom = await SignedInAsync();
        await xom.OpenAsync($"/sell/products/{mango.Product}");
        await xom.FollowAsync("catalog.look.ahead-edit");
        await xom.Page.GetByLabel("hũ 250 g").FillAsync("10");
        await xom.FillAsync("catalog.ahead.from", "2027-06-05");
        await xom.FillAsync("catalog.ahead.to", "2027-06-20");
        await xom.FillAsync("catalog.ahead.until", "2027-05-31");
        await xom.PressAsync("catalog.ahead.do-open");
        await xom.SeesAsync("catalog.ahead.saved");

        var hanh = await Screen.OpenAsync(market, width, scripts);
        var shop = new ShopPages(hanh);
        await shop.FindAndAddAsync("xoai tron", "Xoài tròn Yên Châu", 2);
        await hanh.ReadsAsync("gửi từ 05/06/2027 đến 20/06/2027");
        await shop.ToCheckoutAsync("Nguyễn Thị Hạnh", "Hà Nội", Buyer);
        await hanh.ReadsAsync("gửi từ 05/06/2027 đến 20/06/2027");
        var code = await shop.OrderAsync("CashOnDelivery");
        await hanh.ReadsAsync("gửi từ 05/06/2027 đến 20/06/2027");
        market.Post.Letters.ShouldContain(l => l.To == Buyer && l.Html.Contains("05/06/2027", StringComparison.Ordinal));

        market.Clock.Advance(new DateTimeOffset(2027, 6, 6, 2, 0, 0, TimeSpan.Zero) - market.Clock.GetUtcNow());
        xom = await SignedInAsync();
        await xom.OpenAsync($"/sell/products/{mango.Product}/ahead");
        await xom.SeesAsync("catalog.ahead.owed", 2);
        await xom.FollowAsync("catalog.ahead.to-stock");
        await xom.FillAsync("catalog.stock.quantity", "12");
        await xom.PressAsync("catalog.stock.note");
        await xom.SeesAsync("catalog.stock.noted");
        (await market.RowsAsync<AheadSale>()).ShouldHaveSingleItem().Count.ShouldBe(new AheadCount(10, 2, 2));
        (await market.RowsAsync<Variant>()).ShouldHaveSingleItem().OnHand.ShouldBe(10);
        await new OrderDesk(xom).DeliverAsync(code, "Giao Hàng Nhanh (GHN)", "GHN7K2P9D");

        var again = await Screen.OpenAsync(market, width, scripts);
        await again.OpenAsync(market.LinkIn(Buyer, "/orders/" + code));
        await again.SeesAsync("orders.state.Completed");

        async Task<Screen> SignedInAsync()
        {
            var screen = await Screen.OpenAsync(market, width, scripts);
            await new AccountPages(screen).SignInAsync(email, LiveMarket.Password);
            return screen;
        }
    }
}
