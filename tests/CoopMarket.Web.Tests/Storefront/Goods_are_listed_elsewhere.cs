using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Rates;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>Lists of goods for Google and Facebook.</summary>
public sealed class Goods_are_listed_elsewhere
{
    private static readonly XNamespace G = "http://base.google.com/ns/1.0";

    [Theory, EveryDatabase]
    internal async Task Only_what_can_be_ordered_now_and_shown_is_told_with_the_price_that_is_charged(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var garlic = await ShownAsync(market, coop, await market.LiveProductAsync(seller: coop, name: "Tỏi đen & \"mật\" <b>"));
        await market.SizeAsync(garlic.Product, 95_000, onHand: 0);
        await market.SizeAsync(garlic.Product, 340_000, onHand: 3);
        var scarf = await ShownAsync(market, coop, await market.LiveProductAsync(seller: coop, onHand: 0, madeToOrderDays: 20, name: "Khăn piêu"));
        await ShownAsync(market, coop, await market.LiveProductAsync(seller: coop, onHand: 0, name: "Hết hàng"));
        await market.LiveProductAsync(seller: coop, name: "Chưa có ảnh");
        var gone = await ShownAsync(market, coop, await market.LiveProductAsync(seller: coop, name: "Đã gỡ"));
        await market.ChangeAsync(gone.Product, p => p.Withdraw().ShouldBeNull());
        var resting = await market.NewSellerAsync();
        await ShownAsync(market, resting, await market.LiveProductAsync(seller: resting, name: "Đang nghỉ"));
        var today = VietnamDay.Of(market.Clock.GetUtcNow());
        await market.CloseAsync(resting.Id, today, today.AddDays(3));
        using var reader = market.Guest();

        using var answer = await reader.GetAsync("/feeds/google.xml");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/xml");
        answer.Headers.CacheControl!.Public.ShouldBeTrue();
        var items = Items(await answer.Content.ReadAsStringAsync());
        items.Select(i => (Of(i, "title"), Of(i, "price"))).ShouldBe(
        [
            ("Tỏi đen & \"mật\" <b>, hũ 250 g", "185000 VND"), ("Tỏi đen & \"mật\" <b>, túi 340000", "340000 VND"), ("Khăn piêu", "185000 VND"),
        ], ignoreOrder: true);
        items = [.. items.OrderBy(i => Of(i, "title").StartsWith('K')).ThenBy(i => Of(i, "price"), StringComparer.Ordinal)];
        Of(items[0], "id").ShouldBe(garlic.Variant.ToString());
        Of(items[0], "item_group_id").ShouldBe(garlic.Product.ToString());
        Of(items[0], "link").ShouldBe($"{Market.Address}/p/{garlic.Slug}");
        Of(items[0], "image_link").ShouldMatch($"^{Market.Address}/media/[0-9a-f]{{32}}/320.jpg$");
        (Of(items[0], "unit_pricing_measure"), Of(items[0], "unit_pricing_base_measure"), Of(items[0], "shipping_weight"), Of(items[0], "availability")).ShouldBe(("250g", "100g", "420 g", "in_stock"));
        Of(items[0], "description").ShouldBe("Ủ 30 ngày trong nồi đất. Tỏi trồng trên nương.");
        (items[2].Element(G + "item_group_id"), Of(items[2], "max_handling_time"), Of(items[2], "link")).ShouldBe((null, "20", $"{Market.Address}/p/{scarf.Slug}"));
        (await reader.GetAsync(Of(items[0], "image_link")[Market.Address.Length..])).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EveryDatabase]
    internal async Task A_letter_of_two_halves_is_never_cut(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        // The 149th unit of the title, behind which it is cut, is the first half of the jar.
        await ShownAsync(market, coop, await market.LiveProductAsync(seller: coop, name: new string('a', 148) + "\U0001FAD9 tỏi đen"));
        using var reader = market.Reader();

        Of(Items(await reader.GetStringAsync("/feeds/google.xml")).ShouldHaveSingleItem(), "title").ShouldBe(new string('a', 148) + "…");
    }

    [Fact]
    public async Task Half_a_letter_is_left_out_of_the_list_and_a_whole_one_stays()
    {
        FeedItem item = new("1", "", "Mật \uD83C\u0001ong \U0001F36F\uDF6F", "Tỏi", "/p/1", ["/1.jpg"], "1 VND", null, "HTX", "", "", "1ct", "1ct", "1 g");
        using MemoryStream list = new();

        await Feeds.WriteAsync(FeedKind.Google, list, new[] { item }.ToAsyncEnumerable(), "Chợ", "/", "Chợ");

        Of(Items(Encoding.UTF8.GetString(list.ToArray())).ShouldHaveSingleItem(), "title").ShouldBe("Mật ong \U0001F36F");
    }

