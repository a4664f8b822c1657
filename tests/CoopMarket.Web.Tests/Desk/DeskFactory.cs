using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;

namespace CoopMarket.Web.Tests.Desk;

/// <summary>Parts of orders at every step, moved there by the real commands.</summary>
internal static class DeskFactory
{
    /// <summary>An order in cash of one product, whose part waits to be accepted.</summary>
    public static async Task<Order> NewOrderAsync(this Market market, ListedProduct product, int quantity = 1)
        => (await market.OrderAsync(PaymentWay.CashOnDelivery, (product.Variant, quantity))).Order;

    /// <summary>Accepted.</summary>
    public static async Task<Order> ToPackAsync(this Market market, ListedProduct product, int quantity = 1)
    {
        var order = await market.NewOrderAsync(product, quantity);
        (await market.SendAsync(new AcceptSellerOrder.Command(Manager(product), product.Cooperative, order.Parts[0].Id))).IsDone.ShouldBeTrue();
        return order;
    }

    /// <summary>Handed to a carrier.</summary>
    public static async Task<Order> ShippedAsync(this Market market, ListedProduct product, string country = "VN")
    {
        var order = country == "VN" ? await market.NewOrderAsync(product) : await market.AbroadAsync(product, country);
        var part = order.Parts[0].Id;
        (await market.SendAsync(new AcceptSellerOrder.Command(Manager(product), product.Cooperative, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ShipParcel.Command(Manager(product), product.Cooperative, part, Carrier.Ghn, "GHN7K2P9D"))).IsDone.ShouldBeTrue();
        return await market.OrderAsync(order.Code);
    }

    /// <summary>The actor that manages the product's cooperative.</summary>
    public static Actor Manager(ListedProduct product) => Actor.Of(product.Manager, "203.0.113.9");

    /// <summary>Presses a button of a page whose form leads elsewhere than the page.</summary>
    public static async Task<HttpResponseMessage> PressAsync(this Browser browser, string page, string handler, params (string Name, string Value)[] fields)
    {
        var document = await browser.OpenAsync(page);
        var token = document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync($"{page}?handler={handler}", [("__RequestVerificationToken", token), .. fields]);
    }

    /// <summary>A paid order of one that goes abroad.</summary>
    public static async Task<Order> AbroadAsync(this Market market, ListedProduct product, string country)
    {
        var checkout = await market.CheckoutAsync(await market.BasketAsync((product.Variant, 1)), country: country, province: "");
        var placed = await market.SendAsync(checkout with { Phone = "", Email = "hanh@thu.test" });
        placed.IsDone.ShouldBeTrue(placed.Refusal?.ToString() ?? string.Join(", ", placed.Flaws));
        var order = await market.OrderAsync(placed.Value.Code);
        await market.CaptureAsync(order);
        return order;
    }
}
