using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Storefront;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>
/// The market's main job, all of it through its pages: on a phone with scripts, and on a desk without. The prices end in odd
/// đồng, so that the market's 6 % come out as halves.
/// </summary>
public sealed class From_a_listing_to_a_delivered_order
{
    private const string Garlic = "Tỏi đen cô đơn";
    private const string Tea = "Chè Shan tuyết Tà Xùa";
    private const string Buyer = "hanh@thu.test";

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task A_cooperative_joins_lists_and_sells_and_knows_its_money_to_the_dong(int width, bool scripts)
    {
        await using var market = await LiveMarket.OpenAsync();
        var tea = await TeaCooperativeAsync(market);
        var pang = await Screen.OpenAsync(market, width, scripts);
        await JoinAsync(market, pang, width, scripts);
        await ListAsync(market, pang, width, scripts);

        var hanh = await Screen.OpenAsync(market, width, scripts);
        var paid = await BuyByTransferAsync(market, hanh);
        var cash = await BuyInCashAsync(hanh);

        var thao = await Screen.OpenAsync(market, width, scripts);
        await new AccountPages(thao).SignInAsync(tea, LiveMarket.Password);
        foreach (var desk in new[] { pang, thao })
        {
            await new OrderDesk(desk).DeliverAsync(paid, "Giao Hàng Nhanh (GHN)", "GHN7K2P9D");
            await new OrderDesk(desk).DeliverAsync(cash, "Viettel Post", "VTP1866351");
        }

        await hanh.OpenAsync(market.LinkIn(Buyer, "/orders/" + paid));
        await hanh.SeesAsync("orders.state.Completed");

        await MoneyComesAsync(market, pang, thao);
        await MoneyGoesAsync(market, pang, width, scripts);
    }

    /// <summary>A cooperative that sells tea already; answers how its manager signs in.</summary>
    private static async Task<string> TeaCooperativeAsync(LiveMarket market)
    {
        var (thao, email) = await market.PersonWithPasswordAsync("Mùa Thị Thảo");
        var coop = await market.SellingCoopAsync("Chè Tà Xùa", thao);
        await market.LiveProductAsync(seller: coop, name: Tea, price: 96_425, category: await market.CategoryAsync("Chè"));
        await market.CategoryAsync("Tỏi đen");
        await market.RebuildSearchAsync();
        return email;
    }

    private static async Task JoinAsync(LiveMarket market, Screen pang, int width, bool scripts)
    {
        await new AccountPages(pang).JoinAsync("Lò Thị Pâng", "pang@thu.test");
        await new ApplyPages(pang).HandInAsync("Tỏi đen Gia Phù", "Lò Thị Pâng", PhotosFactory.Jpeg());
        var office = await OfficeAsync(market, width, scripts);
        await office.ApproveSellerAsync("Tỏi đen Gia Phù");
        await market.DeliverAsync();
        await pang.OpenAsync("/sell/apply");
        await pang.SeesAsync("sellers.apply.approved.head");
        market.Post.Letters.ShouldContain(l => l.To == "pang@thu.test" && l.Html.Contains("/sell", StringComparison.Ordinal));
    }

    private static async Task ListAsync(LiveMarket market, Screen pang, int width, bool scripts)
    {
        var desk = new ProductPages(pang);
        using var large = Pictures.Flag(2_800, 2_100);
        await desk.ListAsync(Garlic, "Tỏi đen", "185.075", 40, large.JpegsaveBuffer(), PhotosFactory.Jpeg());
        await pang.SeesAsync("catalog.now-in-review");
        await desk.TellStoryAsync("Ba mươi ngày bên nồi ủ", Garlic, PhotosFactory.Jpeg());
        await (await OfficeAsync(market, width, scripts)).ApproveProductAsync(Garlic);
        await market.DeliverAsync();
        (await market.DevelopAsync()).ShouldBe(3);
    }

    private static async Task<string> BuyByTransferAsync(LiveMarket market, Screen hanh)
    {
        var shop = new ShopPages(hanh);
        await shop.FindAndAddAsync("toi den", Garlic, 2);
        await shop.FindAndAddAsync("trà shan", Tea, 1);
        await shop.ToCheckoutAsync("Nguyễn Thị Hạnh", "Hà Nội", Buyer);
        (await shop.ToPayAsync()).ShouldBe("526.575 ₫");
        var code = await shop.OrderAsync("BankTransfer");
        await hanh.GoAsync(() => hanh.Page.GetByRole(AriaRole.Link, new() { Name = "526.575" }).ClickAsync());
        await Assertions.Expect(hanh.Page.GetByRole(AriaRole.Img, new() { Name = "526.575" })).ToBeVisibleAsync();
        if (hanh.Scripts)
            // The page asks by itself and goes on to the order.
            await hanh.GoAsync(() => market.BankTellsAsync(526_575, $"NGUYEN THI HANH {code} cam on"));
        else
        {
            await market.BankTellsAsync(526_575, $"NGUYEN THI HANH {code} cam on");
            await hanh.FollowAsync("payments.pay.check");
        }

        await hanh.SeesAsync("payments.pay.thanks");
        return code;
    }

