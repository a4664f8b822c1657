using System.Text.Json;
using AngleSharp.Dom;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Rates;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>JSON-LD in the words of schema.org.</summary>
public sealed class What_machines_are_told
{
    [Theory, EveryDatabase]
    internal async Task Every_kind_of_page_tells_only_what_the_vocabulary_knows(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var seller = await market.NewSellerAsync();
        var category = await market.CategoryAsync("Tỏi đen");
        var below = await market.CategoryAsync("Tỏi một nhánh", category);
        var product = await market.LiveProductAsync(seller: seller, category: below, madeToOrderDays: 12);
        await market.SizeAsync(product.Product, 95_000);
        await market.AddPhotoAsync(seller, new(PhotoSubjectKind.Product, product.Product.Value));
        await market.DevelopAsync();
        var story = await market.StoryAsync(seller, "Ba mươi ngày", "Một câu chuyện.", product.Product);
        var slug = await market.InDbAsync(db => Task.FromResult(db.Set<CategoryEntry>().First(c => c.Category == below).Slug));
        using var reader = market.Guest();
        Vocabulary vocabulary = new();
        (string Path, string[] Types)[] pages =
        [
            ("/", ["Organization", "WebSite"]), ("/p/" + product.Slug, ["Product", "BreadcrumbList"]), ("/c/" + slug, ["BreadcrumbList"]),
            ("/stories/" + story, ["Article", "BreadcrumbList"]), ("/cooperatives/" + seller.Slug, ["Organization", "BreadcrumbList"]),
        ];
        foreach (var language in Languages.All)
            foreach (var (path, types) in pages)
            {
                var block = Block(await reader.OpenAsync(market.InLanguage(language, path)));
                vocabulary.Wrong(block).ShouldBeEmpty($"{language} {path}");
                block.GetProperty("@graph").EnumerateArray().Select(t => t.GetProperty("@type").GetString()).ShouldBe(types);
            }

        foreach (var path in new[] { "/cart", "/account/sign-in", "/search?q=x" })
            (await reader.OpenAsync(path)).QuerySelector("script[type='application/ld+json']").ShouldBeNull(path);
    }

    [Fact]
    public void What_the_vocabulary_does_not_know_is_found()
    {
        Vocabulary vocabulary = new();
        Wrong("""{ "@type": "Product", "nme": "x" }""").ShouldBe(["@graph/Product.nme: no such property"]);
        Wrong("""{ "@type": "Prduct" }""").ShouldBe(["@graph: no type «Prduct»"]);
        Wrong("""{ "@type": "Product", "offers": { "@type": "Brand" } }""").ShouldBe(["@graph/Product.offers: can't hold «Brand»"]);
        Wrong("""{ "@type": "Offer", "availability": "InStock" }""").Count.ShouldBe(1);
        Wrong("""{ "@type": "Article", "datePublished": "22/11/2026" }""").Count.ShouldBe(1);
        Wrong("""{ "@type": "Product", "url": "/p/x" }""").Count.ShouldBe(1);
        Wrong("""{ "@type": "Product", "name": "x", "offers": { "@type": "AggregateOffer", "lowPrice": 5 } }""").ShouldBeEmpty();

        IReadOnlyList<string> Wrong(string thing) => vocabulary.Wrong(JsonSerializer.Deserialize<JsonElement>($$"""{ "@context": "https://schema.org", "@graph": [{{thing}}] }"""));
    }

