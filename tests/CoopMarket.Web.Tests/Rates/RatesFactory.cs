using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Rates;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;

namespace CoopMarket.Web.Tests.Rates;

/// <summary>Rates, and orders in another currency, made by the real commands.</summary>
internal static class RatesFactory
{
    /// <summary>29,876.54 ₫ a euro; with the usual margin of 2 %.</summary>
    public const string Euro = "29.876,54";

    public static readonly Actor Admin = Actor.Job("test");

    /// <summary>Writes down the rate of today.</summary>
    public static async Task RateAsync(this Market market, Currency currency = Currency.EUR, string rate = Euro)
        => (await market.SendAsync(new AddRate.Command(Admin, currency.ToString(), VietnamDay.Of(market.Clock.GetUtcNow()), rate, IsMeant: true))).IsDone.ShouldBeTrue();

    /// <summary>The command that a checkout page would send which a reader of another currency sees, from France.</summary>
    public static async Task<PlaceOrder.Command> CheckoutInAsync(this Market market, Currency currency, PaymentWay way = PaymentWay.Card, long price = 385_000)
    {
        var product = await market.LiveProductAsync(price: price);
        var key = await market.BasketAsync((product.Variant, 1));
        var shown = await market.SendAsync(new CheckoutPage.Query(OrdersFactory.Guest, key, new("FR", ""), new Dictionary<CooperativeId, DeliveryWay>(), "", currency));
        var checkout = await market.CheckoutAsync(key, way, country: "FR", province: "");
        return checkout with { Email = "claire@lyon.test", Phone = "", Language = "en", Charge = shown.Charge };
    }

    /// <summary>A guest's order that awaits a card in another currency.</summary>
    public static async Task<(Order Order, string Secret)> OrderInAsync(this Market market, Currency currency, long price = 385_000)
    {
        var placed = await market.SendAsync(await market.CheckoutInAsync(currency, price: price));
        placed.IsDone.ShouldBeTrue(placed.Refusal?.ToString());
        return (await market.OrderAsync(placed.Value.Code), placed.Value.Secret);
    }
}
