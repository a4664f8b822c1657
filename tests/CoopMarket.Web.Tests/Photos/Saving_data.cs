using System.Net;
using System.Text.RegularExpressions;
using CoopMarket.Domain.Photos;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Photos;

/// <summary>What a reader is sent who saves data, and who doesn't, and that no cache mixes them up.</summary>
public sealed class Saving_data
{
    [Theory, EveryDatabase]
    internal async Task Who_saves_data_gets_small_light_photos_and_nobody_else_does(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var page = await PageAsync(market);
        var photo = (await market.RowsAsync<Photo>()).Single();
        using var client = market.CreateClient();

        // Each twice: made, and out of the cache.
        for (var round = 0; round < 2; round++)
        {
            var usual = await ReadAsync(client, page);
            usual.ShouldContain($"/media/{photo.Hash}/640.avif 640w");
            usual.ShouldNotContain("-light");
            foreach (var (header, value) in new[] { ("Save-Data", "on"), ("Cookie", market.Services.GetRequiredService<MarketCookies>().SaveData + "=on") })
            {
                var saved = await ReadAsync(client, page, header, value);
                saved.ShouldContain($"/media/{photo.Hash}/320-light.avif");
                Regex.Matches(saved, @"src(?:set)?=""(/media/[^""]+)""").Select(m => m.Groups[1].Value).ShouldAllBe(m => m.Contains("-light", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task A_page_says_what_it_depends_on()
    {
        await using var market = await Market.OpenAsync();
        using var client = market.CreateClient();
        foreach (var path in new[] { "/", "/about", "/account/sign-in" })
            for (var round = 0; round < 2; round++)
            {
                using var answer = await client.GetAsync(path);
                answer.Headers.Vary.ShouldContain("Cookie", path);
                answer.Headers.Vary.Count(v => v == "Save-Data").ShouldBe(1, path);
            }
    }

    [Fact]
    public async Task The_switch_says_what_it_saves_and_the_files_weigh_that_much()
    {
        await using var market = await Market.OpenAsync();
        var page = await PageAsync(market);
        var photo = (await market.RowsAsync<Photo>()).Single();
        using var client = market.CreateClient();
        // The photo of a product fills a phone: 360 points are 720 pixels, and of 640 and 960 that is nearer to 640.
        var usual = await WeighAsync(client, $"/media/{photo.Hash}/640.avif");
        var light = await WeighAsync(client, $"/media/{photo.Hash}/320-light.avif");
        light.ShouldBeLessThan(usual / 3);

        WebUtility.HtmlDecode(await ReadAsync(client, page)).ShouldContain(Say(market, "shared.save-data.would", light, usual));
        WebUtility.HtmlDecode(await ReadAsync(client, page, "Save-Data", "on")).ShouldContain(Say(market, "shared.save-data.saved", light, usual));
    }

    [Fact]
    public async Task Where_a_weight_is_unknown_nothing_is_promised()
    {
        await using var market = await Market.OpenAsync();
        var page = await PageAsync(market, develop: false);
        var photo = (await market.RowsAsync<Photo>()).Single();
        await market.InDbAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(db.Set<Photo>(), set => set.SetProperty(p => p.State, PhotoState.Ready)));
        using var client = market.CreateClient();

        var html = await ReadAsync(client, page);
        html.ShouldContain($"/media/{photo.Hash}/640.avif");
        WebUtility.HtmlDecode(html).ShouldNotContain("\u00a0KB");
        (await client.GetAsync($"/media/{photo.Hash}/320-light.avif")).StatusCode.ShouldBe(HttpStatusCode.OK, "it is made for the first who asks");
    }

    [Fact]
    public async Task The_first_photo_is_fetched_before_all_else_and_the_others_wait()
    {
        await using var market = await Market.OpenAsync();
        var page = await PageAsync(market, photos: 2);
        using var client = market.CreateClient();

        var html = await ReadAsync(client, page);
        var head = html[..html.IndexOf("</head>", StringComparison.Ordinal)];
        Regex.Matches(head, "<link rel=\"preload\" as=\"image\" type=\"image/avif\" imagesrcset=\"[^\"]+ 640w[^\"]*\" imagesizes=\"[^\"]+\" fetchpriority=\"high\">").Count.ShouldBe(1);
        Regex.Match(head, "imagesrcset=\"([^\"]+)\"").Groups[1].Value.ShouldBe(Regex.Match(html, "<source type=\"image/avif\" srcset=\"([^\"]+)\"").Groups[1].Value);
        var photos = Regex.Matches(html, "<img [^>]*src=\"/media/[^>]*>").Select(m => m.Value).ToList();
        photos.Count.ShouldBe(2);
        photos[0].ShouldContain("fetchpriority=\"high\"");
        photos[0].ShouldNotContain("lazy");
        photos[1].ShouldContain("loading=\"lazy\"");
        photos.ShouldAllBe(p => Regex.IsMatch(p, "width=\"\\d+\" height=\"\\d+\""));

        (await ReadAsync(client, "/about")).ShouldNotContain("preload");
    }

    [Fact]
    public async Task What_stands_for_a_photo_weighs_less_than_200_bytes()
    {
        await using var market = await Market.OpenAsync();
        var page = await PageAsync(market, develop: false);
        using var client = market.CreateClient();

        var stands = Regex.Match(await ReadAsync(client, page), "<img class=\"bare\" [^>]*>").Value;
        var words = Regex.Match(stands, "alt=\"([^\"]*)\"").Groups[1].Value;
        words.ShouldNotBeEmpty();
        (stands.Length - words.Length).ShouldBeLessThan(200);
    }

    [Theory]
    [InlineData("100vw", 720)]
    [InlineData("(min-width: 81rem) 17.25rem, (min-width: 48rem) calc(21.5vw - .375rem), calc(50vw - 1.5rem)", 312)]
    [InlineData("72px", 144)]
    [InlineData("(min-width: 48rem) 40vw, 4.5rem", 144)]
    public void What_a_photo_covers_on_a_phone_is_read_from_its_place(string sizes, int pixels) => PhotoSlot.PhonePixels(sizes).ShouldBe(pixels);

    [Fact]
    public void Phones_of_three_pixels_to_a_point_are_told_less()
    {
        PhotoSlot.Told("(min-width: 48rem) 40rem, calc(50vw - 1.5rem)")
            .ShouldBe("(max-width: 47.99rem) and (min-resolution: 2.5dppx) calc(calc(50vw - 1.5rem) * .6), (min-width: 48rem) 40rem, calc(50vw - 1.5rem)");
        PhotoSlot.Told("72px").ShouldBe("72px");
    }

    private static async Task<string> PageAsync(Market market, int photos = 1, bool develop = true)
    {
        var coop = await market.SellingCoopAsync();
        var product = await market.LiveProductAsync(seller: coop);
        for (var i = 0; i < photos; i++)
            (await market.AddPhotoAsync(coop, product.Product, PhotosFactory.Jpeg(1_400, 1_050))).IsDone.ShouldBeTrue();
        if (develop)
            await market.DevelopAsync();
        return "/p/" + product.Slug;
    }

    private static async Task<string> ReadAsync(HttpClient client, string path, string? header = null, string value = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is not null)
            request.Headers.TryAddWithoutValidation(header, value).ShouldBeTrue();
        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<long> WeighAsync(HttpClient client, string path) => (await client.GetByteArrayAsync(path)).Length;

    private static string Say(Market market, string key, long light, long usual)
    {
        Languages.Speak("vi");
        return market.Services.GetRequiredService<Words>().In("vi", key, Show.Bytes(light), Show.Bytes(usual));
    }
}
