using System.Net;
using System.Text.Json;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>What may be kept of a page, where, and until when.</summary>
public sealed class How_long_a_page_stays_true
{
    [Theory]
    [InlineData("br")]
    [InlineData("identity")]
    internal async Task A_guest_who_has_the_page_gets_nothing_anew_until_it_changes(string packing)
    {
        await using var market = await Market.OpenAsync();
        using var reader = market.Reader();
        var first = await AskAsync(reader, packing, null);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        var tag = first.Headers.ETag!.ToString();

        foreach (var isKept in new[] { true, false })
        {
            if (!isKept)
                await ForgetAsync(market);
            var again = await AskAsync(reader, packing, tag);
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified, $"kept: {isKept}");
            (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
            again.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        }

        await market.LiveProductAsync();
        await market.DeliverAsync();
        await ForgetAsync(market);
        var changed = await AskAsync(reader, packing, tag);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Headers.ETag!.ToString().ShouldNotBe(tag);
    }

    [Fact]
    internal async Task Nobody_else_keeps_what_was_made_for_one_reader()
    {
        await using var market = await Market.OpenAsync();
        var product = await market.LiveProductAsync();
        using var person = await market.ClientFor(await market.RegisteredAsync());

        var shelf = await person.GetAsync("/p/" + product.Slug);
        var account = await person.GetAsync("/account");

        shelf.Headers.CacheControl!.ToString().ShouldContain("private");
        shelf.Headers.CacheControl.NoStore.ShouldBeFalse("the back button is to show it at once");
        shelf.Headers.ETag.ShouldBeNull();
        (await shelf.Content.ReadAsStringAsync()).ShouldNotContain("data-offline");
        account.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    internal async Task A_guest_may_keep_pages_for_everybody_but_not_her_own()
    {
        await using var market = await Market.OpenAsync();
        using var reader = market.Reader();
        (await reader.GetStringAsync("/en/products")).ShouldContain(" data-offline hidden");
        foreach (var own in new[] { "/cart", "/account/sign-in" })
        {
            var page = await reader.GetAsync(own);
            page.Headers.CacheControl!.NoStore.ShouldBeTrue(own);
            (await page.Content.ReadAsStringAsync()).ShouldNotContain("data-offline");
        }
    }

    [Fact]
    internal async Task The_worker_is_asked_for_each_time_and_knows_all_it_needs()
    {
        await using var market = await Market.OpenAsync();
        using var reader = market.Reader();

        var worker = await reader.GetAsync("/sw.js");

        worker.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        worker.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        var script = await worker.Content.ReadAsStringAsync();
        foreach (var own in new[] { "/account", "/admin", "/cart", "/checkout", "/orders", "/sell" })
            script.ShouldContain($"\"{own}\"");
        var assets = market.Services.GetRequiredService<Assets>();
        foreach (var file in new[] { assets["shop.css"], assets["js/offline.js"] })
        {
            script.ShouldContain($"\"{file}\"");
            (await reader.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    internal async Task It_can_be_put_on_a_phones_first_screen()
    {
        await using var market = await Market.OpenAsync();
        using var reader = market.Reader();
        foreach (var (prefix, start) in new[] { ("", "/"), ("/en", "/en"), ("/fr", "/fr") })
        {
            // In the language that she reads.
            var named = (await Browser.ParseAsync(await reader.GetAsync(start))).QuerySelector("link[rel=manifest]")!.GetAttribute("href")!;
            named.ShouldBe(prefix + "/manifest.webmanifest");
            using var manifest = JsonDocument.Parse(await reader.GetStringAsync(named));
            manifest.RootElement.GetProperty("start_url").GetString().ShouldBe(start);
            manifest.RootElement.GetProperty("id").GetString().ShouldBe("/");
            foreach (var icon in manifest.RootElement.GetProperty("icons").EnumerateArray())
                (await reader.GetAsync(icon.GetProperty("src").GetString())).Content.Headers.ContentType!.MediaType.ShouldBe(icon.GetProperty("type").GetString());
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient reader, string packing, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/products");
        request.Headers.Add("Accept-Encoding", packing);
        if (tag is not null)
            request.Headers.Add("If-None-Match", tag);
        return await reader.SendAsync(request);
    }

    private static async Task ForgetAsync(Market market) => await market.Services.GetRequiredService<IOutputCacheStore>().EvictByTagAsync(PublicCache.Tag, default);
}
