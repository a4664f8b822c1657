using System.Net;
using System.Text;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Sellers;

public sealed class Applying_in_a_browser
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n<script>alert(1)</script>");

    [Theory, EveryDatabase]
    internal async Task An_application_goes_through_without_scripts(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var applicant = await market.PersonAsync();
        using var her = await market.ClientFor(applicant);

        await StepAsync("kind", ("Form.Kind", "Cooperative"));
        await StepAsync("names", ("Form.Name", "Tỏi đen Gia Phù"), ("Form.LegalName", "Hợp tác xã Tỏi đen Gia Phù"));
        await StepAsync("tax-code", ("Form.TaxCode", "5500 123 456"));
        await StepAsync("representative", ("Form.Representative", "Lò Thị Pâng"));
        await StepAsync("place", ("Form.Province", "14"), ("Form.CommuneCode", Places.Communes[3].Code), ("Form.Village", "Bản Tọ"));
        await StepAsync("phone", ("Form.Phone", "0912.345.678"));
        await StepAsync("bank", ("Form.BankBin", "970405"), ("Form.BankAccount", "7900 2051 23456"), ("Form.BankAccountName", "Htx Tỏi Đen"));
        using (var sent = await her.PostFormAsync("/sell/apply/papers", [], "form[enctype]", new FormFile("Upload", "../../x.cshtml", Pdf)))
            Browser.Goal(sent).ShouldBe("/sell/apply/papers");
        await StepAsync("makes", ("Form.Makes", "Tỏi đen ủ 60 ngày"));
        await StepAsync("consent", ("Form.Agreed", "true"));
        using (var submitted = await her.PostFormAsync("/sell/apply", [], "form[action*=Submit]"))
            submitted.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var application = (await market.RowsAsync<SellerApplication>()).Single();
        (application.State, application.Details.Phone, application.Details.BankAccountName).ShouldBe((ApplicationState.Submitted, "+84912345678", "HTX TOI DEN"));
        application.Details.RulesVersion.ShouldNotBeEmpty();

        using var admin = await market.ClientFor(await market.EnrolAsync(await market.PersonAsync(isAdmin: true)));
        (await admin.OpenAsync("/admin/sellers")).QuerySelector("main")!.TextContent.ShouldContain("Tỏi đen Gia Phù");
        using (var approved = await admin.PostFormAsync($"/admin/sellers/{application.Id}", [], "form[action*=Approve]"))
            Browser.Goal(approved).ShouldBe($"/admin/sellers/{application.Id}");
        (await her.OpenAsync("/sell/members")).QuerySelector("main")!.TextContent.ShouldContain("Lò Thị Pâng");

        async Task StepAsync(string step, params (string, string)[] fields)
        {
            using var response = await her.PostFormAsync("/sell/apply/" + step, fields);
            response.StatusCode.ShouldBe(HttpStatusCode.Redirect, step);
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_stays_typed()
    {
        await using var market = await Market.OpenAsync();
        using var her = await market.ClientFor(await market.PersonAsync());

        using var response = await her.PostFormAsync("/en/sell/apply/tax-code", ("Form.TaxCode", "12"));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ParseAsync(response);
        var field = page.QuerySelector("#Form_TaxCode")!;
        (field.GetAttribute("value"), field.GetAttribute("aria-invalid"), field.GetAttribute("aria-describedby")).ShouldBe(("12", "true", "Form_TaxCode-flaw"));
        page.QuerySelector("#Form_TaxCode-flaw")!.TextContent.ShouldBe("A tax code has 10 or 13 digits");
        (await her.OpenAsync("/sell/apply/tax-code")).QuerySelector("#Form_TaxCode")!.GetAttribute("value").ShouldBe("12");
    }

    [Fact]
    public async Task Saved_while_typing_it_says_when()
    {
        await using var market = await Market.OpenAsync();
        using var her = await market.ClientFor(await market.PersonAsync());
        var page = await her.OpenAsync("/sell/apply/makes");
        var form = page.QuerySelector("form[data-autosave]")!;

        using var response = await her.PostAsync(
            form.GetAttribute("data-autosave")!, ("Form.Makes", "Tỏi"), ("__RequestVerificationToken", form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!));

        (await response.Content.ReadAsStringAsync()).ShouldBe("Đã lưu lúc 9:00");
        (await market.RowsAsync<SellerApplication>()).Single().Details.Makes.ShouldBe("Tỏi");
    }

    /// <summary>The catalogue of bad input, row 27.</summary>
    [Fact]
    public async Task What_the_screen_does_not_ask_is_not_taken()
    {
        await using var market = await Market.OpenAsync();
        var (me, other) = (await market.PersonAsync(), await market.PersonAsync());
        using var her = await market.ClientFor(me);

        using var response = await her.PostFormAsync(
            "/sell/apply/phone",
            ("Form.Phone", "0912345678"), ("Form.State", "Approved"), ("State", "Approved"), ("Form.Applicant", other.ToString()), ("Form.RulesVersion", "2020-01-01"),
            ("Form.Id", Guid.NewGuid().ToString()), ("Form.Cooperative", Guid.NewGuid().ToString()), ("Form.Step", "Consent"), ("Form.Agreed", "true"), ("Form.IsChange", "true"));

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var application = (await market.RowsAsync<SellerApplication>()).Single();
        (application.Applicant, application.State, application.IsChange, application.Cooperative).ShouldBe((me, ApplicationState.Draft, false, null));
        application.Details.ShouldBe(new SellerDetails { Phone = "+84912345678", Papers = application.Details.Papers });
    }

    [Fact]
    public async Task Papers_open_to_their_owner_and_to_admins_as_downloads_only()
    {
        await using var market = await Market.OpenAsync();
        var applicant = await market.PersonAsync();
        using var her = await market.ClientFor(applicant);
        using var other = await market.ClientFor(await market.PersonAsync());
        using var admin = await market.ClientFor(await market.EnrolAsync(await market.PersonAsync(isAdmin: true)));
        using (await her.PostFormAsync("/sell/apply/papers", [], "form[enctype]", new FormFile("Upload", "a.pdf", Pdf, "text/html")))
        {
        }

        var application = (await market.RowsAsync<SellerApplication>()).Single();
        var paper = application.Details.Papers.ShouldHaveSingleItem();
        var (own, seen) = ($"/sell/apply/papers/{paper.Id}", $"/admin/sellers/{application.Id}/papers/{paper.Id}");

        foreach (var opened in new[] { await her.GetAsync(own), await admin.GetAsync(seen) })
        {
            opened.StatusCode.ShouldBe(HttpStatusCode.OK);
            opened.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
            opened.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            opened.Content.Headers.ContentDisposition.FileName.ShouldBe($"giay-to-{paper.Hash[..8]}.pdf");
            opened.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            opened.Headers.CacheControl!.NoStore.ShouldBeTrue();
            (await opened.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
        }

        foreach (var closed in new[] { await other.GetAsync(own), await other.GetAsync(seen), await her.GetAsync(seen), await admin.GetAsync(own) })
            closed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var guest = market.Guest();
        (await guest.GetAsync(own)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "a.png")]
    [InlineData("GIF89a", "a.jpg")]
    [InlineData("PK\u0003\u0004", "a.pdf")]
    [InlineData("", "a.pdf")]
    public async Task A_paper_of_another_kind_is_refused_with_what_to_do(string content, string name)
    {
        await using var market = await Market.OpenAsync();
        using var her = await market.ClientFor(await market.PersonAsync());

        using var response = await her.PostFormAsync("/sell/apply/papers", [], "form[enctype]", new FormFile("Upload", name, Encoding.UTF8.GetBytes(content), "image/png"));

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await market.RowsAsync<SellerApplication>()).ShouldBeEmpty();
    }

    /// <summary>The catalogue of bad input, row 83, on the page.</summary>
    [Fact]
    public async Task A_stale_approval_shows_the_difference()
    {
        await using var market = await Market.OpenAsync();
        var applicant = await market.PersonAsync();
        var id = await market.HandInAsync(applicant);
        using var admin = await market.ClientFor(await market.EnrolAsync(await market.PersonAsync(isAdmin: true)));
        var path = $"/admin/sellers/{id}";
        var form = (await admin.OpenAsync(path)).QuerySelector("form[action*=Approve]")!;
        await market.SendAsync(new SaveApplication.Command(Actor.Of(applicant, ""), ApplyStep.Representative, new() { Representative = "Kẻ Lạ" }));

        using var response = await admin.PostAsync(form.GetAttribute("action")!, [.. form.QuerySelectorAll("input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))]);

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var changed = (await Browser.ParseAsync(response)).QuerySelector("#changed")!.TextContent;
        changed.ShouldContain("Lò Thị Pâng");
        changed.ShouldContain("Kẻ Lạ");
        (await market.RowsAsync<Cooperative>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task An_application_is_rejected_by_a_press_of_its_own_after_what_follows_is_read(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var id = await market.HandInAsync(await market.PersonAsync());
        using var office = await market.ClientFor(await market.PersonAsync(isAdmin: true));

        var page = await office.OpenAsync($"/admin/sellers/{id}");
        var asked = page.QuerySelector("button[formaction*=Reject]")!.Closest("details").ShouldNotBeNull();
        asked.HasAttribute("open").ShouldBeFalse();
        asked.TextContent.ShouldContain("không mở lại được");
        page.QuerySelector("button[formaction*=Ask]")!.Closest("details").ShouldBeNull("that is another press, and none to be afraid of");
        (await office.PressAsync($"/admin/sellers/{id}", "Reject", ("Reason", "Không phải hợp tác xã"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await market.RowsAsync<SellerApplication>()).Single().State.ShouldBe(ApplicationState.Rejected);
    }

    /// <summary>The catalogue of bad input, row 81, by address.</summary>
    [Fact]
    public async Task A_buyer_who_posts_an_admins_handler_finds_nothing()
    {
        await using var market = await Market.OpenAsync();
        var buyer = await market.PersonAsync();
        var id = await market.HandInAsync(await market.PersonAsync());
        using var her = await market.ClientFor(buyer);
        var token = (await her.OpenAsync("/sell/apply/makes")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var handler in new[] { "Approve", "Ask", "Reject", "Suspend", "Reopen", "Close" })
        {
            using var response = await her.PostAsync($"/admin/sellers/{id}?handler={handler}", ("Seen", new string('0', 64)), ("Reason", "x"), ("__RequestVerificationToken", token));
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, handler);
        }

        (await market.RowsAsync<SellerApplication>()).Single().State.ShouldBe(ApplicationState.Submitted);
    }

    [Theory]
    [InlineData("/sell/members")]
    [InlineData("/sell/closing")]
    [InlineData("/sell/profile")]
    [InlineData("/sell/profile/change")]
    [InlineData("/sell/makers")]
    [InlineData("/en/sell/members")]
    [InlineData("/sell/join")]
    [InlineData("/sell/apply")]
    [InlineData("/sell/apply/place")]
    public async Task The_desks_pages_open_to_the_manager_and_send_guests_to_sign_in(string path)
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.SellingCoopAsync();
        using var manager = await market.ClientFor(coop.Manager);
        using var guest = market.Guest();
        if (path == "/sell/apply/place")
            await market.SendAsync(new BeginAnew.Command(Actor.Of(coop.Manager, "")));

        await manager.OpenAsync(path);
        Browser.Goal(await guest.GetAsync(path)).ShouldNotBeNull().ShouldContain("/account/sign-in");
    }

    [Fact]
    public async Task A_manager_invites_and_the_invitee_joins_by_the_link()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.SellingCoopAsync();
        var invitee = await market.PersonAsync("Hà Thị Mến", phone: "+84987654321");
        using var manager = await market.ClientFor(coop.Manager);
        using var her = await market.ClientFor(invitee);

        using (var sent = await manager.PostFormAsync("/sell/members", ("Form.Contact", "0987 654 321"), ("Form.Role", "Packer")))
            Browser.Goal(sent).ShouldBe("/sell/members");
        var link = new Uri((await manager.OpenAsync("/sell/members")).QuerySelector("#link")!.GetAttribute("value")!);
        (await manager.OpenAsync("/sell/members")).QuerySelector("#link").ShouldBeNull();

        using (var opened = await her.GetAsync(link.PathAndQuery))
            Browser.Goal(opened).ShouldBe("/sell/join");
        using (var joined = await her.PostFormAsync("/sell/join"))
            Browser.Goal(joined).ShouldBe("/sell");
        (await market.RowsAsync<Membership>()).Single(m => m.Person == invitee).Role.ShouldBe(MemberRole.Packer);
    }

    [Fact]
    public async Task The_desks_forms_keep_what_a_manager_writes()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.SellingCoopAsync();
        var packer = await market.MemberAsync(coop.Id, MemberRole.Packer);
        using var manager = await market.ClientFor(await market.EnrolAsync(coop.Manager));

        await DoneAsync("/sell/makers", "form.ask", ("Form.Name", "Lò Thị Pâng"), ("Form.Agreed", "true"));
        await DoneAsync("/sell/closing", "form.ask", ("Form.From", "2026-12-01"), ("Form.To", "2026-12-24"));
        await DoneAsync("/sell/closing", "form[action*=Cancel]");
        await DoneAsync("/sell/profile", "form.ask", ("Form.Line", "Tỏi đen ủ 60 ngày"));
        await DoneAsync("/sell/profile/change", null, ("Form.BankAccount", "55667788"));
        await DoneAsync("/sell/members", "form[action*=Role]:has([value='" + packer + "'])", ("role", "Storyteller"));

        (await market.RowsAsync<Maker>()).ShouldHaveSingleItem();
        (await market.RowsAsync<Closure>()).ShouldBeEmpty();
        (await market.RowsAsync<Cooperative>()).Single().Line.Vi.ShouldBe("Tỏi đen ủ 60 ngày");
        (await market.RowsAsync<SellerApplication>()).Single(a => a.IsChange).Details.BankAccount.ShouldBe("55667788");
        (await market.RowsAsync<Membership>()).Single(m => m.Person == packer).Role.ShouldBe(MemberRole.Storyteller);

        async Task DoneAsync(string page, string? form, params (string, string)[] fields)
        {
            using var response = await manager.PostFormAsync(page, fields, form);
            response.StatusCode.ShouldBe(HttpStatusCode.Redirect, page);
        }
    }
}
