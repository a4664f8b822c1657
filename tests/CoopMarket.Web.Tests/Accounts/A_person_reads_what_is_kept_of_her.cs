using System.Text.Json;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;

namespace CoopMarket.Web.Tests.Accounts;

public sealed class A_person_reads_what_is_kept_of_her
{
    [Theory, EveryDatabase]
    internal async Task The_copy_holds_her_account_addresses_and_orders_and_nobody_elses(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var (mai, other) = (await market.RegisteredAsync(), await market.RegisteredAsync());
        using var browser = await market.ClientFor(mai);
        await browser.PostFormAsync(
            "/account/addresses/new", ("Form.Name", "Lò Thị Mai"), ("Form.Phone", "0912345678"), ("Form.Province", "14"), ("Form.Commune", "Xã Gia Phù"), ("Form.Street", "Bản Tọ"));
        var hers = await BuyAsync(market, garlic, mai);
        var others = await BuyAsync(market, garlic, other);

        var page = await browser.OpenAsync("/account/data");
        (await browser.OpenAsync("/account")).QuerySelector("main a[href='/account/data']").ShouldNotBeNull();
        page.QuerySelector("main a[href='/privacy']").ShouldNotBeNull();
        using var file = await browser.GetAsync(page.QuerySelector("main a[download]")!.GetAttribute("href")!);

        file.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldEndWith(".json");
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var text = await file.Content.ReadAsStringAsync();
        var copy = JsonDocument.Parse(text).RootElement;
        copy.GetProperty("addresses").EnumerateArray().ShouldHaveSingleItem().GetProperty("street").GetString().ShouldBe("Bản Tọ");
        copy.GetProperty("orders").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe(hers);
        text.ShouldContain("Tỏi đen một nhánh");
        text.ShouldNotContain(others);
        text.ToLowerInvariant().ShouldNotContain("hash");
        text.ToLowerInvariant().ShouldNotContain("stamp");
    }

    [Fact]
    internal async Task Guests_are_asked_to_sign_in()
    {
        await using var market = await Market.OpenAsync();
        using var guest = market.Guest();

        foreach (var page in new[] { "/account/data", "/account/data?handler=File" })
            Browser.Goal(await guest.GetAsync(page)).ShouldNotBeNull().ShouldStartWith("/account/sign-in", customMessage: page);
    }

    private static async Task<string> BuyAsync(Market market, ListedProduct product, Domain.Shared.PersonId buyer)
    {
        var checkout = await market.CheckoutAsync(await market.BasketAsync((product.Variant, 1)), PaymentWay.CashOnDelivery);
        return (await market.SendAsync(checkout with { Actor = Actor.Of(buyer, "203.0.113.9") })).Value.Code;
    }
}
