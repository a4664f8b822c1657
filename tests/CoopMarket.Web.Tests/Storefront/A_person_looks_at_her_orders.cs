using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;

namespace CoopMarket.Web.Tests.Storefront;

public sealed class A_person_looks_at_her_orders
{
    [Theory, EveryDatabase]
    internal async Task Each_says_how_far_it_is_and_names_a_product_once(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var mai = await market.RegisteredAsync();
        using var browser = await market.ClientFor(mai);
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 2)), PaymentWay.CashOnDelivery);
        var placed = (await market.SendAsync(checkout with { Actor = Actor.Of(mai, "203.0.113.9") })).Value;
        await market.DeliverAsync();
        var part = (await market.OrderAsync(placed.Code)).Parts[0];
        var manager = Actor.Of(garlic.Manager, "127.0.0.1");

        (await ReadAsync()).ShouldContain("Chờ hợp tác xã nhận");
        (await market.SendAsync(new AcceptSellerOrder.Command(manager, garlic.Cooperative, part.Id))).IsDone.ShouldBeTrue();
        (await ReadAsync()).ShouldContain("Đang chuẩn bị");
        (await market.SendAsync(new ShipParcel.Command(manager, garlic.Cooperative, part.Id, Carrier.Other, ""))).IsDone.ShouldBeTrue();
        (await ReadAsync()).ShouldContain("Đang trên đường");
        (await ReadAsync()).Split("Tỏi đen").Length.ShouldBe(2);

        async Task<string> ReadAsync() => (await browser.OpenAsync("/account/orders")).QuerySelector("main .rows")!.TextContent;
    }
}
