using System.Net;
using CoopMarket.Domain.Certificates;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Certificates;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Storefront;

namespace CoopMarket.Web.Tests.Certificates;

public sealed class Certificates_are_checked
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, .. "giấy OCOP"u8];

    [Theory, EveryDatabase]
    internal async Task Buyers_see_it_once_an_admin_has_seen_its_paper(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var slug = (await market.RowsAsync<Cooperative>()).Single(c => c.Id == garlic.Cooperative).Slug;
        using var reader = market.Reader();
        var form = CertificatesFactory.Stars(garlic.Product);
        form.NameFr = "OCOP 4 étoiles";
        var id = await market.CertificateAsync(garlic, form);
        foreach (var page in new[] { "/p/" + garlic.Slug, "/cooperatives/" + slug })
            (await reader.GetStringAsync(page)).ShouldNotContain("1127/QĐ-UBND", Case.Sensitive, page);

        await market.ConfirmAsync(id);

        foreach (var page in new[] { "/p/" + garlic.Slug, "/cooperatives/" + slug })
        {
            var badge = (await market.Guest().OpenAsync(page)).QuerySelector("ul.badges li")!.TextContent;
            badge.ShouldContain("OCOP 4 sao", Case.Sensitive, page);
            badge.ShouldContain("1127/QĐ-UBND", Case.Sensitive, page);
            badge.ShouldContain("01/07/2025", Case.Sensitive, page);
            badge.ShouldContain("01/07/2028", Case.Sensitive, "36 months later");
        }

        foreach (var (language, name) in new[] { ("en", "OCOP 4 stars"), ("fr", "OCOP 4 étoiles") })
            (await market.Guest().OpenAsync($"/{language}/p/{garlic.Slug}")).QuerySelector("ul.badges li")!.TextContent.ShouldContain(name);
        market.Post.Letters.Single(l => l.Subject == "OCOP 4 sao: chợ đã xem giấy").Text.ShouldContain("đến hết ngày 01/07/2028");
        (await market.RowsAsync<AuditRow>()).ShouldContain(r => r.What == "Certificates.ConfirmCertificate" && r.About == id.ToString());
    }

    [Theory, EveryDatabase]
    internal async Task A_change_hides_it_until_an_admin_has_looked_again_and_her_word_binds_to_what_she_saw(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        using var reader = market.Reader();
        var id = await market.ShownAsync(garlic);
        (await reader.GetStringAsync("/p/" + garlic.Slug)).ShouldContain("OCOP 4 sao");
        var seen = (await market.SendAsync(new LookAtCertificate.Query(admin, id)))!.Hash;

        var five = CertificatesFactory.Stars(garlic.Product);
        (five.Stars, five.NameVi) = (5, "OCOP 5 sao");
        (await market.SendAsync(new ChangeCertificate.Command(DeskFactory.Manager(garlic), garlic.Cooperative, id, five, null))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        var hidden = await reader.GetStringAsync("/p/" + garlic.Slug);
        hidden.ShouldNotContain("OCOP 4 sao");
        hidden.ShouldNotContain("OCOP 5 sao");
        (await market.SendAsync(new ConfirmCertificate.Command(admin, id, seen))).Refusal.ShouldBe(new CertificateChangedSinceSeen());
        await market.ConfirmAsync(id);
        (await reader.GetStringAsync("/p/" + garlic.Slug)).ShouldContain("OCOP 5 sao");
    }

    [Theory, EveryDatabase]
    internal async Task What_is_refused_says_why_and_what_is_taken_back_is_gone(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var (mine, coop) = (DeskFactory.Manager(garlic), garlic.Cooperative);
        var id = await market.ShownAsync(garlic);
        var seen = (await market.SendAsync(new LookAtCertificate.Query(admin, id)))!.Hash;
        (await market.SendAsync(new RefuseCertificate.Command(admin, id, seen, " "))).Flaws.ShouldHaveSingleItem().Key.ShouldBe("certificates.flaw.reason");

        (await market.SendAsync(new RefuseCertificate.Command(admin, id, seen, "Số trên giấy là 1172"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        using var reader = market.Reader();
        (await reader.GetStringAsync("/p/" + garlic.Slug)).ShouldNotContain("1127/QĐ-UBND");
        market.Post.Letters.Single(l => l.Subject == "Chợ nhờ sửa giấy OCOP 4 sao").Text.ShouldContain("Số trên giấy là 1172");
        (await market.SendAsync(new OwnCertificates.Query(mine, coop))).ShouldHaveSingleItem().IsNeedy.ShouldBeTrue();
        (await market.SendAsync(new ConfirmCertificate.Command(admin, id, seen))).Refusal.ShouldBe(new CertificateNotWaiting());
        (await market.SendAsync(new WithdrawCertificate.Command(mine, coop, id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new OwnCertificates.Query(mine, coop))).ShouldBeEmpty();
        (await market.CertificateAsync(id)).State.ShouldBe(CertificateState.Withdrawn, "it is kept");
    }

    [Theory, EveryDatabase]
    internal async Task What_can_not_be_is_said_field_by_field(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var paper = await market.PaperAsync();
        (string Path, string Key, Action<CertificateForm> Spoil)[] flaws =
        [
            ("Kind", "certificates.flaw.kind", f => f.Kind = null),
            ("Stars", "certificates.flaw.stars", f => f.Stars = 6),
            ("Stars", "certificates.flaw.stars", f => f.Stars = null),
            ("NameVi", "certificates.flaw.name", f => f.NameVi = " "),
            ("Number", "certificates.flaw.number", f => f.Number = null),
            ("IssuerVi", "certificates.flaw.issuer", f => f.IssuerVi = ""),
            ("Issued", "certificates.flaw.issued", f => f.Issued = new(2026, 11, 24)),
            ("Expires", "certificates.flaw.expires", f => f.Expires = new(2025, 6, 30)),
            ("Expires", "certificates.flaw.ocop-months", f => f.Expires = new(2028, 7, 2)),
            ("Expires", "certificates.flaw.needs-end", f => f.Kind = CertificateKind.VietGap),
            ("Products", "certificates.flaw.products", f => f.Products = []),
        ];
        foreach (var (path, key, spoil) in flaws)
        {
            var form = CertificatesFactory.Stars(garlic.Product);
            spoil(form);
            var flaw = (await market.SendAsync(new AddCertificate.Command(DeskFactory.Manager(garlic), garlic.Cooperative, form, paper))).Flaws.ShouldHaveSingleItem();
            (flaw.Path, flaw.Key).ShouldBe((path, key));
        }

        (await market.SendAsync(new AddCertificate.Command(DeskFactory.Manager(garlic), garlic.Cooperative, CertificatesFactory.Stars(garlic.Product), null)))
            .Flaws.ShouldHaveSingleItem().Path.ShouldBe("Paper");
        (await market.RowsAsync<Certificate>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task Anothers_goods_and_anothers_certificates_are_not_there(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (garlic, honey) = (await market.LiveProductAsync(), await market.LiveProductAsync(name: "Mật ong"));
        honey.Cooperative.ShouldNotBe(garlic.Cooperative);
        var paper = await market.PaperAsync();

        (await market.SendAsync(new AddCertificate.Command(DeskFactory.Manager(garlic), garlic.Cooperative, CertificatesFactory.Stars(honey.Product), paper))).Refusal.ShouldBe(new NotFound());
        var hers = await market.ShownAsync(honey);
        (await market.SendAsync(new ChangeCertificate.Command(DeskFactory.Manager(garlic), garlic.Cooperative, hers, CertificatesFactory.Stars(garlic.Product), paper))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new WithdrawCertificate.Command(DeskFactory.Manager(garlic), garlic.Cooperative, hers))).Refusal.ShouldBe(new NotFound());
    }

    [Theory, EveryDatabase]
    internal async Task The_paper_is_sent_once_and_opened_by_the_cooperative_and_admins_alone(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (garlic, honey) = (await market.LiveProductAsync(), await market.LiveProductAsync(name: "Mật ong"));
        using var manager = await market.ClientFor(garlic.Manager);
        (string, string)[] typed =
        [
            ("Form.Kind", "Organic"), ("Form.NameVi", "Hữu cơ"), ("Form.Number", "HC-7"), ("Form.IssuerVi", "Trung tâm"), ("Form.Issued", "2026-02-01"), ("Form.Products", garlic.Product.ToString()),
        ];

        using (var empty = await manager.PostFormAsync("/sell/certificates/new", [], "main form"))
            empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "nothing is chosen or typed");

        // The end is missing: the page comes again, and the paper need not be chosen twice.
        using var again = await manager.PostFormAsync("/sell/certificates/new", typed, "main form", new FormFile("Form.Paper", "../giay.jpg", Photo, "text/html"));
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var form = await Browser.ParseAsync(again);
        var kept = form.QuerySelector("input[name='Form.Kept']")!.GetAttribute("value")!;
        form.QuerySelector("input[name='Form.Number']")!.GetAttribute("value").ShouldBe("HC-7");
        using var sent = await manager.PostFormAsync("/sell/certificates/new", [.. typed, ("Form.Expires", "2028-01-31"), ("Form.Kept", kept)], "main form");
        Browser.Goal(sent).ShouldBe("/sell/certificates");

        var certificate = (await market.RowsAsync<Certificate>()).ShouldHaveSingleItem();
        using (var stolen = await (await market.ClientFor(honey.Manager)).PostFormAsync("/sell/certificates/new", [.. typed, ("Form.Products", honey.Product.ToString()), ("Form.Expires", "2028-01-31"), ("Form.Kept", kept)], "main form"))
            stolen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a sealed paper is of one cooperative");
        var (own, office) = ($"/sell/certificates/{certificate.Id}/paper", $"/admin/certificates/{certificate.Id}/paper");
        using (var file = await manager.GetAsync(own))
        {
            (await file.Content.ReadAsByteArrayAsync()).ShouldBe(Photo);
            file.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg", "read from the content");
            file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }

        using var admin = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        (await admin.GetAsync(office)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await market.ClientFor(honey.Manager)).GetAsync(own)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await manager.GetAsync(office)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        market.Clock.Advance(TimeSpan.FromDays(3));
        await market.RoundAsync<SweepPapers>();
        (await manager.GetAsync(own)).StatusCode.ShouldNotBe(HttpStatusCode.NotFound, "a named paper is not swept away");
        (await market.WithAsync<IEnumerable<IInvariant>, Finding>(all => all.OfType<PapersHaveFiles>().Single().FindAsync(CancellationToken.None))).Holds.ShouldBeTrue();
    }
}
