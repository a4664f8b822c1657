using System.Net;
using System.Net.Sockets;
using System.Text;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>Rows of the catalogue of bad input that only the wire can show.</summary>
public sealed class Bad_input_over_http
{
    // Row 18: of a field that comes twice the first counts, also in the basket's own form.
    [Fact]
    public async Task A_quantity_that_comes_twice_in_the_basket_counts_once_and_is_never_negative()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        using var guest = market.Guest();
        await guest.PostAsync("/cart/add", ("variant", garlic.Variant.ToString()), ("quantity", "2"));
        var field = $"Form.Quantity[{garlic.Variant}]";
        (await guest.PostFormAsync("/cart", (field, "3"), (field, "-5"))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await guest.OpenAsync("/cart")).QuerySelector($"input[name='{field}']")!.GetAttribute("value").ShouldBe("3");
        (await guest.PostFormAsync("/cart", (field, "-5"), (field, "3"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await guest.OpenAsync("/cart")).QuerySelector($"input[name='{field}']")!.GetAttribute("value").ShouldBe("3");
    }

    // Row 24: bytes that are no UTF-8, and half of a pair. They stay the percent signs that they came as; a null is refused.
    [Theory, InlineData("%FF%FE"), InlineData("%ED%A0%80"), InlineData("%C0%AF"), InlineData("%00")]
    public async Task Bytes_that_are_no_text_never_become_text(string bytes)
    {
        await using var market = await Market.OpenAsync();
        using var guest = market.Guest();
        var token = (await guest.OpenAsync("/account/register")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/register")
        {
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
            Content = new StringContent($"Form.FullName=L{bytes}&Form.Who=a{bytes}%40thu.test&Form.Password=xoi+ngu+sac+Son+La&__RequestVerificationToken={Uri.EscapeDataString(token)}", Encoding.ASCII, "application/x-www-form-urlencoded"),
        };
        (await guest.Client.SendAsync(request)).StatusCode.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest, HttpStatusCode.Found);
        (await market.RowsAsync<Account>()).Select(a => a.FullName).ShouldBe(bytes == "%00" ? [] : ["L" + bytes]);
    }

    // Row 27.
    [Fact]
    public async Task Nobody_registers_as_an_admin()
    {
        await using var market = await Market.OpenAsync();
        using var guest = market.Guest();
        var added = new[] { "IsAdmin", "Form.IsAdmin", "Role", "Form.Role", "EmailConfirmed", "Form.EmailConfirmed", "Form.Id" }.Select(n => (n, "true"));
        (await guest.PostFormAsync("/account/register", [("Form.FullName", "Lò Thị Mai"), ("Form.Who", "mai@thu.test"), ("Form.Password", AccountsFactory.Password), .. added], "main form"))
            .StatusCode.ShouldBe(HttpStatusCode.Found);
        var account = (await market.RowsAsync<Account>()).ShouldHaveSingleItem();
        (account.IsAdmin, account.EmailConfirmed).ShouldBe((false, false));
    }

    // Row 31.
    [Theory, EveryDatabase]
    internal async Task Twenty_browsers_that_send_one_form_at_once_land_on_one_order(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        using var visitor = Visitor.Of(market);
        await visitor.SendAsync("/cart/add", ("variant", garlic.Variant.ToString()), ("quantity", "1"));
        await visitor.OpenAsync("/checkout");
        (string, string)[] typed =
        [
            ("Form.Name", "Nguyễn Thị Hạnh"), ("Form.Phone", "0912 345 678"), ("Form.Country", "VN"), ("Form.Province", "01"), ("Form.Commune", "Phường Cầu Giấy"),
            ("Form.Street", "Số 12"), ("Form.Way", "CashOnDelivery"),
        ];
        await visitor.SubmitAsync("/checkout/delivery", typed);
        var goals = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => visitor.PressAsync("/checkout", typed)));
        var order = (await market.RowsAsync<Order>()).ShouldHaveSingleItem();
        goals.ShouldAllBe(g => g == $"/orders/{order.Code}");
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(9);
    }

    // Row 35: formulas and templates are text.
    [Fact]
    public async Task A_formula_or_a_template_is_shown_as_it_was_typed()
    {
        const string Odd = "=cmd() {{7*7}} @(7*7) ${7*7} <b>";
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), PaymentWay.CashOnDelivery) with { Note = Odd, Email = "hanh@thu.test" };
        var placed = await market.SendAsync(checkout);
        placed.IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        using var desk = await market.ClientFor(garlic.Manager);
        (await desk.OpenAsync("/sell/orders/" + placed.Value.Code)).QuerySelector("main")!.TextContent.ShouldContain(Odd);
        foreach (var letter in market.Post.Letters)
            letter.Html.ShouldNotContain("${7*7} <b>");
    }

    // Row 70.
    [Theory]
    [InlineData("../../etc/passwd"), InlineData("..%2f..%2fetc%2fpasswd"), InlineData("%2e%2e%2f%2e%2e%2fetc%2fpasswd"), InlineData("%252e%252e%252fetc"), InlineData("..%5c..%5cwin.ini"), InlineData("%0d%0aSet-Cookie:x"), InlineData("long")]
    public async Task An_address_that_climbs_finds_nothing(string slug)
    {
        await using var market = await Market.OpenAsync();
        using var guest = market.Guest();
        foreach (var before in new[] { "/p/", "/c/", "/stories/", "/cooperatives/", "/assets/", "/media/", "/media/x/", "/en/p/" })
        {
            using var answer = await guest.GetAsync(before + (slug == "long" ? new string('x', 8_192) : slug));
            ((int)answer.StatusCode).ShouldBeOneOf([404, 400, 414], before + slug);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("root:");
        }
    }

    // Row 73, on every form that leads back.
    [Theory, InlineData("//evil.example"), InlineData("/\\evil.example"), InlineData("https:evil.example"), InlineData("/\t/evil.example"), InlineData("javascript:alert(1)"), InlineData("\\\\evil.example")]
    public async Task A_way_back_that_leads_elsewhere_leads_home(string place)
    {
        await using var market = await Market.OpenAsync();
        using var guest = market.Guest();
        foreach (var (form, field) in new[] { ("/language", "place"), ("/save-data", "place"), ("/currency", "place") })
            Browser.Goal(await guest.PostAsync(form, (field, place))).ShouldBe("/", form);
        using var registered = await guest.PostFormAsync("/account/register?returnUrl=" + Uri.EscapeDataString(place), ("Form.FullName", "Lò Thị Mai"), ("Form.Who", AccountsFactory.NewEmail()), ("Form.Password", AccountsFactory.Password));
        Browser.Goal(registered).ShouldBe("/account/sign-in?returnUrl=%2F");
        using var added = await guest.PostAsync("/cart/add", ("variant", "x"), ("back", place));
        (await Browser.ParseAsync(added)).QuerySelectorAll("a").ShouldAllBe(a => a.GetAttribute("href") == null || !a.GetAttribute("href")!.Contains("evil"));
    }

    // Row 74: what is too large on the wire itself.
    [Fact]
    public async Task Headers_beyond_all_bounds_are_refused_and_the_market_goes_on()
    {
        await using var market = await Market.OpenFreshAsync();
        market.UseKestrel(0);
        market.StartServer();
        using var client = market.CreateClient();
        (await StatusAsync("X-Long", new string('x', 33 * 1024))).ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
        ((int)await StatusAsync("Cookie", "cm-session=" + new string('x', 16 * 1024))).ShouldBeLessThan(500);
        (await StatusAsync("X-Short", "x")).ShouldBe(HttpStatusCode.OK);

        async Task<HttpStatusCode> StatusAsync(string name, string value)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
            request.Headers.TryAddWithoutValidation(name, value);
            request.Headers.Host = "coopmarket.test";
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    // Row 13: senders that only hold a connection open. Each is told so once the server's grace of 5 s for 240 bytes a second is over.
    [Fact]
    public async Task Two_hundred_who_send_a_byte_a_second_are_cut_off_and_others_are_served()
    {
        await using var market = await Market.OpenAsync(settings: ("Proxy:KnownNetworks", "127.0.0.0/8"));
        market.UseKestrel(0);
        market.StartServer();
        using var client = market.CreateClient();
        client.DefaultRequestHeaders.Host = "coopmarket.test";
        (await client.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var answers = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => SlowAsync(client.BaseAddress!.Port))));
        var served = 0;
        while (!answers.IsCompleted)
        {
            (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
            served++;
        }

        (await answers).ShouldAllBe(a => a == "HTTP/1.1 408 Request Timeout");
        served.ShouldBeGreaterThan(20);
    }

    private static async Task<string?> SlowAsync(int port)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync("POST /account/sign-in HTTP/1.1\r\nHost: coopmarket.test\r\nX-Forwarded-Proto: https\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(stream);
        var answer = reader.ReadLineAsync();
        for (var sent = 0; sent < 60 && !answer.IsCompleted; sent++)
        {
            await stream.WriteAsync("a"u8.ToArray());
            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(1)));
        }

        return answer.IsCompleted ? await answer : null;
    }

    // Row 76: an invitation tells nothing of whether its invitee has an account.
    [Fact]
    public async Task Inviting_answers_alike_for_known_and_unknown()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.SellingCoopAsync();
        await market.RegisteredAsync("0912345678");
        using var desk = await market.ClientFor(coop.Manager);
        foreach (var who in new[] { "0912345678", "0987654321" })
            Browser.Goal(await desk.PostFormAsync("/sell/members", [("Form.Contact", who), ("Form.Role", "Packer")], "form[action*=Invite]")).ShouldBe("/sell/members");
    }

    // Row 87.
    [Fact]
    public async Task Five_thousand_registrations_of_one_victim_stop_at_the_limit_and_mail_her_once()
    {
        await using var market = await Market.OpenAsync(settings: ("RateLimits:Factor", "1"));
        await market.RegisteredAsync("nan-nhan@thu.test");
        using var attacker = market.Guest();
        var token = (await attacker.OpenAsync("/account/register")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Dictionary<HttpStatusCode, int> answers = [];
        for (var i = 0; i < 5_000; i++)
        {
            using var answer = await attacker.PostAsync(
                "/account/register", ("Form.FullName", "Ai Đó"), ("Form.Who", "nan-nhan@thu.test"), ("Form.Password", AccountsFactory.Password), ("__RequestVerificationToken", token));
            answers[answer.StatusCode] = answers.GetValueOrDefault(answer.StatusCode) + 1;
        }

        await market.DeliverAsync();
        answers.ShouldBe(new Dictionary<HttpStatusCode, int> { [HttpStatusCode.Found] = 5, [HttpStatusCode.TooManyRequests] = 4_995 }, ignoreOrder: true);
        market.Post.Letters.ShouldHaveSingleItem();
    }
}
