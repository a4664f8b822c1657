using System.Net;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>Whatever is answered, the browser is told to be careful with it (ASVS 3.2.1, 3.4.1, 3.4.3 to 3.4.8).</summary>
public sealed class Headers_on_every_answer
{
    private static readonly (string Name, string Part)[] Expected =
    [
        ("Content-Security-Policy", "default-src 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
    ];

    [Fact]
    public async Task A_page_a_redirect_a_refusal_a_fault_a_photo_a_paper_and_a_style_sheet_carry_them()
    {
        await using var market = await Market.OpenAsync(settings: ("RateLimits:Factor", "1"));
        var coop = await market.SellingCoopAsync();
        (await market.AddPhotoAsync(coop, new(Domain.Photos.PhotoSubjectKind.Cooperative, coop.Id.Value))).IsDone.ShouldBeTrue();
        await market.DevelopAsync();
        var picture = (await market.RowsAsync<Domain.Photos.Photo>())[0];
        using var guest = market.Guest();
        using var desk = await market.ClientFor(coop.Manager);
        (HttpStatusCode Status, Func<Task<HttpResponseMessage>> Ask)[] answers =
        [
            (HttpStatusCode.OK, () => guest.GetAsync("/")),
            (HttpStatusCode.OK, () => guest.GetAsync("/healthz")),
            (HttpStatusCode.OK, () => guest.GetAsync("/robots.txt")),
            (HttpStatusCode.OK, () => guest.GetAsync(market.Services.GetRequiredService<Assets>()["shop.css"])),
            (HttpStatusCode.OK, () => guest.GetAsync($"/media/{picture.Hash}/160.jpg")),
            (HttpStatusCode.Found, () => guest.GetAsync("/sell")),
            (HttpStatusCode.BadRequest, () => guest.PostAsync("/account/sign-in")),
            (HttpStatusCode.NotFound, () => guest.GetAsync("/nowhere")),
            (HttpStatusCode.NotFound, () => guest.GetAsync("/media/x/1.jpg")),
            (HttpStatusCode.NotFound, () => guest.GetAsync("/assets/x.css")),
            (HttpStatusCode.MethodNotAllowed, () => guest.Client.PutAsync("/", null)),
            (HttpStatusCode.MethodNotAllowed, () => guest.Client.DeleteAsync("/healthz")),
            (HttpStatusCode.UnprocessableEntity, () => desk.PostFormAsync("/sell/closing", ("Form.From", ""), ("Form.To", ""))),
            (HttpStatusCode.Conflict, () => desk.PostFormAsync("/sell/join", ("Form.Key", "XXXXXXXXXX"))),
            (HttpStatusCode.TooManyRequests, () => TooFastAsync(guest)),
        ];
        foreach (var (status, ask) in answers)
            Carries(await ask(), status);
        await PapersCarryStricterAsync(market);
    }

    [Theory, InlineData("/"), InlineData("/en")]
    public async Task A_fault_carries_them_and_its_reference_and_nothing_of_the_program(string address)
    {
        await using var market = await Market.OpenAsync();
        await market.BreakAsync();
        using var guest = market.Guest();
        var response = await guest.GetAsync(address);
        var page = await response.Content.ReadAsStringAsync();
        Carries(response, HttpStatusCode.InternalServerError);
        page.ShouldContain(address == "/" ? "Chợ vừa vấp một lỗi" : "The market stumbled");
        page.ShouldContain(address == "/" ? "Khi cần hỏi" : "If you ask us");
        foreach (var word in new[] { "Exception", "SQLite", "no such table", "CoopMarket.Web" })
            page.ShouldNotContain(word);
    }

    [Fact]
    public async Task Another_hosts_name_is_refused_with_them()
    {
        await using var market = await Market.OpenAsync();
        using var client = market.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        Carries(await client.SendAsync(request), HttpStatusCode.BadRequest);
    }

    private static async Task PapersCarryStricterAsync(Market market)
    {
        var applicant = await market.PersonAsync();
        using var browser = await market.ClientFor(applicant);
        await market.FillAsync(applicant, SellersFactory.Details("Đơn có giấy") with { Papers = [] });
        using (var sent = await browser.PostFormAsync("/sell/apply/papers", [], null, new FormFile("Upload", "giay.pdf", [.. "%PDF-1.4 x"u8])))
            sent.StatusCode.ShouldBe(HttpStatusCode.Found);
        var paper = (await browser.OpenAsync("/sell/apply/papers")).QuerySelector("main a[href*='/papers/']")!.GetAttribute("href")!;
        using var response = await browser.GetAsync(paper);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    private static async Task<HttpResponseMessage> TooFastAsync(Browser browser)
    {
        for (var i = 0; i < Limit.Table[Limit.Reset].Most; i++)
            (await browser.PostFormAsync("/account/forgotten", ("Form.Who", "0912345678"))).Dispose();
        return await browser.PostFormAsync("/account/forgotten", ("Form.Who", "0912345678"));
    }

    private static void Carries(HttpResponseMessage response, HttpStatusCode status)
    {
        var asked = $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.PathAndQuery}";
        response.StatusCode.ShouldBe(status, asked);
        foreach (var (name, part) in Expected)
            (response.Headers.TryGetValues(name, out var values) ? string.Join(" and ", values) : "none").ShouldStartWith(part, Case.Sensitive, $"{name} of {asked}");
        response.Headers.Contains("Server").ShouldBeFalse();
        response.Dispose();
    }
}

/// <summary>Makes the market stumble.</summary>
internal static class Breaking
{
    /// <summary>Takes a table away that every page of the shop reads.</summary>
    public static Task BreakAsync(this Market market) => market.InDbAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "ALTER TABLE catalog_products RENAME TO gone";
        return await command.ExecuteNonQueryAsync();
    });
}
