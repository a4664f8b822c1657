using System.Net;
using System.Text.RegularExpressions;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Storefront;

public sealed partial class Pages_for_everybody
{
    private static readonly string[] Plain =
        ["/", "/products", "/search", "/cooperatives", "/stories", "/about", "/terms", "/privacy", "/fees", "/ranking", "/complaints", "/nowhere"];

    [Theory, EveryDatabase]
    internal async Task Every_page_answers_in_every_language_with_all_headers(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var reader = market.Reader();
        foreach (var path in await PathsAsync(market))
            foreach (var language in Languages.All)
            {
                var answer = await reader.GetAsync(Languages.Prefix(language) + path);
                answer.StatusCode.ShouldBe(path == "/nowhere" ? HttpStatusCode.NotFound : HttpStatusCode.OK, path);
                answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'; style-src 'self'");
                answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
                answer.Headers.Contains("Referrer-Policy").ShouldBeTrue();
                answer.Headers.Contains("Set-Cookie").ShouldBeFalse(path);
                var page = await answer.Content.ReadAsStringAsync();
                page.ShouldContain($"<html lang=\"{language}\"");
                StyleOrHandler().Matches(page).Select(m => m.Value).ShouldBeEmpty(path);
            }
    }

    [Fact]
    internal async Task No_link_changes_the_language_and_no_asset_stands_under_a_prefix()
    {
        static bool IsUnder(string prefix, string link) => link == prefix || link.StartsWith(prefix + "/", StringComparison.Ordinal);
        var prefixes = Languages.All.Skip(1).Select(Languages.Prefix).ToList();
        await using var market = await Market.OpenAsync();
        using var reader = market.Reader();
        foreach (var path in await PathsAsync(market))
        {
            foreach (var prefix in prefixes)
            {
                var page = await reader.GetStringOrErrorAsync(prefix + path);
                foreach (var link in Link().Matches(page).Select(m => m.Groups["to"].Value).Where(l => l.StartsWith('/')))
                    IsUnder(prefix, link).ShouldBeTrue($"{prefix}{path}: {link}");
                foreach (var asset in Asset().Matches(page).Select(m => m.Groups["to"].Value))
                    prefixes.Any(p => IsUnder(p, asset)).ShouldBeFalse(asset);
            }

            var vietnamese = await reader.GetStringOrErrorAsync(path);
            Link().Matches(vietnamese).Select(m => m.Groups["to"].Value).Where(l => prefixes.Any(p => IsUnder(p, l))).ShouldBeEmpty(path);
        }
    }

    [Fact]
    internal async Task Two_visitors_take_the_same_kept_page_and_it_is_packed_once()
    {
        await using var market = await Market.OpenAsync();
        await market.LiveProductAsync();
        using var one = market.Reader();
        using var other = market.Reader();
        one.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, deflate, br, zstd");
        other.DefaultRequestHeaders.Add("Accept-Encoding", "br;q=1.0, gzip;q=0.8, *;q=0.1");

        var first = await one.GetAsync("/products");
        var second = await other.GetAsync("/products");

        first.Headers.Age.ShouldBeNull();
        second.Headers.Age.ShouldNotBeNull();
        second.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBe(await first.Content.ReadAsByteArrayAsync());
        using var plain = market.Reader();
        (await plain.GetStringAsync("/products")).ShouldContain("<html lang=\"vi\"");
    }