    [Theory, EveryDatabase]
    internal async Task An_offer_says_what_can_be_had_at_which_price_and_what_sending_costs(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        using var reader = market.Guest();
        var product = await market.LiveProductAsync(price: 185_000);
        var offer = await OffersAsync(product);
        (offer.GetProperty("@type").GetString(), offer.GetProperty("price").GetInt64(), offer.GetProperty("priceCurrency").GetString()).ShouldBe(("Offer", 185_000L, "VND"));
        Availability(offer).ShouldBe("InStock");
        offer.GetProperty("sku").GetString().ShouldBe(product.Variant.ToString());
        var home = offer.GetProperty("shippingDetails").EnumerateArray().ToList();
        home.ShouldContain(s => s.GetProperty("shippingDestination").GetProperty("addressCountry").ToString() == "VN" && s.GetProperty("shippingRate").GetProperty("value").GetInt64() > 0);
        home.ShouldContain(s => s.GetProperty("shippingDestination").GetProperty("addressCountry").ToString().Contains("\"FR\"", StringComparison.Ordinal));

        var made = await OffersAsync(await market.LiveProductAsync(onHand: 0, madeToOrderDays: 12));
        Availability(made).ShouldBe("MadeToOrder");
        made.GetProperty("deliveryLeadTime").GetProperty("maxValue").GetInt32().ShouldBe(12);

        Availability(await OffersAsync(await market.LiveProductAsync(onHand: 0))).ShouldBe("OutOfStock");

        var closed = await market.LiveProductAsync();
        var today = VietnamDay.Of(market.Clock.Now());
        await market.CloseAsync(closed.Cooperative, today, today.AddDays(6));
        var shut = await OffersAsync(closed);
        (Availability(shut), shut.GetProperty("availabilityStarts").GetString()).ShouldBe(("OutOfStock", today.AddDays(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

        async Task<JsonElement> OffersAsync(ListedProduct of) => Block(await reader.OpenAsync("/p/" + of.Slug)).GetProperty("@graph")[0].GetProperty("offers");
    }

    [Theory, EveryDatabase]
    internal async Task Several_sizes_are_a_range_of_what_can_be_had_and_in_the_readers_money_where_the_address_says_so(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        await market.RateAsync();
        using var reader = market.Guest();
        var product = await market.LiveProductAsync(price: 185_000);
        await market.SizeAsync(product.Product, 95_000, onHand: 0);
        await market.SizeAsync(product.Product, 340_000, onHand: 3);
        var dong = await OffersAsync("");
        (dong.GetProperty("@type").GetString(), dong.GetProperty("lowPrice").GetInt64(), dong.GetProperty("highPrice").GetInt64(), dong.GetProperty("offerCount").GetInt32())
            .ShouldBe(("AggregateOffer", 185_000L, 340_000L, 3), "the sold-out size does not make it cheaper");
        dong.GetProperty("offers").EnumerateArray().Select(Availability).ShouldBe(["InStock", "OutOfStock", "InStock"]);

        var euros = await OffersAsync("?currency=EUR");
        (euros.GetProperty("priceCurrency").GetString(), euros.GetProperty("lowPrice").GetString()).ShouldBe(("EUR", "6.32"));

        async Task<JsonElement> OffersAsync(string query) => Block(await reader.OpenAsync($"/p/{product.Slug}{query}")).GetProperty("@graph")[0].GetProperty("offers");
    }

    [Fact]
    public async Task Markup_in_a_name_ends_no_block()
    {
        await using var market = await Market.OpenAsync();
        const string name = "</script><script>alert(1)</script> <!-- 'Tỏi' & \"đen\"";
        var product = await market.LiveProductAsync(name: name);
        using var reader = market.Guest();
        var page = await reader.OpenAsync("/p/" + product.Slug);
        Block(page).GetProperty("@graph")[0].GetProperty("name").GetString().ShouldBe(name);
        page.QuerySelectorAll("script:not([src])").Length.ShouldBe(1);
    }

    private static JsonElement Block(IParentNode page) => JsonSerializer.Deserialize<JsonElement>(page.QuerySelectorAll("script[type='application/ld+json']").ShouldHaveSingleItem().TextContent);

    private static string Availability(JsonElement offer) => offer.GetProperty("availability").GetString()!["https://schema.org/".Length..];
}

/// <summary>More than the catalog's own factory makes.</summary>
internal static class SeenFactory
{
    /// <summary>A path under its language's prefix.</summary>
    public static string InLanguage(this Market market, string language, string path)
        => market.Services.GetRequiredService<MarketSettings>().InFull(language, path)[Market.Address.Length..];

    /// <summary>Another size of a product.</summary>
    public static Task SizeAsync(this Market market, ProductId product, long price, int onHand = 5)
    {
        var variant = market.Services.GetRequiredService<Ids>().New<VariantId>();
        VariantTerms terms = new(new("túi " + price, "bag " + price), NetKind.Mass, 500, Money.Dong(price), new(600, 90, 90, 110));
        return market.ChangeAsync(product, p => p.AddSize(variant, terms, onHand).ShouldBeNull());
    }
}
