using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Rates;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Rates;
using CoopMarket.Web.Features.Rates.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments.Cards;
using CoopMarket.Web.Tests.Settlement;
using CoopMarket.Web.Tests.Storefront;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Rates;

/// <summary>A rate and a margin hold from their day on; what is too old takes no orders, and what was placed keeps its own.</summary>
public sealed class Rates_are_dated
{
    [Theory, EveryDatabase]
    internal async Task The_latest_day_counts_and_of_one_day_what_was_written_last(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var today = VietnamDay.Of(market.Clock.GetUtcNow());
        (await TermsAsync(market)).ShouldBeNull();
        await WriteAsync(market, today.AddDays(-1), "30.000");
        await WriteAsync(market, today, "29.500");
        market.Clock.Advance(TimeSpan.FromSeconds(1));
        await WriteAsync(market, today, "29.876,54");
        await WriteAsync(market, today.AddDays(-2), "28.000");

        (await TermsAsync(market)).ShouldBe(new ExchangeTerms(Currency.EUR, today, 2_987_654, ExchangeMargin.Usual));
        (await market.SendAsync(new SetMargin.Command(RatesFactory.Admin, "2,5"))).IsDone.ShouldBeTrue();
        (await TermsAsync(market))!.MarginBasisPoints.ShouldBe(250);
        (await market.SendAsync(new AddRate.Command(RatesFactory.Admin, "EUR", today.AddDays(1), "29.000"))).Refusal.ShouldBeOfType<RateOfNoUse>();
        (await market.SendAsync(new AddRate.Command(RatesFactory.Admin, "VND", today, "1"))).Flaws.ShouldHaveSingleItem().Key.ShouldBe("rates.currency.flaw");
    }

    [Theory, EveryDatabase]
    internal async Task A_comma_in_the_wrong_place_is_asked_about(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.RateAsync();
        var wrong = new AddRate.Command(RatesFactory.Admin, "EUR", VietnamDay.Of(market.Clock.GetUtcNow()), "298.765,4");

        (await market.SendAsync(wrong)).Refusal.ShouldBe(new RateFarOff(29_876));
        (await market.SendAsync(wrong with { IsMeant = true })).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task A_rate_that_is_too_old_takes_no_orders_and_says_so_and_what_was_placed_keeps_its_own(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        var market = cards.Market;
        await market.RateAsync();
        var checkout = await market.CheckoutInAsync(Currency.EUR);
        var (placed, _) = await cards.Market.OrderInAsync(Currency.EUR);
        await market.DeliverAsync();
        market.Clock.Advance(TimeSpan.FromDays(4));

        (await market.SendAsync(checkout)).Refusal.ShouldBe(new RateTooOld(Currency.EUR));
        (await market.CheckoutInAsync(Currency.EUR)).Charge.ShouldBeNull("nothing is offered in it");
        var inDong = await market.SendAsync(checkout with { Charge = null });
        inDong.IsDone.ShouldBeTrue(inDong.Refusal?.ToString());
        await market.RateAsync(rate: "31.000");
        (await market.OrderAsync(placed.Code)).Terms.PerUnit.ShouldBe(2_987_654);
        await market.DeliverAsync();
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_rate_that_changed_since_the_page_was_shown_charges_nothing(DatabaseProvider provider)
    {
        await using var cards = await CardMarket.OpenAsync(provider);
        await cards.Market.RateAsync();
        var checkout = await cards.Market.CheckoutInAsync(Currency.EUR);
        cards.Market.Clock.Advance(TimeSpan.FromSeconds(1));
        await cards.Market.RateAsync(rate: "29.000");

        (await cards.Market.SendAsync(checkout)).Refusal.ShouldBeOfType<RateChanged>();
        (await cards.Market.SendAsync(checkout with { Charge = new(1, Currency.EUR) })).Refusal.ShouldBeOfType<RateChanged>();
        (await cards.Market.RowsAsync<Order>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_transfer_is_in_dong_whatever_she_reads_prices_in()
    {
        await using var cards = await CardMarket.OpenAsync();
        await cards.Market.RateAsync();
        var placed = await cards.Market.SendAsync(await cards.Market.CheckoutInAsync(Currency.EUR, PaymentWay.BankTransfer));

        var order = await cards.Market.OrderAsync(placed.Value.Code);
        (order.Charged, order.Terms).ShouldBe((order.Total, ExchangeTerms.None));
    }

    /// <summary>Pages that are kept for everybody are kept for each currency: no reader sees another's prices.</summary>
    [Theory, EveryDatabase]
    internal async Task A_reader_sees_prices_in_her_currency_beside_the_dong_and_nobody_else_does(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        await market.RateAsync();
        var product = await market.LiveProductAsync(price: 385_000);
        using var claire = market.Reader();
        using var hanh = market.Reader();
        (await claire.PostAsync("/en/currency", Form("EUR"))).Headers.Location!.ToString().ShouldBe("/en/products");

        foreach (var path in new[] { "/en/products", "/en/p/" + product.Slug, "/en/products" })
        {
            var hers = await PageAsync(claire, path);
            hers.ShouldContain("≈\u00a0€13.14");
            hers.ShouldContain("₫385,000");
            (await PageAsync(hanh, path)).ShouldNotContain("€13.14");
        }

        (await PageAsync(claire, "/products")).ShouldContain("≈\u00a013,14\u00a0€");
        var abroad = await PageAsync(claire, "/en/p/" + product.Slug);
        abroad.ShouldMatch("Delivery of one piece to Europe: ₫[0-9,]+ \\(≈\u00a0€[0-9.]+\\)", "she reckons in euros, so she reads what it costs to Europe");
        abroad.ShouldNotContain("Abroad from");
        (await PageAsync(hanh, "/en/p/" + product.Slug)).ShouldNotContain("to Europe:");
        (await PageAsync(claire, "/en/products")).ShouldContain("€1 = ₫29,876.54");
        market.Clock.Advance(TimeSpan.FromDays(5));
        await market.Services.GetRequiredService<IOutputCacheStore>().EvictByTagAsync(PublicCache.Tag, default);
        var later = await PageAsync(claire, "/en/products");
        later.ShouldNotContain("€13.14");
        later.ShouldContain("no fresh rate for EUR");
        (await claire.PostAsync("/en/currency", Form("VND"))).Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldContain("expires=Thu, 01 Jan 1970");
        using FormUrlEncodedContent fromAFeed = new(new Dictionary<string, string> { ["currency"] = "USD", ["place"] = "/products?order=cheapest&currency=EUR" });
        (await claire.PostAsync("/en/currency", fromAFeed)).Headers.Location!.ToString().ShouldBe("/en/products?order=cheapest", "what she chooses counts after what a link said");
        (await claire.PostAsync("/en/currency", Form("XXX"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
    }

    private static async Task<string> PageAsync(HttpClient reader, string path) => System.Net.WebUtility.HtmlDecode(await reader.GetStringAsync(path));

    private static FormUrlEncodedContent Form(string currency) => new(new Dictionary<string, string> { ["currency"] = currency, ["place"] = "/products" });

    private static async Task WriteAsync(Market market, DateOnly day, string rate)
        => (await market.SendAsync(new AddRate.Command(RatesFactory.Admin, "EUR", day, rate))).IsDone.ShouldBeTrue();

    private static Task<ExchangeTerms?> TermsAsync(Market market) => market.WithAsync<RatesToday, ExchangeTerms?>(r => r.TermsAsync(Currency.EUR, default));
}
