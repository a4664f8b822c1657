using System.Net;
using System.Net.Http.Headers;
using CoopMarket.Domain.Photos;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Photos;

public sealed class Media_is_served
{
    [Theory, EveryDatabase]
    internal async Task A_variant_is_kept_for_ever_and_never_sent_twice(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var client = market.CreateClient();
        var hash = await PhotoAsync(market);

        foreach (var (ending, type) in new[] { ("avif", "image/avif"), ("webp", "image/webp"), ("jpg", "image/jpeg") })
        {
            var address = $"/media/{hash}/160.{ending}";
            using var answer = await client.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.ToString().ShouldBe(type);
            answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            Pictures.SizeOf(await answer.Content.ReadAsByteArrayAsync(), Enum.Parse<PhotoFormat>(ending == "jpg" ? "Jpeg" : ending, ignoreCase: true)).Width.ShouldBe(160);

            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var same = await client.SendAsync(again);
            same.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            same.Headers.CacheControl!.ToString().ShouldContain("immutable");
        }
    }

    [Theory, EveryDatabase]
    internal async Task Nothing_else_is_there(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        using var client = market.CreateClient();
        var hash = await PhotoAsync(market);

        string[] others =
        [
            $"{hash}/161.avif", $"{hash}/0160.avif", $"{hash}/160.png", $"{hash}/160.AVIF", $"{hash}/master.jpg", $"{hash}/160", $"{hash}/.avif", $"{hash}/-160.avif",
            $"{hash.ToUpperInvariant()}/160.avif", $"{hash[..31]}/160.avif", $"{new string('0', 32)}/160.avif", $"{hash}/480.avif", $"{hash}/1280.jpg", $"{hash}/480-light.avif", $"{hash}/-light.avif", $"{hash}/160-Light.avif", $"{hash}/160-light-light.avif",
            $"{hash}/..%2f..%2fmarket.db", "..%2f..%2f..%2fetc%2fpasswd/160.avif", $"{hash}/160.avif/x",
        ];
        foreach (var other in others)
            (await client.GetAsync("/media/" + other)).StatusCode.ShouldBe(HttpStatusCode.NotFound, other);
        (await market.KeysAsync()).Count.ShouldBe(13, "nothing is made for who asks for what is not there");
    }

    [Fact]
    public async Task A_missing_variant_of_a_photo_is_made_for_the_first_who_asks()
    {
        await using var market = await Market.OpenAsync();
        using var client = market.CreateClient();
        var hash = await PhotoAsync(market, develop: false);

        (await client.GetAsync($"/media/{hash}/320.webp")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await market.KeysAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_thousand_ranges_cost_nothing()
    {
        await using var market = await Market.OpenAsync();
        using var client = market.CreateClient();
        var hash = await PhotoAsync(market);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/media/{hash}/160.jpg");
        request.Headers.TryAddWithoutValidation("Range", "bytes=" + string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"{i}-{i + 1}")));

        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var part = new HttpRequestMessage(HttpMethod.Get, $"/media/{hash}/160.jpg");
        part.Headers.Range = new RangeHeaderValue(0, 99);
        using var first = await client.SendAsync(part);
        first.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await first.Content.ReadAsByteArrayAsync()).Length.ShouldBe(100);
    }

    [Fact]
    public async Task The_demos_pictures_are_as_the_index_says()
    {
        await using var market = await Market.OpenAsync();
        var pictures = market.Services.GetRequiredService<SeedPictures>();
        pictures.Names.Count.ShouldBeGreaterThan(40);
        foreach (var name in pictures.Names)
        {
            var (picture, alt) = pictures[name];
            var file = pictures.FileOf(picture.Hash).ShouldNotBeNull();
            (await Masters.HashAsync(file, CancellationToken.None)).ShouldBe(picture.Hash, $"{name} changed: run the verb index-pictures");
            alt.Vi.ShouldNotBeEmpty(name);
            PhotoColors.Parse(picture.Colors).Cells.Count.ShouldBe(12);
        }

        var folder = Path.GetDirectoryName(pictures.FileOf(pictures[pictures.Names[0]].Picture.Hash))!;
        Directory.GetFiles(folder, "*.jpg").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).ShouldBe(pictures.Names);
    }

    [Theory, EveryDatabase]
    internal async Task A_picture_of_the_demo_is_added_at_once_and_taken_in_later(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        (await market.SendAsync(new SeedPhoto.Command(Actor.Job("seed"), null, PhotoSubject.Home, "toi-den-mot-nhanh"))).IsDone.ShouldBeTrue();
        (await market.KeysAsync()).ShouldBeEmpty();

        (await market.DevelopAsync()).ShouldBe(1);

        var photo = (await market.RowsAsync<Photo>()).Single();
        photo.State.ShouldBe(PhotoState.Ready);
        photo.Alt.Has("en").ShouldBeTrue();
        (await market.KeysAsync()).Count.ShouldBe(25);
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new SeedPhoto.Command(Actor.Guest(""), null, PhotoSubject.Home, "toi-den-mot-nhanh")));
    }

    private static async Task<string> PhotoAsync(Market market, bool develop = true)
    {
        var coop = await market.SellingCoopAsync();
        await market.AddPhotoAsync(coop, coop.Id);
        if (develop)
            await market.DevelopAsync();
        return (await market.RowsAsync<Photo>()).Single().Hash;
    }
}
