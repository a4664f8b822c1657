using System.Net;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;

namespace CoopMarket.Web.Tests.Storefront;

public sealed class A_product_page
{
    [Theory, EveryDatabase]
    internal async Task Tells_its_price_with_its_unit_and_where_the_money_goes(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync(price: 12_500_000);
        using var reader = market.Reader();

        var page = (await reader.GetStringAsync("/p/" + product.Slug)).Replace("&#xA0;", "\u00a0", StringComparison.Ordinal);

        page.ShouldContain("12.500.000\u00a0₫ <small>/ hũ 250 g · 5.000.000\u00a0₫ / 100\u00a0g</small>");
        page.ShouldContain("11.750.000\u00a0₫");
        page.ShouldContain("750.000\u00a0₫");
        page.ShouldContain("action=\"/cart/add\"");
        (await reader.GetStringAsync("/en/p/" + product.Slug)).ShouldContain("₫12,500,000 <small>/ 250 g jar");
    }

    [Theory]
    [InlineData(3, "1 2 3")]
    [InlineData(9, "1 2 3 4 5 6 7 8 9")]
    [InlineData(15, "1 2 3 4 5 6 7 8 9 10 11 12")]
    [InlineData(40, "1 2 3 4 5 6 7 8 9 10 11 12 20")]
    public async Task Offers_every_number_up_to_a_dozen_and_none_that_is_not_there(int onHand, string offered)
    {
        await using var market = await Market.OpenAsync();
        var product = await market.LiveProductAsync(onHand: onHand);
        using var reader = market.Guest();

        string.Join(' ', (await reader.OpenAsync("/p/" + product.Slug)).QuerySelectorAll("#quantity option").Select(o => o.TextContent)).ShouldBe(offered);
    }

    [Theory, EveryDatabase]
    internal async Task Of_honey_names_no_price_for_the_European_Union_that_does_not_let_it_in(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var category = (await market.SendAsync(new Features.Catalog.AddCategory.Command(Pipeline.Actor.Job("tests"), "Mật ong", "Honey", null, "mat-ong"))).Value;
        var (honey, tea) = (await market.LiveProductAsync(category: category, name: "Mật ong"), await market.LiveProductAsync(name: "Chè Shan tuyết"));
        using var reader = market.Guest();

        (await RegionsAsync(honey.Slug)).ShouldContain("Europe outside the European Union");
        (await RegionsAsync(honey.Slug)).ShouldNotContain("Europe");
        (await RegionsAsync(tea.Slug)).ShouldContain("Europe");

        async Task<IReadOnlyList<string>> RegionsAsync(string slug)
            => [.. (await reader.OpenAsync("/en/p/" + slug)).QuerySelectorAll(".facts .row-of span:first-child").Select(s => s.TextContent)];
    }

    [Theory, EveryDatabase]
    internal async Task Of_a_closed_cooperative_says_when_it_opens_and_sells_nothing(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        var today = VietnamDay.Of(market.Clock.Now());
        await market.CloseAsync(product.Cooperative, today, today.AddDays(6));
        using var reader = market.Reader();

        var page = await reader.GetStringAsync("/p/" + product.Slug);

        page.ShouldContain("30/11/2026");
        page.ShouldNotContain("action=\"/cart/add\"");
        (await reader.GetStringAsync("/products")).ShouldContain("30/11/2026");
    }

    [Theory, EveryDatabase]
    internal async Task Moved_to_another_address_is_reached_from_the_old_one(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        await market.InDbAsync(async db =>
        {
            (await db.FindAsync<Product>(product.Product))!.MoveTo("toi-den-moi");
            db.Add(ProductAddress.Give(product.Product, "toi-den-moi", market.Clock.Now()));
            return await db.SaveChangesAsync();
        });
        using var reader = market.Reader();

        var answer = await reader.GetAsync("/en/p/" + product.Slug + "?currency=EUR");

        answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        answer.Headers.Location!.OriginalString.ShouldBe("/en/p/toi-den-moi?currency=EUR");
        answer.Headers.CacheControl!.NoCache.ShouldBeTrue("where it is called so again, a browser that remembered this would go round in a ring");
        (await reader.GetAsync("/p/toi-den-moi")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EveryDatabase]
    internal async Task Withdrawn_is_gone_for_everybody_once_the_message_arrives(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        using var reader = market.Reader();
        (await reader.GetAsync("/p/" + product.Slug)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await market.ChangeAsync(product.Product, p => p.Withdraw());

        (await reader.GetAsync("/p/" + product.Slug)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetStringAsync("/products")).ShouldNotContain(product.Slug);
        (await reader.GetStringAsync("/")).ShouldNotContain(product.Slug);
        (await reader.GetStringOrErrorAsync("/sitemaps/products-1.xml")).ShouldNotContain(product.Slug);
    }

    [Fact]
    internal async Task With_markup_in_its_texts_shows_it_as_typed()
    {
        await using var market = await Market.OpenAsync();
        var product = await market.LiveProductAsync(name: "<img src=x onerror=alert(1)>");
        await market.ChangeAsync(product.Product, p => p.Describe(
            new(p.Name, new("</script><script>alert(2)</script>"), new("<svg onload=alert(3)> [tôi](javascript:alert(4)) **đậm**"), p.Use, p.OtherNames, p.Ingredients), p.Category));
        using var reader = market.Reader();

        var page = await reader.GetStringAsync("/p/" + product.Slug);

        page.ShouldNotContain("<img src=x");
        page.ShouldNotContain("<script>alert");
        page.ShouldNotContain("<svg onload");
        page.ShouldNotContain("javascript:");
        page.ShouldContain("<strong>đậm</strong>");
    }
}
