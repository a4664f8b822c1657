using System.Text;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Rates;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>Nobody types her address twice, and nobody reads another's.</summary>
public sealed class What_was_typed_at_the_checkout
{
    private static readonly (string Name, string Value)[] Hanh =
    [
        ("Form.Name", "Nguyễn Thị Hạnh"), ("Form.Phone", "0912 345 678"), ("Form.Country", "VN"), ("Form.Province", "01"), ("Form.Commune", "Phường Cầu Giấy"),
        ("Form.Street", "Số 12 ngõ 165 Xuân Thủy"), ("Form.Email", ""), ("Form.Note", "Gọi trước"), ("Form.Way", "BankTransfer"),
    ];

    [Theory, EveryDatabase]
    internal async Task Is_there_again_after_a_look_at_the_basket_and_gone_with_the_order(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        using var hanh = Visitor.Of(market);
        await hanh.SendAsync("/cart/add", ("variant", garlic.Variant.ToString()), ("quantity", "1"));
        await hanh.OpenAsync("/checkout");

        await hanh.SubmitAsync("/checkout/delivery", [.. Hanh, ("Form.Leave", "1")]);
        hanh.Location.ShouldBe("/cart");
        await hanh.OpenAsync("/cart");
        await hanh.SubmitAsync("/cart", ($"Form.Quantity[{garlic.Variant}]", "2"), ("Form.ToCheckout", "1"));
        await hanh.OpenAsync(hanh.Location);

        (hanh.Field("Form.Name"), hanh.Field("Form.Phone"), hanh.Field("Form.Commune"), hanh.Field("Form.Street")).ShouldBe(("Nguyễn Thị Hạnh", "0912 345 678", "Phường Cầu Giấy", "Số 12 ngõ 165 Xuân Thủy"));
        hanh.Page.ShouldContain("Gọi trước");
        await hanh.SubmitAsync("/checkout", Hanh);
        (await market.RowsAsync<Order>()).ShouldHaveSingleItem().Parts[0].Lines[0].Quantity.ShouldBe(2);

        await hanh.SendAsync("/cart/add", ("variant", garlic.Variant.ToString()), ("quantity", "1"));
        (await hanh.OpenAsync("/checkout")).Field("Form.Name").ShouldBeEmpty("it was ordered");
    }

    [Theory]
    [InlineData("/fr", "fr-FR,fr;q=0.9,en;q=0.8", "", "FR")]
    [InlineData("/fr", "en-GB,fr-ca;q=0.5", "", "CA")]
    [InlineData("/en", "en-US,en;q=0.9", "", "VN")]
    [InlineData("/en", "en-AU", "", "AU")]
    [InlineData("/fr", "fr-XX, en-GB", "", "VN")]
    [InlineData("", "fr-FR", "", "VN")]
    [InlineData("/en", "fr-FR", "JPY", "JP")]
    public async Task Begins_in_the_country_where_she_probably_is(string prefix, string languages, string currency, string begun)
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        if (currency.Length > 0)
            await market.RateAsync(Currencies.Find(currency)!.Value, "170,00");
        var garlic = await market.LiveProductAsync();
        using var claire = Visitor.Of(market, languages);
        await claire.SendAsync("/cart/add", ("variant", garlic.Variant.ToString()), ("quantity", "1"));
        if (currency.Length > 0)
            await claire.SendAsync(prefix + "/currency", ("currency", currency), ("place", "/products"));

