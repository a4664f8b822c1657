using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Orders;
using CoopMarket.FakeStripe;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Payments.Cards;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A buyer in Lyon pays in English, by card, on the page of a gateway with its own books.</summary>
public sealed class A_card_pays_from_abroad
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task She_is_declined_goes_away_comes_back_and_is_charged_once(int width, bool scripts)
    {
        LentClock clock = new();
        await using var stripe = await FakeStripeHost.StartAsync(clock);
        await using var market = await LiveMarket.OpenAsync(stripe.Settings);
        clock.Lender = market.Clock;
        stripe.Webhooks.SendTo(new Uri(market.Url + "/webhooks/stripe"));
        var product = await market.LiveProductAsync(seller: await market.SellingCoopAsync("Dệt Tường Hạ"), name: "Khăn thổ cẩm", price: 420_000, category: await market.CategoryAsync("Thổ cẩm"));
        var claire = await Screen.OpenAsync(market, width, scripts);
        await OrderAsync(claire, product.Slug, scripts);

        // The gateway's page, with what she bought and what it costs.
        await claire.ArrivesAsync("**/pay/cs_test_*");
        var order = (await market.RowsAsync<Order>()).ShouldHaveSingleItem();
        (await claire.Page.Locator("main").InnerTextAsync()).ShouldContain(order.Code);
        await PressAsync(claire, "Card declined");
        await Assertions.Expect(claire.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await claire.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the shop" }).ClickAsync();
        await claire.ArrivesAsync($"**/en/orders/{order.Code}/card");
        await claire.SeesAsync("payments.card.how");

        // She closes it half-way and comes back by her order.
        await claire.Page.GotoAsync($"/en/orders/{order.Code}");
        await claire.Page.GetByRole(AriaRole.Link, new() { Name = "Pay" }).First.ClickAsync();
        await claire.ArrivesAsync($"**/en/orders/{order.Code}/card");
        await claire.Page.Locator("main form button").ClickAsync();
        await claire.ArrivesAsync("**/pay/cs_test_*");
        await PressAsync(claire, "Pay");
        await claire.ArrivesAsync($"**/en/orders/{order.Code}/card?back=true");
        await claire.SeesAsync("payments.card.waiting.money");

        await market.DeliverAsync();
        if (!scripts)
            await claire.Page.GetByRole(AriaRole.Link, new() { Name = claire.Say("payments.pay.check") }).ClickAsync();
        await claire.ArrivesAsync($"**/en/orders/{order.Code}");
        await claire.SeesAsync("orders.state.Placed");
        stripe.Books.Charges.ShouldHaveSingleItem().Amount.ShouldBe(order.Total.Minor);
    }

    private static async Task OrderAsync(Screen claire, string slug, bool scripts)
    {
        await claire.OpenAsync("/en/p/" + slug);
        await claire.PressAsync("storefront.product.add");
        await claire.OpenAsync("/en/checkout");
        await claire.ChooseAsync("orders.field.country", "France");
        if (!scripts)
            await claire.PressAsync("orders.checkout.update");
        await claire.FillAsync("orders.field.postcode", "69001");
        await claire.FillAsync("orders.field.name", "Claire Moreau");
        await claire.FillAsync("orders.field.town", "Lyon");
        await claire.FillAsync("orders.field.street-abroad", "12 rue de la République");
        await claire.FillAsync("orders.field.email", "claire@thu.test");
        await claire.PickAsync("orders.way.Card");
        await Assertions.Expect(claire.Page.Locator(".bill .all").Last).Not.ToHaveTextAsync("—");
        await claire.Button("orders.checkout.place").ClickAsync();
    }

    private static Task PressAsync(Screen claire, string name) => claire.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
