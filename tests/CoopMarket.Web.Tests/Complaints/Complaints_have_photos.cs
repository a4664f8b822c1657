using System.Net;
using AngleSharp.Html.Dom;
using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Accounts;
using CoopMarket.Web.Features.Complaints;
using CoopMarket.Web.Features.Photos;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Questions;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Complaints;

/// <summary>A broken jar is shown to whoever judges of it, and to nobody else.</summary>
public sealed class Complaints_have_photos
{
    private static readonly (string, string)[] Typed =
        [("Form.Kind", nameof(ComplaintKind.Damaged)), ("Form.Words", "Hũ vỡ nắp khi tới nơi."), ("Form.Name", "Hạnh"), ("Form.Email", "hanh@thu.test")];

    [Theory, EveryDatabase]
    internal async Task A_photo_is_seen_by_whoever_complained_the_other_side_and_the_market_alone(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (product, other) = (await market.LiveProductAsync(), await market.LiveProductAsync());
        using var guest = market.Guest();
        using var sent = await guest.PostFormAsync("/complain?product=" + product.Product, Typed, null, Photo(800), Photo(640));
        var yours = Browser.Goal(sent)!;
        var (complaint, photos) = ((await market.RowsAsync<Complaint>()).Single(), (await market.RowsAsync<Photo>()).Where(p => p.SubjectKind == PhotoSubjectKind.Complaint).ToList());
        photos.Count.ShouldBe(2);
        photos.ShouldAllBe(p => p.SubjectId == complaint.Id.Value && p.Cooperative == null);

        using var desk = await market.ClientFor(product.Manager);
        using var office = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        foreach (var (browser, page) in new[] { (guest, yours), (desk, "/sell/complaints"), (office, "/admin/complaints/" + complaint.Id) })
        {
            var pictures = (await browser.OpenAsync(page)).QuerySelectorAll(".pics a").Select(a => a.GetAttribute("href")!).ToList();
            pictures.Count.ShouldBe(2, page);
            using var picture = await browser.GetAsync(pictures[0]);
            (picture.StatusCode, picture.Content.Headers.ContentType!.MediaType, picture.Headers.CacheControl!.NoStore).ShouldBe((HttpStatusCode.OK, "image/jpeg", true), page);
        }

        using var stranger = await market.ClientFor(other.Manager);
        using var packer = await market.ClientFor(await market.MemberAsync(product.Cooperative, MemberRole.Packer));
        foreach (var (browser, address) in new[]
        {
            (guest, yours[..^1] + (yours[^1] == 'A' ? 'B' : 'A') + "/photos/" + photos[0].Id), (stranger, $"/sell/complaints/{complaint.Id}/photos/{photos[0].Id}"),
            (guest, $"/media/{photos[0].Hash}/640.avif"), (guest, $"/media/{photos[0].Hash}/private-320.jpg"), (guest, $"/media/{photos[0].Hash}/master.jpg"),
            (guest, $"/questions/{complaint.Code}/photos/{photos[0].Id}"),
        })
        {
            using var none = await browser.GetAsync(address);
            none.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        using var notHers = await packer.GetAsync($"/sell/complaints/{complaint.Id}/photos/{photos[0].Id}");
        notHers.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var (another, secret) = await market.ComplainAsync(market.Form(other.Product));
        using var crossed = await guest.GetAsync($"/complaints/{another.Code}/{secret}/photos/{photos[0].Id}");
        crossed.StatusCode.ShouldBe(HttpStatusCode.NotFound, "it stands beside another complaint");
        (await market.WithAsync<IEnumerable<IInvariant>, Finding>(all => all.OfType<PhotosHaveFiles>().Single().FindAsync(CancellationToken.None))).Holds.ShouldBeTrue();
    }

    /// <summary>Rows 1–16 of the catalog of bad input, as far as they are files.</summary>
    [Theory, EveryDatabase]
    internal async Task What_is_no_photo_gets_a_sentence_and_nothing_that_was_typed_is_lost(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        using var guest = market.Guest();
        var jpeg = PhotosFactory.Jpeg(800, 600);
        (string Named, byte[] Bytes, string Says)[] files =
        [
            ("x.jpg", [.. "GIF89a"u8, .. new byte[30], .. "<script>alert(1)</script>"u8], "GIF"),
            ("huge.png", Crafted.Png(50_000, 50_000), "60 triệu"),
            ("cut.jpg", jpeg[..(jpeg.Length / 2)], "hỏng"),
            ("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "SVG"),
            ("empty.jpg", [], "Chưa có ảnh"),
            ("paper.jpg", "%PDF-1.7 …"u8.ToArray(), "PDF"),
            ("page.jpg", "<html><script>alert(1)</script></html>"u8.ToArray(), "không phải ảnh"),
        ];
        foreach (var (named, bytes, says) in files)
        {
            using var answer = await guest.PostFormAsync("/complain", Typed, null, new FormFile("files", named, bytes, "image/jpeg"));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, named);
            var again = await Browser.ParseAsync(answer);
            again.QuerySelector(".errors")!.TextContent.ShouldContain(says, Case.Sensitive, named);
            again.QuerySelector("textarea[name='Form.Words']")!.TextContent.Trim().ShouldBe("Hũ vỡ nắp khi tới nơi.");
            again.QuerySelector("input[name='Form.Name']")!.GetAttribute("value").ShouldBe("Hạnh");
        }

        using var many = await guest.PostFormAsync("/complain", Typed, null, [.. Enumerable.Range(0, 5).Select(i => Photo(300 + i))]);
        many.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await market.RowsAsync<Complaint>()).ShouldBeEmpty();
        (await market.RowsAsync<Photo>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task A_photo_that_came_with_a_gap_in_the_form_goes_with_the_next_try_and_what_hides_behind_it_is_left_out(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        using var guest = market.Guest();
        byte[] polyglot = [.. PhotosFactory.Jpeg(), .. "<script>alert(1)</script>"u8];

        using var gap = await guest.PostFormAsync("/complain", [("Form.Kind", nameof(ComplaintKind.Other)), ("Form.Words", "Hũ vỡ nắp."), ("Form.Name", "Hạnh")], null, new FormFile("files", "x.html", polyglot, "text/html"));
        gap.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await Browser.ParseAsync(gap);
        again.QuerySelectorAll("input[name='Form.Kept']").Length.ShouldBe(1);
        var form = (IHtmlFormElement)again.QuerySelector("form[enctype]")!;
        using var sent = await guest.SendAsync("/complain", Browser.Filled(form, [("Form.Email", "hanh@thu.test")]), []);

        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var photo = (await market.RowsAsync<Photo>()).ShouldHaveSingleItem();
        using var picture = await guest.GetAsync((await guest.OpenAsync(Browser.Goal(sent)!)).QuerySelector(".pics a")!.GetAttribute("href")!);
        System.Text.Encoding.Latin1.GetString(await picture.Content.ReadAsByteArrayAsync()).ShouldNotContain("<script>");
        photo.SubjectKind.ShouldBe(PhotoSubjectKind.Complaint);
    }

    [Theory, EveryDatabase]
    internal async Task Photos_are_counted_in_her_data_and_leave_with_her_account(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mai = await market.RegisteredAsync();
        var actor = Actor.Of(mai, "203.0.113.9", market.Clock.GetUtcNow());
        var form = market.Form(kind: ComplaintKind.Other);
        form.Kept = await market.KeptAsync();
        var filed = (await market.SendAsync(FileComplaint.Command.Of(actor, form))).Value;
        using var browser = await market.ClientFor(mai);
        var copy = A_person_reads_what_is_kept_of_her.CopyIn(await (await browser.GetAsync("/account/data?handler=File")).Content.ReadAsStringAsync());
        copy.GetProperty("traces").GetProperty("complaints").EnumerateArray().Single().GetProperty("photos").GetInt32().ShouldBe(1);
        var complaint = await market.ComplaintAsync(filed.Code);
        (await market.SendAsync(new SettleComplaint.Command(Actor.Job("tests"), complaint.Id, "Xong."))).IsDone.ShouldBeTrue();

        (await market.SendAsync(new EraseAccount.Command(actor, IsSure: true))).IsDone.ShouldBeTrue();

        (await market.RowsAsync<Photo>()).ShouldHaveSingleItem().RemovedAt.ShouldNotBeNull();
        using var guest = market.Guest();
        (await guest.OpenAsync($"/complaints/{filed.Code}/{filed.Secret}")).QuerySelectorAll(".pics a").ShouldBeEmpty();
    }

    private static FormFile Photo(int width) => new("files", $"{width}.jpg", PhotosFactory.Jpeg(width, 600), "image/jpeg");
}