        await claire.OpenAsync(prefix + "/checkout");
        claire.Page.ShouldMatch($"<option[^>]*(selected[^>]*value=\"{begun}\"|value=\"{begun}\"[^>]*selected)");
        System.Text.RegularExpressions.Regex.IsMatch(claire.Page, "<select[^>]*Form.Province").ShouldBe(begun == "VN");
    }

    [Theory, EveryDatabase]
    internal async Task Goes_with_the_basket_and_with_whoever_signs_out(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        using var hanh = Visitor.Of(market);
        await hanh.SendAsync("/cart/add", ("variant", garlic.Variant.ToString()), ("quantity", "1"));
        await hanh.OpenAsync("/checkout");
        await hanh.SubmitAsync("/checkout/delivery", Hanh);
        await hanh.OpenAsync("/cart");
        await hanh.SubmitAsync("/cart", ($"Form.Quantity[{garlic.Variant}]", "0"));
        await hanh.SendAsync("/cart/add", ("variant", garlic.Variant.ToString()), ("quantity", "1"));
        (await hanh.OpenAsync("/checkout")).Field("Form.Name").ShouldBeEmpty();

        using var mai = await market.ClientFor(await market.RegisteredAsync());
        await mai.PostAsync("/cart/add", ("variant", garlic.Variant.ToString()), ("quantity", "1"));
        using var typed = await mai.PostFormAsync("/checkout", Hanh, form: "form#order");
        using var left = await mai.PostFormAsync("/account", [], form: "form[action*='sign-out']");
        left.Headers.GetValues("Set-Cookie").ShouldContain(c => c.Contains("cm-checkout=;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_sealed_and_another_person_gets_none_of_it()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var (mai, other) = (Actor.Of(await market.PersonAsync("Mai"), ""), Actor.Of(await market.PersonAsync("Hoa"), ""));
        CheckoutForm form = new() { Name = "Lò Thị Mai", Street = "Bản Tọ", Note = "Gọi trước", Postcode = "KeptFromEverybodyElse", Seen = "x", FormKey = "y" };

        // A long word: a short one stands in a sealed text by chance.
        var cookie = (await KeptAsync(market, mai, form)).Split(';')[0].Split('=', 2)[1];
        foreach (var seen in new[] { cookie, Encoding.Latin1.GetString(WebEncoders.Base64UrlDecode(cookie)) })
            seen.ShouldNotContain("KeptFromEverybodyElse");
        (await ReadAsync(market, mai, other, form)).ShouldBeNull();
        (await ReadAsync(market, mai, OrdersFactory.Guest, form)).ShouldBeNull();
        (await ReadAsync(market, mai, mai, form))!.ShouldSatisfyAllConditions(f => f.Name.ShouldBe("Lò Thị Mai"), f => f.Note.ShouldBe("Gọi trước"), f => f.Seen.ShouldBeNull(), f => f.FormKey.ShouldBeNull());
        (await ReadAsync(market, OrdersFactory.Guest, mai, form))!.Street.ShouldBe("Bản Tọ", "she signed in on her way");
    }

    [Fact]
    public async Task Keeps_the_address_where_a_cookie_cannot_hold_all()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        CheckoutForm form = new() { Name = "Lò Thị Mai", Street = "Bản Tọ", Note = new('đ', 2_000) };

        (await ReadAsync(market, OrdersFactory.Guest, OrdersFactory.Guest, form))!.ShouldSatisfyAllConditions(f => f.Name.ShouldBe("Lò Thị Mai"), f => f.Note.ShouldBeNull());
        (await KeptAsync(market, OrdersFactory.Guest, new() { Name = new('đ', 5_000) })).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task May_be_an_address_of_her_book(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var person = await market.RegisteredAsync();
        await SaveAsync(market, person, "Lò Thị Mai", "0912345678", "VN", "14", "Xã Gia Phù", "Bản Tọ", "");
        await SaveAsync(market, person, "Ann", "", "DE", "", "Berlin", "Unter den Linden 1", "10117");
        using var mai = await market.ClientFor(person);
        await mai.PostAsync("/cart/add", ("variant", garlic.Variant.ToString()), ("quantity", "1"));

        var first = await mai.OpenAsync("/checkout");
        first.QuerySelector("#Form_Street")!.GetAttribute("value").ShouldBe("Bản Tọ", "the first of the book");
        var second = first.QuerySelectorAll("button[name='Form.Use']").ShouldHaveSingleItem();
        second.TextContent.ShouldContain("Unter den Linden 1");
        var page = await ChooseAsync(mai, second.GetAttribute("value")!);
        page.QuerySelector("#Form_Street")!.GetAttribute("value").ShouldBe("Unter den Linden 1");
        page.QuerySelector("#Form_Country option[selected]")!.GetAttribute("value").ShouldBe("DE");
        page.QuerySelectorAll("button[name='Form.Use']").ShouldHaveSingleItem().TextContent.ShouldContain("Bản Tọ");
    }

    [Theory, EveryDatabase]
    internal async Task Is_not_asked_for_before_it_is_said_that_nobody_abroad_can_pay(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        await market.RateAsync();
        var garlic = await market.LiveProductAsync();
        using var claire = Visitor.Of(market);
        await claire.SendAsync("/cart/add", ("variant", garlic.Variant.ToString()), ("quantity", "1"));
        foreach (var path in new[] { "/en/cart", "/en/checkout", "/en/checkout?currency=EUR", "/cart?currency=EUR", "/fr/cart" })
            (await claire.OpenAsync(path)).Page.ShouldContain(path.StartsWith("/en", StringComparison.Ordinal) ? "takes no cards" : path.StartsWith("/fr", StringComparison.Ordinal) ? "ne prend pas de carte" : "không nhận thẻ", customMessage: path);
        (await claire.OpenAsync("/checkout")).Page.ShouldNotContain("không nhận thẻ", customMessage: "nobody says that it goes abroad");
        await claire.SubmitAsync("/checkout/delivery", ("Form.Country", "FR"));
        claire.Page.ShouldContain("không nhận thẻ");
        System.Net.WebUtility.HtmlDecode((await claire.OpenAsync("/en/checkout?currency=EUR")).Page).ShouldContain("≈\u00a0€", customMessage: "what is owed in đồng, and what that is about");
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> ChooseAsync(Browser browser, string address)
    {
        var form = (await browser.OpenAsync("/checkout")).QuerySelector("form#order")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        using var answer = await browser.PostAsync("/checkout/delivery", [.. hidden, ("Form.Use", address), ("Form.Street", "Bản Tọ")]);
        return await Browser.ParseAsync(answer);
    }

    private static async Task SaveAsync(Market market, PersonId person, string name, string phone, string country, string province, string commune, string street, string postcode)
        => (await market.SendAsync(new SaveAddress.Command(Actor.Of(person, ""), null, name, phone, country, province, commune, street, postcode, IsFirst: false))).IsDone.ShouldBeTrue();

    private static Task<string> KeptAsync(Market market, Actor by, CheckoutForm form) => market.WithAsync<TypedAtCheckout, string>(typed =>
    {
        DefaultHttpContext context = new();
        typed.Keep(context, by, form);
        return Task.FromResult(context.Response.Headers.SetCookie.ToString());
    });

    private static async Task<CheckoutForm?> ReadAsync(Market market, Actor by, Actor reader, CheckoutForm form)
    {
        var cookie = (await KeptAsync(market, by, form)).Split(';')[0];
        return await market.WithAsync<TypedAtCheckout, CheckoutForm?>(typed =>
        {
            DefaultHttpContext context = new();
            context.Request.Headers.Cookie = cookie;
            return Task.FromResult(typed.Read(context, reader));
        });
    }
}