    [Fact]
    internal async Task Who_has_a_basket_or_a_session_is_never_served_from_the_cache()
    {
        await using var market = await Market.OpenAsync();
        using var reader = market.Reader();
        await reader.GetAsync("/products");
        foreach (var cookie in (string[])["__Host-cm-session", "__Host-cm-basket", "__Host-cm-notice"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/products");
            request.Headers.Add("Cookie", cookie + "=x");
            (await reader.SendAsync(request)).Headers.Age.ShouldBeNull(cookie);
        }
    }

    [Theory]
    [InlineData("en", "/p/x?y=1", "/en/p/x?y=1")]
    [InlineData("vi", "/p/x", "/p/x")]
    [InlineData("en", "/", "/en")]
    [InlineData("en", "//evil.example", "/en")]
    [InlineData("en", "/\\evil.example", "/en")]
    [InlineData("vi", "https:evil.example", "/")]
    [InlineData("vi", "/\t/evil.example", "/")]
    [InlineData("evil", "/p/x", "/p/x")]
    internal async Task A_reader_chooses_her_language_and_stays_where_she_is(string language, string place, string to)
    {
        await using var market = await Market.OpenAsync();
        using var reader = market.Reader();
        using var form = new FormUrlEncodedContent([new("language", language), new("place", place)]);

        var answer = await reader.PostAsync("/language", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe(to);
        answer.Headers.GetValues("Set-Cookie").Single().ShouldContain("__Host-cm-language=");
    }

    [Fact]
    internal async Task Who_chose_a_language_is_led_to_it_from_the_bare_address_only()
    {
        await using var market = await Market.OpenAsync();
        using var reader = market.CreateClient();
        async Task<string?> ToAsync(string path, string? site)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Cookie", "__Host-cm-language=en");
            if (site is not null)
                request.Headers.Add("Sec-Fetch-Site", site);
            return (await reader.SendAsync(request)).Headers.Location?.OriginalString;
        }

        (await ToAsync("/", "none")).ShouldBe("/en");
        (await ToAsync("/", "cross-site")).ShouldBe("/en");
        (await ToAsync("/", "same-origin")).ShouldBeNull();
        (await ToAsync("/products", "none")).ShouldBeNull();
        (await ToAsync("/en", "none")).ShouldBeNull();
    }

    [Fact]
    internal async Task Choices_from_another_site_are_refused()
    {
        await using var market = await Market.OpenAsync();
        using var stranger = market.CreateClient();
        stranger.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var form = new FormUrlEncodedContent([new("on", "on"), new("place", "/")]);
        (await stranger.PostAsync("/save-data", form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    internal async Task Saving_data_is_a_switch_that_can_be_turned_back()
    {
        await using var market = await Market.OpenAsync();
        using var reader = market.Reader();
        foreach (var on in (string[])["on", "off"])
        {
            using var form = new FormUrlEncodedContent([new("on", on), new("place", "/about")]);
            (await reader.PostAsync("/save-data", form)).Headers.Location!.OriginalString.ShouldBe("/about");
            (await reader.GetStringAsync("/about")).ShouldContain($"name=\"on\" value=\"{(on == "on" ? "off" : "on")}\"");
        }
    }

    [Fact]
    internal async Task Crawlers_find_every_public_page_in_both_languages_and_nothing_private()
    {
        await using var market = await Market.OpenAsync();
        var product = await market.LiveProductAsync();
        using var reader = market.Reader();
        (await reader.GetStringAsync("/sitemap.xml")).ShouldContain($"<loc>{Market.Address}/sitemaps/products-1.xml</loc>");
        var map = await reader.GetStringAsync("/sitemaps/products-1.xml") + await reader.GetStringAsync("/sitemaps/pages-1.xml");

        map.ShouldContain($"<loc>{Market.Address}/p/{product.Slug}</loc>");
        map.ShouldContain($"<loc>{Market.Address}/en/p/{product.Slug}</loc>");
        map.ShouldNotContain("/cart");
        (await reader.GetStringAsync("/robots.txt")).ShouldContain("Disallow: /en/checkout");
        (await reader.GetStringAsync("/p/" + product.Slug)).ShouldContain($"<link rel=\"canonical\" href=\"{Market.Address}/p/{product.Slug}\"");
        (await reader.GetStringAsync("/search?q=x")).ShouldContain("noindex");
    }

    private static async Task<IReadOnlyList<string>> PathsAsync(Market market)
    {
        var seller = await market.NewSellerAsync();
        var product = await market.LiveProductAsync(seller: seller);
        var story = await market.StoryAsync(seller, "Ba mươi ngày", "Một **câu chuyện**.", product.Product);
        await market.RebuildSearchAsync();
        var category = await market.InDbAsync(db => db.Set<Domain.Catalog.CategoryEntry>().OrderBy(c => c.Slug).Select(c => c.Slug).FirstAsync());
        return [.. Plain, "/search?q=" + Uri.EscapeDataString("tỏi"), "/p/" + product.Slug, "/cooperatives/" + seller.Slug, "/stories/" + story, "/c/" + category];
    }

    [GeneratedRegex("<a [^>]*href=\"(?<to>[^\"#]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("(?:src|<link rel=\"(?:stylesheet|icon)\"[^>]*href)=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asset();

    [GeneratedRegex(" style=\"| on[a-z]+=\"|<style|<script(?! type=\"(?:module\" src|application/ld))", RegexOptions.None, 1000)]
    private static partial Regex StyleOrHandler();
}

/// <summary>Reads pages whatever their status.</summary>
internal static class PageReading
{
    public static async Task<string> GetStringOrErrorAsync(this HttpClient reader, string path) => await (await reader.GetAsync(path)).Content.ReadAsStringAsync();
}
