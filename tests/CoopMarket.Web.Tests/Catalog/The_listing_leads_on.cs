using System.Net;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Catalog;

/// <summary>The six steps of a new product: each asks once, and none goes by in silence.</summary>
public sealed class The_listing_leads_on
{
    private const string NothingInStock = "Kho chưa có hàng";

    [Theory, EveryDatabase]
    internal async Task A_new_size_begins_with_what_is_there_and_the_stock_book_says_so(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var product = await desk.DraftAsync();
        var jar = (await desk.SaveAsync(product, With("1.200"))).Value;

        (await market.OnHandAsync(jar)).ShouldBe(1_200);
        var line = (await market.SendAsync(new StockBook.Query(desk.Actor, desk.Cooperative, product))).Lines.ShouldHaveSingleItem();
        (line.Cause, line.Change).ShouldBe((StockCause.Received, 1_200));

        (await desk.SaveAsync(product, With("5"), jar)).IsDone.ShouldBeTrue();
        (await market.OnHandAsync(jar)).ShouldBe(1_200, "a size that is there changes its stock in the stock book alone");
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("1000001")]
    public async Task A_stock_that_is_no_number_is_refused_and_an_empty_one_is_none(string typed)
    {
        await using var market = await Market.OpenAsync();
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var product = await desk.DraftAsync();

        (await desk.SaveAsync(product, With(typed))).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Stock");

        var jar = (await desk.SeeAsync(product)).Sizes.ShouldHaveSingleItem();
        jar.OnHand.ShouldBe(0);
        (await market.RowsAsync<StockMove>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task That_nothing_is_in_stock_is_said_before_it_is_sent_and_to_the_admin_who_looks()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        var product = await desk.WholeAsync();
        var jar = (await desk.SeeAsync(product)).Sizes.ShouldHaveSingleItem();
        using var browser = await market.ClientFor(coop.Manager);
        using var admin = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        var page = $"/sell/products/{product}";
        (await TextAsync(browser, page)).ShouldContain(NothingInStock);
        (await TextAsync(browser, page + "/sizes")).ShouldContain("Hết hàng trong kho");
        await desk.SubmitAsync(product);
        (await TextAsync(admin, $"/admin/products/{product}")).ShouldContain("duyệt bây giờ thì người mua thấy “hết hàng”");

        await desk.StockAsync(product, jar.Id, StockCause.Received, "12");

        (await TextAsync(browser, page)).ShouldNotContain(NothingInStock);
        (await TextAsync(browser, page + "/sizes")).ShouldContain("Còn 12");
        var seen = await TextAsync(admin, $"/admin/products/{product}");
        seen.ShouldContain("Còn 12");
        seen.ShouldNotContain("hết hàng");
    }

    [Fact]
    public async Task What_is_made_to_order_needs_no_stock()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        var product = await desk.WholeAsync();
        using var browser = await market.ClientFor(coop.Manager);
        (await browser.OpenAsync($"/sell/products/{product}/sizes/new")).QuerySelector("#Form_Stock").ShouldNotBeNull();

        await market.SendAsync(new MakeToOrder.Command(desk.Actor, desk.Cooperative, product, ToOrder: true, "7"));

        (await TextAsync(browser, $"/sell/products/{product}")).ShouldNotContain(NothingInStock);
        (await browser.OpenAsync($"/sell/products/{product}/sizes/new")).QuerySelector("#Form_Stock").ShouldBeNull();
    }

    [Fact]
    public async Task Every_step_has_its_own_number_and_none_asks_again_what_was_answered()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var category = await market.CategoryAsync();
        using var browser = await market.ClientFor(coop.Manager);
        (await TextAsync(browser, "/sell/products/new")).ShouldContain("bước 1 trên 6");
        var started = await browser.PostFormAsync("/sell/products/new", ("Form.NameVi", "Men lá Gia Phù"), ("Form.Category", category.ToString()));
        var product = Browser.Goal(started)!.Replace("/edit", "", StringComparison.Ordinal);

        foreach (var (step, number) in new[] { ("/edit", 2), ("/photos", 3), ("/sizes", 4), ("/sizes/new", 4), ("/origin", 5), ("", 6) })
            (await TextAsync(browser, product + step)).ShouldContain($"bước {number} trên 6");
        var answered = (await browser.OpenAsync(product + "/edit")).QuerySelector("#Form_NameVi")!.Closest("details")!;
        answered.HasAttribute("open").ShouldBeFalse();

        (await browser.PostFormAsync(product + "/edit", ("Form.Category", ""))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await browser.OpenAsync(product + "/edit")).QuerySelector("#Form_Category")!.Closest("details")!.HasAttribute("open").ShouldBeTrue("it is missing now");
    }

    [Fact]
    public async Task Who_leaves_the_sizes_without_one_is_told_and_not_held()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        var product = (await market.SendAsync(new StartProduct.Command(desk.Actor, coop.Id, "Tỏi đen", null, null))).Value;
        using var browser = await market.ClientFor(coop.Manager);
        var page = $"/sell/products/{product}";
        (await TextAsync(browser, page + "/sizes")).ShouldContain("Chưa có cỡ nào.");

        var left = await browser.PostFormAsync(page + "/sizes", ("Form.ToOrder", "false"));
        Browser.Goal(left).ShouldBe(page + "/origin");
        (await TextAsync(browser, page + "/origin")).ShouldContain("Món này chưa có cỡ và giá.");
        (await TextAsync(browser, page)).ShouldContain("Ghi ít nhất một cỡ và giá");

        await desk.SaveAsync(product, DeskOf.Jar);
        await browser.PostFormAsync(page + "/sizes", ("Form.ToOrder", "false"));
        (await TextAsync(browser, page + "/origin")).ShouldNotContain("Món này chưa có cỡ và giá.");
    }

    [Fact]
    public async Task Where_it_comes_from_is_proposed_from_the_cooperatives_application()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        var product = (await market.SendAsync(new StartProduct.Command(desk.Actor, coop.Id, "Tỏi đen", null, null))).Value;
        var home = (await market.RowsAsync<Cooperative>()).Single();
        using var browser = await market.ClientFor(coop.Manager);
        var page = $"/sell/products/{product}/origin";

        var proposed = await browser.OpenAsync(page);
        proposed.QuerySelector("#Form_CommuneCode option[selected]")!.GetAttribute("value").ShouldBe(home.CommuneCode);
        proposed.QuerySelector("#Form_Village")!.GetAttribute("value").ShouldBe(home.Village);
        proposed.Body!.TextContent.ShouldContain("Đã điền sẵn theo đơn đăng ký");

        await browser.PostFormAsync(page, ("Form.Village", "bản Tọ"));
        var kept = await browser.OpenAsync(page);
        kept.QuerySelector("#Form_Village")!.GetAttribute("value").ShouldBe("bản Tọ");
        kept.Body!.TextContent.ShouldNotContain("Đã điền sẵn");
        (await market.RowsAsync<Product>()).Single().CommuneCode.ShouldBe(home.CommuneCode);
    }

    private static SaveSize.Form With(string stock)
    {
        var jar = DeskOf.Jar;
        jar.Stock = stock;
        return jar;
    }

    private static async Task<string> TextAsync(Browser browser, string page) => (await browser.OpenAsync(page)).Body!.TextContent;
}
