using System.Net;
using System.Text;
using CoopMarket.Domain.Photos;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Photos;

public sealed class Uploads_are_boring
{
    [Theory, EveryDatabase]
    internal async Task A_photo_is_sent_by_a_plain_form_and_shown_with_its_colors(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync();
        using var browser = await market.ClientFor(product.Manager);
        var page = $"/sell/products/{product.Product}/photos";

        using var sent = await SendAsync(browser, page, new FormFile("Form.Files", "mon hang.jpg", PhotosFactory.Jpeg(), "image/jpeg"));

        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Browser.Goal(sent).ShouldBe(page);
        var waiting = await browser.OpenAsync(page);
        waiting.QuerySelector("#shots img.bare")!.GetAttribute("src")!.ShouldStartWith("data:image/gif;base64,");
        await market.DevelopAsync();
        var ready = await browser.OpenAsync(page);
        ready.QuerySelector("#shots picture source")!.GetAttribute("srcset")!.ShouldEndWith("200w");
        ready.QuerySelector("#shots img")!.GetAttribute("alt").ShouldNotBeNullOrEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_no_photo_gets_a_sentence_and_changes_nothing(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        using var browser = await market.ClientFor(coop.Manager);
        var jpeg = PhotosFactory.Jpeg(800, 600);
        (string Named, byte[] Bytes, string Says)[] files =
        [
            ("x.jpg", [.. "GIF89a"u8, .. new byte[30], .. "<script>alert(1)</script>"u8], "GIF"),
            ("huge.png", Crafted.Png(50_000, 50_000), "60 triệu"),
            ("long.png", Crafted.Png(1, 500_000_000), "60 triệu"),
            ("cut.jpg", jpeg[..(jpeg.Length / 2)], "hỏng"),
            ("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "SVG"),
            ("drawing.png", "<?xml version='1.0'?><svg onload='alert(1)'/>"u8.ToArray(), "SVG"),
            ("empty.jpg", [], "Chưa có ảnh"),
            ("paper.jpg", "%PDF-1.7 …"u8.ToArray(), "PDF"),
            ("film.jpg", Crafted.Brands("isom", "mp42"), "phim"),
            ("iphone.jpg", Crafted.Brands("heic", "mif1"), "HEIC"),
            ("page.jpg", "<html><script>alert(1)</script></html>"u8.ToArray(), "không phải ảnh"),
        ];
        foreach (var (named, bytes, says) in files)
        {
            using var answer = await SendAsync(browser, Page(coop), new FormFile("Form.Files", named, bytes, "image/jpeg"));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, named);
            (await Browser.ParseAsync(answer)).QuerySelector(".errors")!.TextContent.ShouldContain(says, Case.Sensitive, named);
        }

        using var none = await browser.PostFormAsync(Page(coop), [], "#photos");
        none.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await market.RowsAsync<Photo>()).ShouldBeEmpty();
        (await market.KeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_hides_behind_a_photo_is_not_stored()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        using var browser = await market.ClientFor(coop.Manager);
        byte[] polyglot = [.. PhotosFactory.Jpeg(), .. "<script>alert(1)</script>"u8];

        using var sent = await SendAsync(browser, Page(coop), new FormFile("Form.Files", "x.html", polyglot, "text/html"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await market.DevelopAsync();

        var folder = Path.Combine(Data(market), "blobs", "media");
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain("<script", Case.Insensitive);
        var hash = (await market.RowsAsync<Photo>()).Single().Hash;
        using var served = await browser.GetAsync($"/media/{hash}/320.jpg");
        served.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
    }

    [Fact]
    public async Task Names_of_files_mean_nothing()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        using var browser = await market.ClientFor(coop.Manager);
        foreach (var name in new[] { "../../wwwroot/x.cshtml", "CON.jpg", new string('a', 300) + ".jpg", "a\u202egpj.exe" })
        {
            using var sent = await SendAsync(browser, Page(coop), new FormFile("Form.Files", name, PhotosFactory.Jpeg(), "application/x-msdownload"));
            sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, name);
        }

        (await market.KeysAsync()).ShouldBe((await market.RowsAsync<Photo>()).Select(p => $"media/{p.Hash}/master.jpg"), ignoreOrder: true);
        Directory.GetFiles(Path.Combine(Data(market), "incoming")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_much_at_once_is_turned_away()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        using var browser = await market.ClientFor(coop.Manager);

        using var heavy = await SendAsync(browser, Page(coop), new FormFile("Form.Files", "x.jpg", new byte[27 * 1024 * 1024], "image/jpeg"));
        heavy.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

        using var forty = await SendAsync(browser, Page(coop), [.. Enumerable.Range(0, 40).Select(i => new FormFile("Form.Files", $"{i}.jpg", PhotosFactory.Jpeg(60, 40), "image/jpeg"))]);
        forty.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await market.RowsAsync<Photo>()).Count.ShouldBe(Photo.MostOfOne);
    }

    [Fact]
    public async Task A_script_is_answered_with_the_sentence_alone()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        using var browser = await market.ClientFor(coop.Manager);
        browser.Headers.Accept.Add(new("text/plain"));

        using var good = await SendAsync(browser, Page(coop), new FormFile("Form.Files", "photo", PhotosFactory.Jpeg(), "image/jpeg"));
        good.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var bad = await SendAsync(browser, Page(coop), new FormFile("Form.Files", "photo", Crafted.Brands("heic", "mif1"), "image/heic"));
        bad.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        bad.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await bad.Content.ReadAsStringAsync()).ShouldStartWith("Đây là ảnh HEIC");
    }

    [Fact]
    public async Task Anothers_things_are_not_there_and_guests_are_sent_to_sign_in()
    {
        await using var market = await Market.OpenAsync();
        var mine = await market.NewSellerAsync();
        var theirs = await market.LiveProductAsync();
        var photo = (await market.AddPhotoAsync(new(theirs.Cooperative, "", theirs.Manager, default), theirs.Product)).Value;
        using var browser = await market.ClientFor(mine.Manager);
        using var guest = market.Guest();

        foreach (var path in new[] { $"/sell/products/{theirs.Product}/photos", $"/sell/cooperatives/{theirs.Cooperative}/photos", $"/sell/photos/{photo}", "/sell/products/x/photos", $"/sell/orders/{photo}/photos" })
        {
            using var answer = await browser.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var redirected = await guest.GetAsync($"/sell/photos/{photo}");
        redirected.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_photo_is_described_moved_removed_and_put_back_without_scripts()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        using var browser = await market.ClientFor(coop.Manager);
        var first = (await market.AddPhotoAsync(coop, coop.Id)).Value;
        var second = (await market.AddPhotoAsync(coop, coop.Id)).Value;

        using var described = await browser.PostFormAsync($"/sell/photos/{second}", ("Form.Vi", "Chị em bên khung cửi"));
        Browser.Goal(described).ShouldBe(Page(coop));
        using var moved = await browser.PostFormAsync($"/sell/photos/{second}", [("places", "-1")], "form[action*='handler=Move']");
        Browser.Goal(moved).ShouldBe(Page(coop));
        using var removed = await browser.PostFormAsync($"/sell/photos/{first}", [], "form[action*='handler=Remove']");
        Browser.Goal(removed).ShouldBe(Page(coop));

        var row = await browser.OpenAsync(Page(coop));
        row.QuerySelectorAll("#shots a").Select(a => a.GetAttribute("href")).Distinct().ShouldBe([$"/sell/photos/{second}"]);
        using var back = await browser.PostFormAsync(Page(coop), [], ".gone form");
        Browser.Goal(back).ShouldBe(Page(coop));
        (await market.RowsAsync<Photo>()).ShouldAllBe(p => p.RemovedAt == null);
        (await market.RowsAsync<Photo>()).Single(p => p.Id == second).Alt.Vi.ShouldBe("Chị em bên khung cửi");
    }

    [Fact]
    public async Task The_photos_of_a_new_product_lead_on_to_its_sizes_and_any_of_them_becomes_the_cover()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var draft = await new DeskOf(market, coop).DraftAsync();
        using var browser = await market.ClientFor(coop.Manager);
        for (var i = 0; i < 3; i++)
            (await market.AddPhotoAsync(coop, new(PhotoSubjectKind.Product, draft.Value))).IsDone.ShouldBeTrue();
        var page = $"/sell/products/{draft}/photos";
        var row = await browser.OpenAsync(page);
        foreach (var next in new[] { $"/sell/products/{draft}/sizes", $"/sell/products/{draft}/edit", $"/sell/products/{draft}" })
            row.QuerySelector($"main a[href='{next}']").ShouldNotBeNull(next);

        var last = row.QuerySelectorAll("#shots form").Last();
        using var moved = await browser.PostFormAsync(page, [("places", last.QuerySelector("button")!.GetAttribute("value")!)], $"#shots form[action='{last.GetAttribute("action")}']");

        Browser.Goal(moved).ShouldBe(page);
        last.GetAttribute("action")!.ShouldContain((await market.RowsAsync<Photo>()).MinBy(p => p.Position)!.Id.ToString());
    }

    private static string Data(Market market) => market.Services.GetRequiredService<MarketSettings>().DataDirectory;

    private static string Page(SellingCoop coop) => $"/sell/cooperatives/{coop.Id}/photos";

    private static Task<HttpResponseMessage> SendAsync(Browser browser, string page, params FormFile[] files) => browser.PostFormAsync(page, [], "#photos", files);
}
