using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>A form whose token no longer fits: a friendly page, the input kept, one click to send it again (trust row 30).</summary>
public sealed class Expired_forms_are_kept
{
    private const string Token = "__RequestVerificationToken";
    private const string Line = "Tỏi \"đen\" <ủ> tay & nắng\r\ndòng thứ hai";

    public static TheoryData<string> Reasons => ["none", "garbage", "of another"];

    // No token at all, one that lost keys had sealed, and one of the session before.
    [Theory, MemberData(nameof(Reasons))]
    public async Task What_was_typed_is_there_and_one_click_sends_it(string reason)
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.SellingCoopAsync();
        using var desk = await market.ClientFor(coop.Manager);
        var token = reason switch
        {
            "none" => "",
            "garbage" => "CfDJ8" + new string('x', 120),
            _ => await TokenAsync(await market.ClientFor(await market.PersonAsync())),
        };
        var fields = Browser.Filled((await desk.OpenAsync("/en/sell/profile")).QuerySelector<IHtmlFormElement>("main form")!, [("Form.About", Line), (Token, token)]);
        using var refused = await desk.PostAsync("/en/sell/profile", [.. fields]);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        refused.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = await Browser.ParseAsync(refused);
        page.QuerySelector("h1")!.TextContent.ShouldBe("This page was open for too long");
        (await market.RowsAsync<Cooperative>()).Single().About.Vi.ShouldNotContain("nắng");

        var form = page.QuerySelector<IHtmlFormElement>("main form")!;
        form.GetAttribute("action").ShouldBe("/en/sell/profile");
        form.QuerySelectorAll("button").Length.ShouldBe(1);
        using var sent = await desk.PostAsync(form.GetAttribute("action")!, [.. Browser.Filled(form, [])]);
        Browser.Goal(sent).ShouldBe("/en/sell/profile");
        (await market.RowsAsync<Cooperative>()).Single().About.Vi.ShouldContain("Tỏi \"đen\" <ủ> tay & nắng");
    }

    [Fact]
    public async Task Who_was_signed_out_meanwhile_signs_in_elsewhere_and_loses_nothing()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.SellingCoopAsync();
        using var before = await market.ClientFor(coop.Manager);
        var typed = Browser.Filled((await before.OpenAsync("/sell/profile")).QuerySelector<IHtmlFormElement>("main form")!, [("Form.About", Line)]);

        using var guest = market.Guest();
        using var refused = await guest.PostAsync("/sell/profile", [.. typed]);
        var page = await Browser.ParseAsync(refused);
        page.QuerySelector("main a[target=_blank]")!.GetAttribute("href").ShouldBe("/account/sign-in");
        var kept = Browser.Filled(page.QuerySelector<IHtmlFormElement>("main form")!, []);

        using var after = await market.ClientFor(coop.Manager);
        using var again = await after.PostAsync("/sell/profile", [.. kept]);
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest, "the token was a guest's");
        using var sent = await after.PostAsync("/sell/profile", [.. Browser.Filled((await Browser.ParseAsync(again)).QuerySelector<IHtmlFormElement>("main form")!, [])]);
        sent.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await market.RowsAsync<Cooperative>()).Single().About.Vi.ShouldContain("nắng");
    }

    [Fact]
    public async Task Who_sends_it_again_before_she_signs_in_is_led_to_do_so_and_loses_nothing()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.SellingCoopAsync();
        using var before = await market.ClientFor(coop.Manager);
        var typed = Browser.Filled((await before.OpenAsync("/sell/profile")).QuerySelector<IHtmlFormElement>("main form")!, [("Form.About", Line)]);
        using var guest = market.Guest();
        using var expired = await guest.PostAsync("/sell/profile", [.. typed]);

        using var again = await guest.PostAsync("/sell/profile", [.. Browser.Filled((await Browser.ParseAsync(expired)).QuerySelector<IHtmlFormElement>("main form")!, [])]);
        var page = await Browser.ParseAsync(again);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Mời bạn đăng nhập lại");
        page.QuerySelector("main a.btn[target=_blank]")!.GetAttribute("href").ShouldBe("/account/sign-in");

        using var after = await market.ClientFor(coop.Manager);
        using var fresh = await after.PostAsync("/sell/profile", [.. Browser.Filled(page.QuerySelector<IHtmlFormElement>("main form")!, [])]);
        using var sent = await after.PostAsync("/sell/profile", [.. Browser.Filled((await Browser.ParseAsync(fresh)).QuerySelector<IHtmlFormElement>("main form")!, [])]);
        sent.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await market.RowsAsync<Cooperative>()).Single().About.Vi.ShouldContain("nắng");
    }

    [Fact]
    public async Task A_button_keeps_which_one_it_was()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.SellingCoopAsync();
        using var desk = await market.ClientFor(coop.Manager);
        using var refused = await desk.PostAsync("/sell/members?handler=Invite", ("Form.Contact", "0987654321"), ("Form.Role", "Packer"));
        var form = (await Browser.ParseAsync(refused)).QuerySelector<IHtmlFormElement>("main form")!;
        (await desk.PostAsync(form.GetAttribute("action")!, [.. Browser.Filled(form, [])])).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await market.RowsAsync<Invitation>()).ShouldHaveSingleItem().Role.ShouldBe(MemberRole.Packer);
    }

    [Fact]
    public async Task Passwords_codes_and_files_are_not_kept_and_it_says_so()
    {
        await using var market = await Market.OpenAsync();
        using var guest = market.Guest();
        using var refused = await guest.PostAsync("/account/code", ("Form.Who", "0912345678"), ("Form.Code", "MA-BI-MAT"), ("Form.Password", "mật khẩu rất kín"));
        var page = await refused.Content.ReadAsStringAsync();
        page.ShouldContain("0912345678");
        page.ShouldContain("mật khẩu và mã bí mật thì chợ không giữ lại");
        page.ShouldNotContain("MA-BI-MAT");
        page.ShouldNotContain("rất kín");

        using var applicant = await market.ClientFor(await market.PersonAsync());
        using var upload = await applicant.SendAsync("/sell/apply/papers", [("x", "y")], [new("Upload", "giay.pdf", [.. "%PDF-1.4 kín"u8])]);
        page = await upload.Content.ReadAsStringAsync();
        page.ShouldContain("ảnh và tệp thì bạn chọn lại");
        page.ShouldNotContain("PDF-1.4");
    }

    [Fact]
    public async Task Another_site_gets_no_form_to_send()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.SellingCoopAsync();
        using var desk = await market.ClientFor(coop.Manager);
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example"), ("Accept", "text/html") })
        {
            using var refused = await desk.SendAsync("/sell/members?handler=Leave", [("Form.About", "của kẻ khác")], [], [(name, value)]);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            var page = await Browser.ParseAsync(refused);
            page.QuerySelector("main form").ShouldBeNull();
            page.DocumentElement.InnerHtml.ShouldNotContain("của kẻ khác");
        }
    }

    // trust row 26
    [Fact]
    public async Task A_form_of_1_025_fields_is_refused_and_not_sent_back()
    {
        await using var market = await Market.OpenAsync();
        using var guest = market.Guest();
        using var refused = await guest.PostAsync("/account/sign-in", [.. Enumerable.Range(0, 1_025).Select(i => ("k" + i, "v"))]);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Browser.ParseAsync(refused)).QuerySelector("main form").ShouldBeNull();
    }

    private static async Task<string> TokenAsync(Browser browser)
    {
        using (browser)
            return (await browser.OpenAsync("/account/profile")).QuerySelector($"main input[name={Token}]")!.GetAttribute("value")!;
    }
}