    private static async Task<string> BuyInCashAsync(Screen hanh)
    {
        var shop = new ShopPages(hanh);
        await shop.FindAndAddAsync("tỏi đen", Garlic, 1);
        await shop.FindAndAddAsync("chè", Tea, 1);
        await shop.ToCheckoutAsync("Nguyễn Thị Hạnh", "Hà Nội", Buyer);
        (await shop.ToPayAsync()).ShouldBe("337.500 ₫");
        return await shop.OrderAsync("CashOnDelivery");
    }

    private static async Task MoneyComesAsync(LiveMarket market, Screen pang, Screen thao)
    {
        (await new OrderDesk(pang).MoneyAsync()).ShouldContain("379.941 ₫");
        (await new OrderDesk(thao).MoneyAsync()).ShouldContain("118.639 ₫");
        market.Clock.Advance(TimeSpan.FromDays(3));
        await market.RoundAsync<ReleaseHolds>();

        // 2 × 185.075 and 32.000 for delivery; the fee of 22.209 is on the goods alone. In cash: 1 × 185.075, a fee of 11.104,5.
        await MoneyIsAsync(pang, sold: "402.150 ₫", fees: "33.314 ₫", mine: "379.941 ₫", owed: "11.105 ₫");
        // 96.425 and 28.000; 5.785,5 from either order.
        await MoneyIsAsync(thao, sold: "124.425 ₫", fees: "11.572 ₫", mine: "118.639 ₫", owed: "5.786 ₫");
    }

    private static async Task MoneyIsAsync(Screen desk, string sold, string fees, string mine, string owed)
    {
        var money = await new OrderDesk(desk).MoneyAsync();
        money.ShouldContain($"{desk.Say("desk.money.coming")}\n\n{mine}");
        money.ShouldContain($"{desk.Say("desk.money.all-sold")}\n{sold}");
        money.ShouldContain($"{desk.Say("desk.money.fees-owed")}\n−{owed}");
        await desk.OpenAsync("/sell/money/2026-11");
        (await desk.TextAsync()).ShouldContain($"{desk.Say("desk.statement.fee")}\n−{fees}");
    }

    // One admin drafts and finds no button to approve it by; another lets it go, and the cooperative reads its statement.
    private static async Task MoneyGoesAsync(LiveMarket market, Screen pang, int width, bool scripts)
    {
        var (first, firstScreen) = await AdminAsync(market, width, scripts);
        var run = await first.DraftPayoutsAsync();
        await firstScreen.OpenAsync("/admin/payouts/" + run);
        await firstScreen.SeesAsync("settlement.payouts.approve.mine");
        var (second, secondScreen) = await AdminAsync(market, width, scripts);
        await second.ApprovePayoutsAsync(run, "368.836 ₫");
        await secondScreen.SeesAsync("settlement.payouts.approved");
        await first.RecordPayoutAsync(run, "FT26330001");
        await market.DeliverAsync();
        market.Post.Letters.ShouldContain(l => l.To == "pang@thu.test" && l.Html.Contains("FT26330001", StringComparison.Ordinal));

        (await new OrderDesk(pang).MoneyAsync()).ShouldContain("FT26330001");
        await pang.FollowNamedAsync("11/2026");
        var statement = await pang.TextAsync();
        statement.ShouldContain($"{pang.Say("desk.statement.paid")}\n−368.836 ₫");
        statement.ShouldContain($"{pang.Say("desk.statement.until-now")}\n0 ₫");
        await pang.FollowAsync("desk.statement.bill");
        (await pang.TextAsync()).ShouldContain("33.314 ₫");
    }

    private static async Task<OfficePages> OfficeAsync(LiveMarket market, int width, bool scripts) => (await AdminAsync(market, width, scripts)).Office;

    private static async Task<(OfficePages Office, Screen Screen)> AdminAsync(LiveMarket market, int width, bool scripts)
    {
        var screen = await OfficePages.OpenAsync(market, width, scripts);
        return (new(screen), screen);
    }
}
