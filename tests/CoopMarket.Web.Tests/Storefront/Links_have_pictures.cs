using System.Buffers.Binary;
using System.Net;
using AngleSharp.Dom;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Features.Lots;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Features.Storefront.Contract;
using CoopMarket.Web.Features.Storefront.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Lots;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>What stands beside a link to a product, a story, a cooperative or a label's page, wherever somebody sends it.</summary>
public sealed class Links_have_pictures
{
    [Theory, EveryDatabase]
    internal async Task A_product_and_a_story_have_one_of_1200_by_630_with_their_names(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (_, product, story) = await StandAsync(market);
        using var reader = market.Guest();
        foreach (var path in new[] { "/p/" + product.Slug, "/en/p/" + product.Slug, "/stories/" + story })
        {
            var head = (await reader.OpenAsync(path)).Head!;
            string Told(string property) => head.QuerySelector($"meta[property='{property}']")!.GetAttribute("content")!;
            (Told("og:image:width"), Told("og:image:height"), Told("og:image:type")).ShouldBe(("1200", "630", "image/jpeg"));
            Told("og:image:alt").ShouldContain(path[1] == 's' ? "Ba mươi ngày" : path[1] == 'e' ? "Black garlic" : "Tỏi đen");
            Told("og:url").ShouldBe(Market.Address + path);
            var image = Told("og:image");
            image.ShouldStartWith(Market.Address + "/previews/");
            using var answer = await reader.GetAsync(image[Market.Address.Length..]);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
            answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["cross-origin"]);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Pictures.SizeOf(bytes, PhotoFormat.Jpeg).ShouldBe((1200, 630));
            bytes.Length.ShouldBeLessThan(300_000);
        }
    }

    [Theory, EveryDatabase]
    internal async Task A_cooperative_has_one_of_its_own_photo_or_of_its_goods(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, product, _) = await StandAsync(market);
        var slug = (await market.RowsAsync<Cooperative>()).Single(c => c.Id == coop.Id).Slug;
        using var reader = market.Guest();
        var ofGoods = await PictureAsync(reader, "/cooperatives/" + slug);
        ofGoods.ShouldStartWith("/" + LinkPicture.FolderOf(LinkedKind.Cooperative, coop.Id.Value));
        (await reader.GetAsync(ofGoods)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await market.AddPhotoAsync(coop, new(PhotoSubjectKind.Cooperative, coop.Id.Value))).IsDone.ShouldBeTrue();
        await market.DevelopAsync();
        // What is remembered of the shop holds for a while.
        market.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.DeliverAsync();
        var own = await PictureAsync(reader, $"/cooperatives/{slug}?again");
        own.ShouldNotBe(ofGoods);
        using (var moved = await reader.GetAsync(ofGoods))
            (moved.StatusCode, moved.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Redirect, own));
        using (var drawn = await reader.GetAsync(own))
            Pictures.SizeOf(await drawn.Content.ReadAsByteArrayAsync(), PhotoFormat.Jpeg).ShouldBe((1200, 630));
        await SweepAsync(market);
        (await KeysAsync(market)).ShouldBe([own[1..]]);

        await market.ChangeAsync(product.Product, p => p.Withdraw().ShouldBeNull());
        (await reader.GetAsync(own)).StatusCode.ShouldBe(HttpStatusCode.OK, "its own photo does not hang on what it sells");
    }

    [Theory, EveryDatabase]
    internal async Task A_label_has_one_on_sale_or_not_but_none_once_its_lot_is_called_back_or_its_product_taken_off(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (_, product, _) = await StandAsync(market);
        var lot = await market.LotAsync(product, "TĐ-07", new(2027, 11, 1));
        var code = (await market.LotAsync(lot)).Code;
        using var reader = market.Guest();
        var head = (await reader.OpenAsync("/q/" + code)).Head!;
        head.QuerySelector("meta[property='og:url']")!.GetAttribute("content").ShouldBe($"{Market.Address}/q/{code}");
        head.QuerySelector("meta[property='og:title']")!.GetAttribute("content")!.ShouldContain("Tỏi đen");
        var picture = await PictureAsync(reader, "/q/" + code);
        picture.ShouldStartWith("/" + LinkPicture.FolderOf(LinkedKind.Lot, lot.Value));
        (await reader.GetAsync(picture)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PictureAsync(reader, "/en/q/" + code)).ShouldBe(picture);

        await market.ChangeAsync(product.Product, p => p.Withdraw().ShouldBeNull());
        (await PictureAsync(reader, "/q/" + code)).ShouldBe(picture);
        await SweepAsync(market);
        (await reader.GetAsync(picture)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await KeysAsync(market)).ShouldBe([picture[1..]]);

        await market.ChangeAsync(product.Product, p => { p.PutBack(hasPhoto: true, market.Clock.GetUtcNow()).ShouldBeNull(); p.TakeDown("Nói quá công dụng.").ShouldBeNull(); });
        (await reader.GetAsync(picture)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.OpenAsync("/q/" + code)).Head!.QuerySelector("meta[property='og:image']").ShouldBeNull();
        await SweepAsync(market);
        (await KeysAsync(market)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task A_lot_that_was_called_back_is_not_shown_beside_its_link(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, product, _) = await StandAsync(market);
        var lot = await market.LotAsync(product, "TĐ-07", new(2027, 11, 1));
        var code = (await market.LotAsync(lot)).Code;
        using var reader = market.Guest();
        var picture = await PictureAsync(reader, "/q/" + code);

        (await market.SendAsync(new RecallLot.Command(Actor.Of(coop.Manager, ""), coop.Id, lot, "Có mốc trong túi."))).IsDone.ShouldBeTrue();

        (await reader.OpenAsync("/q/" + code)).Head!.QuerySelector("meta[property='og:image']").ShouldBeNull();
        (await reader.GetAsync(picture)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EveryDatabase]
    internal async Task Another_name_or_photo_is_another_picture_and_the_old_address_leads_there_or_nowhere(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, product, _) = await StandAsync(market);
        using var reader = market.Guest();
        var first = await PictureAsync("");
        (await reader.GetAsync(first)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await market.ChangeAsync(product.Product, p => p.Describe(new(new("Tỏi đen Phù Yên"), p.Line, p.Description, p.Use, p.OtherNames, p.Ingredients), p.Category));
        // Kept pages hold for half a minute.
        var second = await PictureAsync("?again");
        second.ShouldNotBe(first);
        using (var moved = await reader.GetAsync(first))
            (moved.StatusCode, moved.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Redirect, second));
        (await reader.GetAsync(second)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await KeysAsync(market)).Count.ShouldBe(2);
        await SweepAsync(market);
        (await KeysAsync(market)).ShouldBe([second[1..]]);

        var photo = (await market.RowsAsync<Photo>()).Single(p => p.SubjectId == product.Product.Value);
        (await market.SendAsync(new RemovePhoto.Command(Actor.Of(coop.Manager, "127.0.0.1"), coop.Id, photo.Id))).IsDone.ShouldBeFalse("a product on sale keeps one");
        await market.ChangeAsync(product.Product, p => p.Withdraw().ShouldBeNull());
        (await reader.GetAsync(second)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await SweepAsync(market);
        (await KeysAsync(market)).ShouldBeEmpty();

        async Task<string> PictureAsync(string query) => (await reader.OpenAsync($"/p/{product.Slug}{query}")).Head!.QuerySelector("meta[property='og:image']")!.GetAttribute("content")![Market.Address.Length..];
    }

    [Fact]
    public async Task Until_its_photo_is_ready_it_has_none_and_a_made_up_address_draws_nothing()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var product = await market.LiveProductAsync(seller: coop);
        await market.AddPhotoAsync(coop, new(PhotoSubjectKind.Product, product.Product.Value));
        using var reader = market.Guest();
        (await reader.OpenAsync("/p/" + product.Slug)).Head!.QuerySelector("meta[property='og:image']").ShouldBeNull();
        var folder = LinkPicture.FolderOf(LinkedKind.Product, product.Product.Value);
        (await reader.GetAsync($"/{folder}{new string('a', 32)}.jpg")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await market.DevelopAsync();
        foreach (var made in new[] { "x-1", "p-" + new string('z', 32), "p-" + Guid.Empty.ToString("N"), "..%2Fmedia" })
            (await reader.GetAsync($"/previews/{made}/{new string('a', 32)}.jpg")).StatusCode.ShouldBe(HttpStatusCode.NotFound, made);
        (await KeysAsync(market)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_of_any_length_and_with_any_sign_is_set_and_the_band_is_the_cooperatives()
    {
        using var works = new PhotoWorks();
        using var pictures = new Pictures();
        var master = (await works.Intake(pictures.File(PhotosFactory.Jpeg(900, 700)), CancellationToken.None)).Master!.Jpeg;
        var band = WovenBand.Threads("suoi-to", 2);
        foreach (var title in new[] { "Chè", "Tỏi đen một nhánh & <b>mật ong</b> \"rừng\" 'Mường'", string.Concat(Enumerable.Repeat("Khăn piêu thêu tay ", 12)), new string('Ệ', 200) })
        {
            var drawn = await works.Draw(master, new(title, "Hợp tác xã nông nghiệp và dệt thổ cẩm phụ nữ Thái bản Phụ Mẫu, Vân Hồ", band.Width, BandThreads.Height, band.Rgb), CancellationToken.None);
            Pictures.SizeOf(drawn, PhotoFormat.Jpeg).ShouldBe((1200, 630), title);
        }
    }

    [Fact]
    public void The_fonts_have_every_vietnamese_letter()
    {
        const string plain = "aăâeêioôơuưy";
        string[] marks = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
        var letters = plain.SelectMany(l => marks, (l, m) => (l + m).Normalize()).Append("đ").Distinct(StringComparer.Ordinal).ToList();
        letters.Count.ShouldBe(73);
        foreach (var weight in new[] { "Regular", "Bold" })
        {
            var known = Letters(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fonts", $"MarketSerif-{weight}.ttf")));
            letters.SelectMany(l => new[] { l[0], char.ToUpperInvariant(l[0]) }).Where(l => !known.Contains(l)).ShouldBeEmpty(weight);
        }
    }

    private static async Task<(SellingCoop Coop, ListedProduct Product, string Story)> StandAsync(Market market)
    {
        var coop = await market.NewSellerAsync();
        var product = await market.LiveProductAsync(seller: coop);
        var story = await market.StoryAsync(coop, "Ba mươi ngày", "Một câu chuyện.", product.Product);
        var row = (await market.RowsAsync<Domain.Stories.Story>()).Single();
        (await market.AddPhotoAsync(coop, new(PhotoSubjectKind.Product, product.Product.Value))).IsDone.ShouldBeTrue();
        (await market.AddPhotoAsync(coop, new(PhotoSubjectKind.Story, row.Id.Value))).IsDone.ShouldBeTrue();
        await market.DevelopAsync();
        return (coop, product, story);
    }

    private static async Task<string> PictureAsync(Browser reader, string path)
        => (await reader.OpenAsync(path)).Head!.QuerySelector("meta[property='og:image']")!.GetAttribute("content")![Market.Address.Length..];

    private static async Task<List<string>> KeysAsync(Market market)
    {
        List<string> keys = [];
        await foreach (var blob in market.Services.GetRequiredService<IBlobs>().List(LinkPicture.Folder, CancellationToken.None))
            keys.Add(blob.Key);
        return keys;
    }

    private static async Task SweepAsync(Market market)
    {
        await using var scope = market.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepLinkPictures>().RunAsync(CancellationToken.None);
    }

    // The characters of a font's table «cmap» in format 4 (ISO/IEC 14496-22).
    private static HashSet<char> Letters(byte[] font)
    {
        ushort At(int offset) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(offset));
        int Long(int offset) => BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(offset));
        var cmap = Enumerable.Range(0, At(4)).Select(t => 12 + (t * 16)).Where(t => font.AsSpan(t, 4).SequenceEqual("cmap"u8)).Select(t => Long(t + 8)).Single();
        var table = Enumerable.Range(0, At(cmap + 2)).Select(t => cmap + Long(cmap + 4 + (t * 8) + 4)).First(t => At(t) == 4);
        var segments = At(table + 6) / 2;
        HashSet<char> known = [];
        for (var s = 0; s < segments; s++)
        {
            var (end, start) = (At(table + 14 + (s * 2)), At(table + 16 + (segments * 2) + (s * 2)));
            for (int c = start; c <= end && c < char.MaxValue; c++)
                known.Add((char)c);
        }

        return known;
    }
}
