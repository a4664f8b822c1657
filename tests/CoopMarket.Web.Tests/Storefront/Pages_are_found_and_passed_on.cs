using System.Net;
using System.Xml.Linq;
using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>Addresses that last, the map of them, and sending them on.</summary>
public sealed class Pages_are_found_and_passed_on
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Theory, EveryDatabase]
    internal async Task A_renamed_product_keeps_its_old_addresses_in_every_language_and_nobody_else_gets_them(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        DeskOf desk = new(market, coop);
        await desk.BeKnownAsync();
        var product = await desk.WholeAsync("Tỏi một nhánh");
        (await desk.SubmitAsync(product)).Value.ShouldBe(ProductState.Live);
        var category = (await market.RowsAsync<CategoryEntry>()).First().Category;
        (await desk.DescribeAsync(product, "Tỏi đen Phù Yên", category)).IsDone.ShouldBeTrue();
        (await desk.DescribeAsync(product, "Tỏi đen ủ chậm", category)).IsDone.ShouldBeTrue();

        var other = await desk.WholeAsync("Tỏi một nhánh");
        (await desk.SubmitAsync(other)).Value.ShouldBe(ProductState.Live);
        (await desk.SeeAsync(other)).Slug.ShouldBe("toi-mot-nhanh-2", "the old address is still the other's");

        using var reader = market.Guest();
        foreach (var language in Languages.All)
            foreach (var old in new[] { "toi-mot-nhanh", "toi-den-phu-yen" })
            {
                using var moved = await reader.GetAsync($"{Languages.Prefix(language)}/p/{old}");
                (moved.StatusCode, moved.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.MovedPermanently, $"{Languages.Prefix(language)}/p/toi-den-u-cham"));
            }

        // Called again as it was, it is at its first address again, and all others lead there.
        (await desk.DescribeAsync(product, "Tỏi một nhánh", category)).IsDone.ShouldBeTrue();
        (await reader.GetAsync("/p/toi-mot-nhanh")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.GetAsync("/p/toi-den-u-cham")).Headers.Location!.OriginalString.ShouldBe("/p/toi-mot-nhanh");
        (await reader.GetAsync("/p/toi-mot-nhanh-2")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, EveryDatabase]
    internal async Task The_map_has_parts_and_says_when_a_page_changed_where_it_knows(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        DeskOf desk = new(market, coop);
        await desk.BeKnownAsync();
        var product = await desk.WholeAsync("Tỏi một nhánh");
        (await desk.SubmitAsync(product)).IsDone.ShouldBeTrue();
        var live = market.Clock.GetUtcNow();
        var story = await market.StoryAsync(coop, "Ba mươi ngày", "Một câu chuyện.");
        using var reader = market.Guest();
        var parts = (await MapAsync("/sitemap.xml")).Elements(Map + "sitemap").Select(s => s.Element(Map + "loc")!.Value).ToList();
        parts.ShouldBe(new[] { "pages-1", "cooperatives-1", "stories-1", "products-1" }.Select(p => $"{Market.Address}/sitemaps/{p}.xml"));
        Changed(await MapAsync("/sitemaps/products-1.xml"), "/p/toi-mot-nhanh").ShouldBe(Written(live));
        Changed(await MapAsync("/sitemaps/stories-1.xml"), "/stories/" + story).ShouldBe(Written(live));
        Changed(await MapAsync("/sitemaps/cooperatives-1.xml"), "/cooperatives/" + coop.Slug).ShouldBeNull("nobody knows");

        market.Clock.Advance(TimeSpan.FromDays(3));
        var category = (await market.RowsAsync<CategoryEntry>()).First().Category;
        (await desk.DescribeAsync(product, "Tỏi một nhánh", category, "Ủ 45 ngày.")).IsDone.ShouldBeTrue();
        var edited = market.Clock.GetUtcNow();
        Changed(await MapAsync("/sitemaps/products-1.xml?again"), "/p/toi-mot-nhanh").ShouldBe(Written(edited));
        (await MapAsync("/sitemap.xml?again")).Elements(Map + "sitemap").Last().Element(Map + "lastmod")!.Value.ShouldBe(Written(edited));
        foreach (var none in new[] { "products-2", "products-0", "products", "other-1", "products--1" })
            (await reader.GetAsync($"/sitemaps/{none}.xml")).StatusCode.ShouldBe(HttpStatusCode.NotFound, none);

        async Task<XElement> MapAsync(string path) => XDocument.Parse(await reader.Client.GetStringAsync(path)).Root!;

        static string? Changed(XElement map, string path)
        {
            var entries = map.Elements(Map + "url").ToList();
            entries.Count.ShouldBeLessThan(50_000);
            return entries.Single(u => u.Element(Map + "loc")!.Value == Market.Address + path).Element(Map + "lastmod")?.Value;
        }

        static string Written(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Products_stories_and_cooperatives_are_passed_on_without_a_script_and_without_asking_anybody()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var product = await market.LiveProductAsync(seller: coop);
        var story = await market.StoryAsync(coop, "Ba mươi ngày", "Một câu chuyện.", product.Product);
        using var reader = market.Guest();
        foreach (var path in new[] { "/p/" + product.Slug, "/en/p/" + product.Slug, "/stories/" + story, "/cooperatives/" + coop.Slug })
        {
            var page = await reader.OpenAsync(path);
            var links = page.QuerySelectorAll(".share a").Select(a => a.GetAttribute("href")!).ToList();
            var told = Uri.EscapeDataString(Market.Address + path);
            links[..2].ShouldBe([$"https://zalo.me/share?url={told}", $"https://www.facebook.com/sharer/sharer.php?u={told}"]);
            page.QuerySelectorAll(".share button").ShouldAllBe(b => b.ClassList.Contains("later"));
            page.QuerySelectorAll("script[src]").ShouldAllBe(s => s.GetAttribute("src")!.StartsWith("/assets/"));
            using var code = await reader.GetAsync(page.QuerySelector(".share details img")!.GetAttribute("src")!);
            code.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
            (await code.Content.ReadAsStringAsync()).ShouldContain(QrPicture.Of(Market.Address + path).Path);
        }
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/search?q=chè", 200)]
    [InlineData("//evil.example", 404)]
    [InlineData("https://evil.example", 404)]
    [InlineData("/\\evil.example", 404)]
    [InlineData("", 404)]
    public async Task A_code_leads_to_the_markets_own_pages_only(string place, int status)
    {
        await using var market = await Market.OpenAsync();
        using var reader = market.Guest();
        ((int)(await reader.GetAsync("/qr.svg?of=" + Uri.EscapeDataString(place))).StatusCode).ShouldBe(status);
        (await reader.GetAsync("/qr.svg?of=/" + new string('a', 400))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
