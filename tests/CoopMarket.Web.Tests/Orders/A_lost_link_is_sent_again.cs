using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>A guest who lost the link of her order gets it again, and nobody else gets anything.</summary>
public sealed class A_lost_link_is_sent_again
{
    /// <summary>A code that could be an order's.</summary>
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/complaints")]
    [InlineData("/")]
    [InlineData("/orders")]
    public async Task Where_one_looks_for_an_order_a_link_leads_there(string place)
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        using var hanh = market.Guest();
        using var answer = await hanh.GetAsync(place);
        var page = await Browser.ParseAsync(answer);
        page.QuerySelector("footer a[href='/orders/link']").ShouldNotBeNull();
        if (place is "/account/sign-in" or "/orders" or "/complaints")
            page.QuerySelector("main a[href='/orders/link']").ShouldNotBeNull();
    }

    private static readonly string NoOrder = PublicCode.From([1, 2, 3, 4, 5]).Value;

    [Theory, EveryDatabase]
    internal async Task It_goes_to_the_address_of_the_order_and_opens_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var order = await OrderAsync(market);
        using var hanh = market.Guest();

        (await AskAsync(hanh, order.Code.ToLowerInvariant().Insert(4, " "), " Hanh@Thu.test ")).StatusCode.ShouldBe(HttpStatusCode.Found);
        await market.DeliverAsync();

        market.Post.Letters.Count.ShouldBe(2);
        var letter = market.Post.Letters[1];
        letter.To.ShouldBe("hanh@thu.test");
        var link = new Uri(letter.Text.Split().Single(w => w.Contains("?s=", StringComparison.Ordinal)).Trim('(', ')')).PathAndQuery;
        Browser.Goal(await hanh.GetAsync(link)).ShouldBe("/orders/" + order.Code);
        (await hanh.GetAsync("/orders/" + order.Code)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EveryDatabase]
    internal async Task An_admin_has_it_mailed_to_the_address_of_the_order(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var order = await OrderAsync(market);
        using var admin = await market.ClientFor(await market.PersonAsync(isAdmin: true));

        (await admin.PostFormAsync("/admin/orders/" + order.Code, [], "form[action*=Link]")).StatusCode.ShouldBe(HttpStatusCode.Found);
        await market.DeliverAsync();

        market.Post.Letters.Count.ShouldBe(2);
        market.Post.Letters[1].To.ShouldBe("hanh@thu.test");
        market.Post.Letters[1].Text.ShouldContain("?s=");
    }

    [Fact]
    public async Task Neither_another_address_nor_an_order_that_is_not_there_gets_a_mail_or_another_answer()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var order = await OrderAsync(market);
        using var stranger = market.Guest();
        var pages = new List<string>();
        foreach (var (code, email) in new[] { (order.Code, "nguoi-la@thu.test"), (NoOrder, "hanh@thu.test"), (order.Code, "hanh@thu.test.evil.test") })
        {
            Browser.Goal(await AskAsync(stranger, code, email)).ShouldBe("/orders/link");
            pages.Add((await stranger.OpenAsync("/orders/link")).QuerySelector("main")!.TextContent);
        }

        pages.Distinct().ShouldHaveSingleItem();
        await market.DeliverAsync();
        market.Post.Letters.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_no_code_or_no_address_is_shown_again()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        using var stranger = market.Guest();
        using var answer = await AskAsync(stranger, "CM12345678", "hanh");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ParseAsync(answer);
        page.QuerySelectorAll("main .err").Length.ShouldBe(2);
        page.QuerySelector("main input[name='Form.Code']")!.GetAttribute("value").ShouldBe("CM12345678");
    }

    [Fact]
    public async Task The_page_of_an_order_leads_there_alike_whether_there_is_such_an_order_or_not()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var order = await OrderAsync(market);
        using var stranger = market.Guest();
        var pages = new List<string>();
        foreach (var code in new[] { order.Code, NoOrder })
        {
            foreach (var page in new[] { $"/orders/{code}", $"/orders/{code}?s=guessed", $"/orders/{code}/pay" })
                Browser.Goal(await stranger.GetAsync(page)).ShouldBe("/orders/link?code=" + code);
            pages.Add((await stranger.OpenAsync("/orders/link?code=" + code)).QuerySelector("main")!.OuterHtml.Replace(code, "", StringComparison.Ordinal));
        }

        pages.Select(WithoutToken).Distinct().ShouldHaveSingleItem();
    }

    private static Task<HttpResponseMessage> AskAsync(Browser browser, string code, string email)
        => browser.PostFormAsync("/orders/link", ("Form.Code", code), ("Form.Email", email));

    private static string WithoutToken(string page)
        => System.Text.RegularExpressions.Regex.Replace(page, "<input[^>]*__RequestVerificationToken[^>]*>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>An order of the address hanh@thu.test, which had its one mail.</summary>
    private static async Task<Order> OrderAsync(Market market)
    {
        var garlic = await market.LiveProductAsync();
        var placed = await market.SendAsync(await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1))) with { Email = "hanh@thu.test" });
        await market.DeliverAsync();
        market.Post.Letters.ShouldHaveSingleItem();
        return await market.OrderAsync(placed.Value.Code);
    }
}
