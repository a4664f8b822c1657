using System.Net;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Catalog;

public sealed class The_desk_shows_products
{
    [Theory, EveryDatabase]
    internal async Task A_product_is_listed_by_forms_alone(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var category = await market.CategoryAsync();
        using var browser = await market.ClientFor(coop.Manager);

        var started = await browser.PostFormAsync("/sell/products/new", ("Form.NameVi", "Men lá Gia Phù"), ("Form.Category", category.ToString()));
        var product = Browser.Goal(started)!.Replace("/edit", "", StringComparison.Ordinal);
        (await browser.PostFormAsync(product + "/edit", ("Form.LineVi", "Lá rừng giã tay."), ("Form.DescriptionVi", "Mười sáu thứ lá.")))
            .StatusCode.ShouldBe(HttpStatusCode.Found);
        var sized = await browser.PostFormAsync(
            product + "/sizes/new", ("Form.NameVi", "gói 10 viên"), ("Form.Kind", "Piece"), ("Form.Net", "10"), ("Form.Price", "45k"), ("Form.Grams", "150"),
            ("Form.Length", "12"), ("Form.Width", "8"), ("Form.Height", "5"));
        (await OpenAfterAsync(browser, sized)).ShouldContain("Đã lưu gói 10 viên, giá 45.000\u00a0₫.");
        (await browser.PostFormAsync(product + "/sizes", ("Form.ToOrder", "true"), ("Form.Days", "7"))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await browser.PostFormAsync(product + "/origin", ("Form.CommuneCode", "03922"), ("Form.Village", "bản Tọ"), ("Form.Months", "3"), ("Form.Months", "4")))
            .StatusCode.ShouldBe(HttpStatusCode.Found);

        var early = await browser.PostFormAsync(product, [], "form[action*=Submit]");
        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await early.Content.ReadAsStringAsync()).ShouldContain("Thêm ít nhất một ảnh");
        var id = ProductId.From(Guid.Parse(product.Split('/')[^1]));
        await new DeskOf(market, coop).PhotoAsync(id);
        var unsaid = await browser.PostFormAsync(product, [], "form[action*=Submit]");
        unsaid.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await unsaid.Content.ReadAsStringAsync()).ShouldContain("có gửi ra nước ngoài không");
        (await browser.PostFormAsync(product, [("abroad", "true")], "form[action*=Abroad]")).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await browser.OpenAsync(product)).QuerySelector("#abroad").ShouldBeNull("it is asked once");
        (await browser.PostFormAsync(product, [], "form[action*=Submit]")).StatusCode.ShouldBe(HttpStatusCode.Found);

        (await market.RowsAsync<Product>()).Single().State.ShouldBe(ProductState.InReview);
        (await browser.OpenAsync("/sell/products")).Body!.TextContent.ShouldContain("Chờ chợ xem");
    }

    [Fact]
    public async Task What_was_typed_stays_with_a_sentence_at_its_field()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        using var browser = await market.ClientFor(coop.Manager);
        var product = await new DeskOf(market, coop).DraftAsync();

        var answer = await browser.PostFormAsync(
            $"/sell/products/{product}/sizes/new", ("Form.NameVi", "hũ nhỏ"), ("Form.Net", "100"), ("Form.Price", "1,5"), ("Form.Grams", "200"), ("Form.Length", "7"),
            ("Form.Width", "7"), ("Form.Height", "9"), ("IsApproved", "true"), ("Cooperative", Guid.Empty.ToString()), ("Id", Guid.Empty.ToString()));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ParseAsync(answer);
        page.QuerySelector("#Form_NameVi")!.GetAttribute("value").ShouldBe("hũ nhỏ");
        page.QuerySelector("#Form_Price")!.GetAttribute("aria-invalid").ShouldBe("true");
        page.QuerySelector("#Form_Price-flaw")!.TextContent.ShouldBe("Giá tính bằng đồng tròn. Ví dụ 185.000 là một trăm tám mươi lăm nghìn đồng.");
    }

    [Fact]
    public async Task Of_several_numbers_that_are_too_small_each_is_named_over_the_form()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        using var browser = await market.ClientFor(coop.Manager);
        var product = await new DeskOf(market, coop).DraftAsync();

        var answer = await browser.PostFormAsync(
            $"/sell/products/{product}/sizes/new", ("Form.NameVi", "hũ nhỏ"), ("Form.Net", "0"), ("Form.Price", "45k"), ("Form.Grams", "0"), ("Form.Length", "7"),
            ("Form.Width", "0"), ("Form.Height", "9"));

        var page = await Browser.ParseAsync(answer);
        var lines = page.QuerySelectorAll(".errors li a").ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent);
        lines.ShouldBe(new Dictionary<string, string>
        {
            ["#Form_Net"] = "Số lượng: Ít nhất là 1.",
            ["#Form_Grams"] = "Nặng, gam: Ít nhất là 1.",
            ["#Form_Width"] = "Rộng, cm: Ít nhất là 0,1 cm.",
        });
    }

    [Fact]
    public async Task What_cannot_even_be_read_gets_a_sentence_in_the_readers_language()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        using var browser = await market.ClientFor(coop.Manager);
        var product = await new DeskOf(market, coop).DraftAsync();

        var answer = await browser.PostFormAsync($"/sell/products/{product}/sizes/new", ("Form.Kind", "Kilo"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ParseAsync(answer)).QuerySelector(".errors li")!.TextContent.ShouldBe("Bên trong có bao nhiêu: Chợ chưa đọc được ô này. Mời bạn nhập lại.");
        answer = await browser.PostFormAsync($"/sell/products/{product}/edit", ("Form.Category", "x'; DROP TABLE"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await market.RowsAsync<Variant>()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_is_kept_while_it_is_typed_and_a_product_on_sale_is_not()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        using var browser = await market.ClientFor(coop.Manager);
        var draft = await new DeskOf(market, coop).DraftAsync();
        var live = await market.LiveProductAsync(seller: coop);
        var page = await browser.OpenAsync($"/sell/products/{draft}/edit");
        var token = page.QuerySelector("form[data-autosave] [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (string, string)[] typed = [("__RequestVerificationToken", token), ("Form.NameVi", "Tỏi đen"), ("Form.LineVi", "Nửa câ")];

        var kept = await browser.PostAsync(page.QuerySelector("form[data-autosave]")!.GetAttribute("data-autosave")!, typed);
        (await kept.Content.ReadAsStringAsync()).ShouldBe("Đã lưu lúc 9:00");
        (await browser.PostAsync($"/sell/products/{live.Product}/edit?handler=Keep", typed)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var names = (await market.RowsAsync<Product>()).ToDictionary(p => p.Id, p => p.Line.Vi);
        (names[draft], names[live.Product]).ShouldBe(("Nửa câ", "Ủ 30 ngày trong nồi đất."));
    }

    [Fact]
    public async Task Taken_off_is_put_back_with_one_press_and_stock_is_written_down()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var live = await market.LiveProductAsync(seller: coop, onHand: 3);
        await new DeskOf(market, coop).PhotoAsync(live.Product);
        using var browser = await market.ClientFor(coop.Manager);
        var page = $"/sell/products/{live.Product}";

        (await OpenAfterAsync(browser, await browser.PostFormAsync(page, [], "form[action*=Withdraw]"))).ShouldContain("Bày lại");
        (await market.RowsAsync<Product>()).Single().State.ShouldBe(ProductState.Withdrawn);
        await browser.PostFormAsync(page, [], "form[action*=PutBack]");
        (await market.RowsAsync<Product>()).Single().State.ShouldBe(ProductState.Live);

        var refused = await browser.PostFormAsync(page + "/stock", ("Form.Cause", "Spoiled"), ("Form.Quantity", "4"), ("Form.Reason", "vỡ"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Browser.ParseAsync(refused)).QuerySelector("[name='Form.Quantity']")!.GetAttribute("value").ShouldBe("4");
        await browser.PostFormAsync(page + "/stock", ("Form.Cause", "Received"), ("Form.Quantity", "20"));
        (await market.OnHandAsync(live.Variant)).ShouldBe(23);
    }

    [Fact]
    public async Task An_admin_decides_by_forms()
    {
        await using var market = await Market.OpenAsync();
        var desk = new DeskOf(market, await market.NewSellerAsync());
        var first = await desk.WholeAsync("Món 1");
        var second = await desk.WholeAsync("Món 2");
        await desk.SubmitAsync(first);
        await desk.SubmitAsync(second);
        using var admin = await market.ClientFor(await market.PersonAsync(isAdmin: true));

        (await admin.OpenAsync("/admin/products")).QuerySelectorAll(".goods li").Length.ShouldBe(2);
        (await admin.PostFormAsync($"/admin/products/{first}", [], "form[action*=Approve]")).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await admin.PostFormAsync("/admin/rules/categories", ("Form.NameVi", "Mật ong"), ("Form.NameEn", "Honey"))).StatusCode.ShouldBe(HttpStatusCode.Found);

        (await desk.SeeAsync(first)).State.ShouldBe(ProductState.Live);
        (await market.RowsAsync<CategoryEntry>()).ShouldContain(c => c.Slug == "mat-ong");
    }

    [Fact]
    public async Task An_admin_takes_down_only_what_was_on_sale_and_sees_which_text_is_in_which_language()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var desk = new DeskOf(market, coop);
        var fresh = await desk.WholeAsync();
        await desk.SubmitAsync(fresh);
        var live = await market.LiveProductAsync(seller: coop);
        using var admin = await market.ClientFor(await market.PersonAsync(isAdmin: true));

        var waiting = await admin.OpenAsync($"/admin/products/{fresh}");
        waiting.QuerySelector("button[formaction*=Refuse]").ShouldNotBeNull();
        waiting.QuerySelector("button[formaction*=TakeDown]").ShouldBeNull();
        var onSale = await admin.OpenAsync($"/admin/products/{live.Product}");
        onSale.QuerySelector("button[formaction*=TakeDown]").ShouldNotBeNull();
        onSale.QuerySelectorAll("dd.spoken").Take(2).Select(d => (d.QuerySelector(".tongue")!.TextContent, d.QuerySelector(".lines")!.GetAttribute("lang"), d.QuerySelector(".lines")!.TextContent))
            .ShouldBe([("Tiếng Việt", "vi", "Tỏi đen một nhánh"), ("Tiếng Anh", "en", "Black garlic")]);

        await desk.WithdrawAsync(fresh);
        (await admin.OpenAsync($"/admin/products/{fresh}")).QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_opens_in_both_languages_for_those_it_is_for_and_for_nobody_else()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var live = await market.LiveProductAsync(seller: coop);
        using var member = await market.ClientFor(coop.Manager);
        using var other = await market.ClientFor((await market.NewSellerAsync()).Manager);
        using var admin = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        using var guest = market.Guest();
        var one = $"/sell/products/{live.Product}";
        string[] desk = [one, one + "/edit", one + "/sizes", one + "/sizes/new", $"{one}/sizes/{live.Variant}", one + "/origin", one + "/stock"];
        string[] office = ["/admin/products", $"/admin/products/{live.Product}", "/admin/rules/categories"];

        foreach (var page in desk)
        {
            await member.OpenAsync(page);
            await member.OpenAsync("/en" + page);
            (await other.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
            (await guest.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Found, page);
        }

        foreach (var page in office)
        {
            await admin.OpenAsync(page);
            await admin.OpenAsync("/en" + page);
            (await member.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }

        await member.OpenAsync("/sell/products");
        (await member.GetAsync($"{one}/sizes/{Guid.Empty}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> OpenAfterAsync(Browser browser, HttpResponseMessage redirect)
        => (await browser.OpenAsync(Browser.Goal(redirect)!)).Body!.TextContent;
}
