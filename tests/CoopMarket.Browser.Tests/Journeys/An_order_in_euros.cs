using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.FakeStripe;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Payments.Cards;
using CoopMarket.Web.Tests.Rates;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A buyer in Lyon sees prices in euros, is charged exactly what the page said, and gets some of it back at the same rate.</summary>
public sealed class An_order_in_euros
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task She_pays_the_euros_that_she_saw_and_what_goes_back_is_at_that_rate(int width, bool scripts)
    {
        LentClock clock = new();
        await using var stripe = await FakeStripeHost.StartAsync(clock);
        await using var market = await LiveMarket.OpenAsync(stripe.Settings);
        clock.Lender = market.Clock;
        stripe.Webhooks.SendTo(new Uri(market.Url + "/webhooks/stripe"));
        await market.RateAsync();
        var product = await market.LiveProductAsync(seller: await market.SellingCoopAsync("Dệt Tường Hạ"), name: "Khăn thổ cẩm", price: 420_000, category: await market.CategoryAsync("Thổ cẩm"));
        var claire = await Screen.OpenAsync(market, width, scripts);

        // She chooses euros at the foot of the page: the price stands beside the đồng.
        await claire.OpenAsync("/en/p/" + product.Slug);
        await claire.Page.Locator("#coin").SelectOptionAsync("EUR");
        await claire.PressAsync("shared.currency.set");
        await Assertions.Expect(claire.Page.Locator(".cost")).ToContainTextAsync("≈\u00a0€14.34");
        await Assertions.Expect(claire.Page.Locator(".cost")).ToContainTextAsync("₫420,000");
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
        var bill = await claire.TextAsync();
        await claire.Button("orders.checkout.place").ClickAsync();

        await claire.ArrivesAsync("**/pay/cs_test_*");
        var order = (await market.RowsAsync<Order>()).ShouldHaveSingleItem();
        order.Charged.Currency.ShouldBe(Currency.EUR);
        var euros = $"{order.Charged.Minor / 100}.{order.Charged.Minor % 100:00}";
        bill.ShouldContain("€" + euros);
        bill.ShouldContain("€1 = ₫29,876.54");
        (await claire.Page.Locator("main").InnerTextAsync()).ShouldContain(euros + " EUR");
        await claire.Page.GetByRole(AriaRole.Button, new() { Name = "Pay", Exact = true }).ClickAsync();
        await claire.ArrivesAsync($"**/en/orders/{order.Code}/card?back=true");
        await market.DeliverAsync();
        if (!scripts)
            await claire.Page.GetByRole(AriaRole.Link, new() { Name = claire.Say("payments.pay.check") }).ClickAsync();
        await claire.ArrivesAsync($"**/en/orders/{order.Code}");
        await claire.SeesAsync("orders.currency.charged", "€" + euros);

        // The cooperative can send none of it: all of it goes back, in euros.
        var part = order.Parts[0];
        await market.MoveAsync(order.Id, o => o.Decline(part.Id, part.Lines[0].Id, 1, "hết", market.Clock.GetUtcNow()));
        await market.RoundAsync<SendCardRefunds>();
        await market.DeliverAsync();
        stripe.Books.Refunds.Sum(r => r.Amount).ShouldBe(order.Charged.Minor);
        await claire.Page.ReloadAsync();
        await claire.SeesAsync("orders.currency.back", "€" + euros);
    }
}
