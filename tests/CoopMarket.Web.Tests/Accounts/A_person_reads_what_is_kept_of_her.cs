using System.Text.Json;
using AngleSharp.Html.Parser;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Reviews;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;

namespace CoopMarket.Web.Tests.Accounts;

public sealed class A_person_reads_what_is_kept_of_her
{
    [Theory, EveryDatabase]
    internal async Task The_copy_holds_her_account_addresses_and_orders_and_nobody_elses(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var (mai, other) = (await market.RegisteredAsync(), await market.RegisteredAsync());
        using var browser = await market.ClientFor(mai);
        await browser.PostFormAsync(
            "/account/addresses/new", ("Form.Name", "Lò Thị Mai"), ("Form.Phone", "0912345678"), ("Form.Province", "14"), ("Form.Commune", "Xã Gia Phù"), ("Form.Street", "Bản Tọ"));
        var hers = await BuyAsync(market, garlic, mai);
        var others = await BuyAsync(market, garlic, other);

        var page = await browser.OpenAsync("/account/data");
        (await browser.OpenAsync("/account")).QuerySelector("main a[href='/account/data']").ShouldNotBeNull();
        page.QuerySelector("main a[href='/privacy']").ShouldNotBeNull();
        using var file = await browser.GetAsync(page.QuerySelector("main a[download]")!.GetAttribute("href")!);

        file.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldEndWith(".html");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var text = await file.Content.ReadAsStringAsync();
        var copy = CopyIn(text);
        copy.GetProperty("addresses").EnumerateArray().ShouldHaveSingleItem().GetProperty("street").GetString().ShouldBe("Bản Tọ");
        copy.GetProperty("orders").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe(hers);
        text.ShouldContain("Tỏi đen một nhánh");
        text.ShouldContain("<li>Giao hàng, ", customMessage: "what is told of an order adds up to its total");
        text.ShouldNotContain(others);
        text.ToLowerInvariant().ShouldNotContain("hash");
        text.ToLowerInvariant().ShouldNotContain("stamp");
    }

    [Theory, EveryDatabase]
    internal async Task The_copy_holds_what_she_said_of_goods_and_what_she_asked_to_give_back_and_no_word_of_who_reported_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var mai = await market.RegisteredAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 2)), PaymentWay.CashOnDelivery);
        var placed = (await market.SendAsync(checkout with { Actor = Actor.Of(mai, "203.0.113.9") })).Value;
        await market.DeliverAsync();
        var part = (await market.OrderAsync(placed.Code)).Parts[0];
        var manager = Actor.Of(garlic.Manager, "127.0.0.1");
        (await market.SendAsync(new AcceptSellerOrder.Command(manager, garlic.Cooperative, part.Id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ShipParcel.Command(manager, garlic.Cooperative, part.Id, Carrier.Other, ""))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new BuyerReceived.Command(OrdersFactory.Guest, placed.Code, placed.Secret, part.Id))).IsDone.ShouldBeTrue();
        var line = part.Lines[0].Id;
        WriteReview.Command Say(string words) => new(OrdersFactory.Guest, placed.Code, placed.Secret, line, "4", words, "Mai Sơn La");
        (await market.SendAsync(Say("Thơm lắm"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(Say("Thơm nhưng hơi khô"))).IsDone.ShouldBeTrue();
        var review = (await market.RowsAsync<Review>()).Single().Id;
        var reporter = await market.RegisteredAsync();
        (await market.SendAsync(new ReportReview.Command(Actor.Of(reporter, "203.0.113.8"), review, nameof(ReportReason.Untrue), "Lời của người báo"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new AskReturn.Command(
            OrdersFactory.Guest, placed.Code, placed.Secret, part.Id, new Dictionary<string, string> { [line.ToString()] = "1" }, nameof(ReturnReason.Damaged), "Lọ bị vỡ nắp", false))).IsDone.ShouldBeTrue();

        using var browser = await market.ClientFor(mai);
        using var file = await browser.GetAsync("/account/data?handler=File");
        var text = await file.Content.ReadAsStringAsync();
        var order = CopyIn(text).GetProperty("orders").EnumerateArray().Single();

        order.GetProperty("returns").EnumerateArray().Single().GetProperty("words").GetString().ShouldBe("Lọ bị vỡ nắp");
        var said = order.GetProperty("reviews").EnumerateArray().Single();
        (said.GetProperty("words").GetString(), said.GetProperty("name").GetString()).ShouldBe(("Thơm nhưng hơi khô", "Mai Sơn La"));
        said.GetProperty("trail").EnumerateArray().Select(s => s.GetProperty("words").GetString()).ShouldBe(["Thơm lắm", "Thơm nhưng hơi khô"]);
        text.ShouldNotContain("Lời của người báo");
        text.ShouldNotContain(reporter.ToString());
    }

    [Theory, EveryDatabase]
    internal async Task Whatever_any_table_holds_of_her_is_in_the_copy_for_programs_and_to_read(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var life = await ALife.LiveAsync(market);
        using var browser = await market.ClientFor(life.Person);
        foreach (var language in new[] { "", "/en", "/fr" })
        {
            var html = await (await browser.GetAsync(language + "/account/data?handler=File")).Content.ReadAsStringAsync();
            var kept = string.Join('\n', Strings(CopyIn(html)));
            ALife.Marks.Where(m => !kept.Contains(m, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
            var page = new HtmlParser().ParseDocument(html);
            page.QuerySelector("#data")!.Remove();
            page.QuerySelectorAll("link, img, script, [src]").ShouldBeEmpty("it is read without a network");
            ALife.Marks.Except(OnlyForPrograms.Keys).Where(m => !page.Body!.TextContent.Contains(m, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        }
    }

    [Fact]
    internal async Task Guests_are_asked_to_sign_in()
    {
        await using var market = await Market.OpenAsync();
        using var guest = market.Guest();

        foreach (var page in new[] { "/account/data", "/account/data?handler=File" })
            Browser.Goal(await guest.GetAsync(page)).ShouldNotBeNull().ShouldStartWith("/account/sign-in", customMessage: page);
    }

    /// <summary>What stands in the part for programs alone, and why.</summary>
    private static readonly Dictionary<string, string> OnlyForPrograms = new()
    {
        ["zqdraftseller"] = "an application has forty fields, which she reads at /sell/apply",
    };

    internal static JsonElement CopyIn(string html) => JsonDocument.Parse(new HtmlParser().ParseDocument(html).QuerySelector("script#data[type='application/json']")!.TextContent).RootElement;

    private static IEnumerable<string> Strings(JsonElement of) => of.ValueKind switch
    {
        JsonValueKind.Object => of.EnumerateObject().SelectMany(p => Strings(p.Value)),
        JsonValueKind.Array => of.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [of.GetString()!],
        _ => [],
    };

    private static async Task<string> BuyAsync(Market market, ListedProduct product, Domain.Shared.PersonId buyer)
    {
        var checkout = await market.CheckoutAsync(await market.BasketAsync((product.Variant, 1)), PaymentWay.CashOnDelivery);
        return (await market.SendAsync(checkout with { Actor = Actor.Of(buyer, "203.0.113.9") })).Value.Code;
    }
}