    [Theory, EveryDatabase]
    internal async Task What_is_ordered_ahead_is_told_with_the_day_from_which_it_is_sent(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var mango = await market.LiveProductAsync(seller: coop, onHand: 0);
        (await market.SellAheadAsync(mango, 7)).IsDone.ShouldBeTrue();
        await ShownAsync(market, coop, mango);
        using var reader = market.Reader();

        var item = Items(await reader.GetStringAsync("/feeds/google.xml")).ShouldHaveSingleItem();

        Of(item, "availability").ShouldBe("preorder");
        DateTimeOffset.Parse(Of(item, "availability_date"), CultureInfo.InvariantCulture).ShouldBeGreaterThan(market.Clock.GetUtcNow());

        // Orders are taken while the first parcels leave already: no list takes a day that is over.
        (await market.SendAsync(new SellAhead.Command(
            DeskFactory.Manager(mango), mango.Cooperative, mango.Product, new Dictionary<string, string?> { [mango.Variant.ToString()] = "7" }, AheadFactory.June.From, AheadFactory.June.To, AheadFactory.June.To))).IsDone.ShouldBeTrue();
        market.Clock.SetUtcNow(VietnamDay.Begin(AheadFactory.June.From.AddDays(5)));
        var begun = Items(await reader.GetStringAsync("/feeds/google.xml")).ShouldHaveSingleItem();
        DateTimeOffset.Parse(Of(begun, "availability_date"), CultureInfo.InvariantCulture).ShouldBe(VietnamDay.Begin(AheadFactory.June.From.AddDays(6)));
    }

    [Theory, EveryDatabase]
    internal async Task Each_language_and_currency_has_a_list_of_its_own_whose_links_show_its_prices(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var garlic = await ShownAsync(market, coop, await market.LiveProductAsync(seller: coop));
        using var reader = market.Guest();
        using (var early = await reader.GetAsync("/en/feeds/google.xml?currency=EUR"))
            (early.StatusCode, early.Headers.RetryAfter?.Delta?.TotalHours).ShouldBe((HttpStatusCode.ServiceUnavailable, 1d), "there is no rate yet");
        await market.RateAsync();

        var item = Items(await reader.Client.GetStringAsync("/en/feeds/google.xml?currency=EUR")).ShouldHaveSingleItem();
        (Of(item, "title"), Of(item, "price"), Of(item, "link")).ShouldBe(("Black garlic", "6.32 EUR", $"{Market.Address}/en/p/{garlic.Slug}?currency=EUR"));
        var page = await reader.Client.GetStringAsync(Of(item, "link")[Market.Address.Length..]);
        WebUtility.HtmlDecode(page).ShouldContain("≈\u00a0€6.32");
        page.ShouldContain($"<link rel=\"canonical\" href=\"{Market.Address}/en/p/{garlic.Slug}\"");
        (await reader.GetAsync("/feeds/google.xml?currency=XXX")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync("/feeds/other.xml")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_list_is_written_once_in_a_quarter_of_an_hour()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var garlic = await ShownAsync(market, coop, await market.LiveProductAsync(seller: coop));
        using var reader = market.Guest();
        (await PriceAsync()).ShouldBe("185000 VND");
        await market.ChangeAsync(garlic.Product, p => p.ChangeSize(garlic.Variant, new(new("hũ 250 g"), Domain.Catalog.NetKind.Mass, 250, Money.Dong(190_000), new(420, 90, 90, 110))).ShouldBeNull());
        (await PriceAsync()).ShouldBe("185000 VND");
        market.Clock.Advance(FeedFiles.Keep + TimeSpan.FromSeconds(1));
        (await PriceAsync()).ShouldBe("190000 VND");

        async Task<string> PriceAsync() => Of(Items(await reader.Client.GetStringAsync("/feeds/google.xml")).Single(), "price");
    }

    [Fact]
    public async Task Facebook_reads_a_table_in_which_no_name_is_a_formula()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        await ShownAsync(market, coop, await market.LiveProductAsync(seller: coop, name: "=HYPERLINK(\"x\"), \"tỏi\"\r\nđen"));
        await ShownAsync(market, coop, await market.LiveProductAsync(seller: coop, onHand: 0, madeToOrderDays: 5, name: "Khăn piêu"));
        using var reader = market.Guest();
        using var answer = await reader.GetAsync("/feeds/facebook.csv");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes.AsSpan().StartsWith("id,title,"u8).ShouldBeTrue("no mark before the first column's name");
        var text = Encoding.UTF8.GetString(bytes);
        text.ShouldContain("\"'=HYPERLINK(\"\"x\"\"), ");
        text.ShouldContain(",in stock,new,185000 VND,https://coopmarket.test/p/");
        text.ShouldContain("Khăn piêu");
        text.ShouldContain("available for order");
    }

    private static async Task<ListedProduct> ShownAsync(Market market, SellingCoop coop, ListedProduct product)
    {
        (await market.AddPhotoAsync(coop, new(PhotoSubjectKind.Product, product.Product.Value))).IsDone.ShouldBeTrue();
        await market.DevelopAsync();
        return product;
    }

    private static List<XElement> Items(string xml)
    {
        var rss = XDocument.Parse(xml).Root!;
        (rss.Name.LocalName, rss.Attribute("version")!.Value).ShouldBe(("rss", "2.0"));
        rss.Element("channel")!.Elements().Take(3).Select(e => e.Name.LocalName).ShouldBe(["title", "link", "description"]);
        return [.. rss.Element("channel")!.Elements("item")];
    }

    private static string Of(XElement item, string name) => item.Element(G + name)!.Value;
}
