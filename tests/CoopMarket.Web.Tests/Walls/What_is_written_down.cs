using System.Net;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Walls;

/// <summary>Who got in, who did not, and what was refused is written down, and no secret with it (ASVS 16.2.5, 16.3.1 to 16.3.3).</summary>
public sealed class What_is_written_down
{
    private const string Password = "mật khẩu trồng sẵn 7719";
    private const string NewPassword = "mật khẩu mới trồng 8820";
    private const string BankAccount = "7900771988204";

    [Theory, EveryDatabase]
    internal async Task A_command_at_a_desk_leaves_a_row_done_refused_and_denied(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var packer = await market.MemberAsync(coop.Id, MemberRole.Packer);
        var (manager, stranger) = (Actor.Of(coop.Manager, "203.0.113.5"), Actor.Of(packer, "203.0.113.6"));
        (await market.SendAsync(new CloseForDays.Command(manager, coop.Id, new(2027, 2, 1), new(2027, 2, 3)))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new CancelClosing.Command(manager, coop.Id, coop.Id.Value))).IsDone.ShouldBeFalse();
        (await market.SendAsync(new LeaveDesk.Command(manager, coop.Id))).Refusal.ShouldNotBeNull();
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new CloseForDays.Command(stranger, coop.Id, new(2027, 3, 1), new(2027, 3, 3))));

        var rows = (await market.RowsAsync<AuditRow>()).OrderBy(r => r.Id).ToList();
        rows.ShouldAllBe(r => r.Cooperative == coop.Id && r.At == market.Clock.Now());
        rows.Select(r => (r.Actor, r.What, r.Address, r.Result, r.Reason is null)).ShouldBe(
        [
            (coop.Manager.ToString(), "Sellers.CloseForDays", "203.0.113.5", AuditResult.Done, true),
            (coop.Manager.ToString(), "Sellers.CancelClosing", "203.0.113.5", AuditResult.Refused, false),
            (coop.Manager.ToString(), "Sellers.LeaveDesk", "203.0.113.5", AuditResult.Refused, false),
            (packer.ToString(), "Sellers.CloseForDays", "203.0.113.6", AuditResult.Denied, true),
        ], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    internal async Task A_misshapen_command_leaves_a_row_and_tells_a_stranger_nothing_of_its_shape(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var (stranger, admin) = (await market.PersonAsync(), await market.PersonAsync("Chị Quản", isAdmin: true));
        var until = new DateOnly(2027, 2, 1);

        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new CloseForDays.Command(Actor.Of(stranger, "203.0.113.6"), coop.Id, null, null)));
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new PayRefund.Command(Actor.Of(stranger, "203.0.113.6"), default, "")));
        (await market.SendAsync(new CloseForDays.Command(Actor.Of(coop.Manager, "203.0.113.5"), coop.Id, null, until))).Kind.ShouldBe(OutcomeKind.Invalid);
        (await market.SendAsync(new PayRefund.Command(Actor.Of(admin, "203.0.113.7"), default, ""))).Kind.ShouldBe(OutcomeKind.Invalid);

        (await market.RowsAsync<AuditRow>()).Where(r => r.Address.Length > 0).Select(r => (r.Actor, r.What, r.Result, r.Reason)).ShouldBe(
        [
            (stranger.ToString(), "Sellers.CloseForDays", AuditResult.Denied, null),
            (stranger.ToString(), "Payments.PayRefund", AuditResult.Denied, null),
            (coop.Manager.ToString(), "Sellers.CloseForDays", AuditResult.Refused, "Invalid"),
            (admin.ToString(), "Payments.PayRefund", AuditResult.Refused, "Invalid"),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task Tries_to_get_in_denials_and_forms_of_other_sites_are_logged_with_where_they_came_from()
    {
        await using var market = await Market.OpenAsync(settings: ("RateLimits:Factor", "1"));
        var person = await market.RegisteredAsync("mai@thu.test", password: Password);
        using var browser = market.Guest();
        browser.Headers.Add(FromElsewhere.Header, "203.0.113.9");
        (await browser.SignInAsync("mai@thu.test", "sai rồi nhé")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await browser.SignInAsync("mai@thu.test", Password)).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await browser.GetAsync("/admin")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.SendAsync("/account/sign-out", [], [], [("Origin", "https://evil.example")])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await browser.PostFormAsync("/account", []);
        for (var i = 0; i <= Limit.Table[Limit.Reset].Most; i++)
            await browser.PostFormAsync("/account/forgotten", ("Form.Who", "mai@thu.test"));

        var lines = market.Log.Lines;
        lines.ShouldContain(l => l.StartsWith("Information") && l.Contains("Accounts.SignIn by guest from 203.0.113.9: WrongSignIn"));
        lines.ShouldContain(l => l.StartsWith("Information") && l.Contains("Accounts.SignIn by guest from 203.0.113.9: Done"));
        lines.ShouldContain(l => l.StartsWith("Warning") && l.Contains($"Admin.Today denied to {person} from 203.0.113.9"));
        lines.ShouldContain(l => l.StartsWith("Warning") && l.Contains("https://evil.example") && l.Contains("203.0.113.9"));
        lines.ShouldContain(l => l.StartsWith("Information") && l.Contains($"Accounts.SignOut by {person} from 203.0.113.9: Done"));
        lines.ShouldContain(l => l.StartsWith("Warning") && l.Contains("203.0.113.9 was too fast at /Accounts/Forgotten"));
    }

    [Theory, EveryDatabase]
    internal async Task No_secret_is_in_the_log_or_the_audit_of_a_whole_flow(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider, ("Logging:Kept:LogLevel:Default", "Trace"), ("Logging:Kept:LogLevel:Microsoft", "Warning"));
        var person = await market.RegisteredAsync("mai@thu.test", password: Password);
        using var browser = market.Guest();
        await browser.SignInAsync("mai@thu.test", Password + " sai");
        await browser.SignInAsync(Password, "mai@thu.test");
        await browser.PostFormAsync("/account/forgotten", ("Form.Who", "mai@thu.test"));
        await market.DeliverAsync();
        var link = AccountsFactory.LinkIn(market.Post.Letters[^1]);
        var token = link.Split("/account/link/")[1];
        Browser.Goal(await browser.GetAsync(new Uri(link).PathAndQuery)).ShouldBe("/account/new-password");
        (await browser.PostFormAsync("/account/new-password", ("Form.Password", NewPassword))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await browser.SignInAsync("mai@thu.test", NewPassword)).StatusCode.ShouldBe(HttpStatusCode.Found);
        var coop = await market.SellingCoopAsync(manager: await market.EnrolAsync(person));
        (await browser.PostFormAsync("/sell/profile/change", ("Form.BankAccount", BankAccount))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await browser.PostFormAsync("/sell/profile/change", ("Form.BankAccount", BankAccount + new string('1', 40)))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await market.DeliverAsync();
        await market.BreakAsync();
        await browser.GetAsync("/sell/products");

        market.Log.Lines.Count.ShouldBeGreaterThan(10);
        market.Log.Lines.ShouldContain(l => l.StartsWith("Error"), "what broke was logged");
        var audit = (await market.RowsAsync<AuditRow>()).Select(r => $"{r.What} {r.About} {r.Reason}").ToList();
        audit.ShouldContain(r => r.StartsWith("Sellers.RequestChange"));
        foreach (var secret in new[] { Password, NewPassword, BankAccount, token, Uri.EscapeDataString(Password) })
            market.Log.Lines.Concat(audit).Where(l => l.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        coop.Manager.ShouldBe(person);
    }

    /// <summary>Nothing can be deleted from the audit: nobody may fill it by knocking at doors.</summary>
    [Theory, EveryDatabase]
    internal async Task Who_knocks_at_a_thousand_doors_is_written_down_a_thousand_times_in_an_hour(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var stranger = Actor.Of(await market.PersonAsync(), "203.0.113.77");
        await market.InDbAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, Audit.MostDenied).Select(_ => new AuditRow
            {
                Id = Guid.CreateVersion7(),
                At = market.Clock.GetUtcNow(),
                Actor = stranger.ToString(),
                What = "Admin.Today",
                Address = stranger.Address,
                Result = AuditResult.Denied,
            }));
            return db.SaveChangesAsync();
        });

        await KnockAsync(stranger);
        (await CountAsync()).ShouldBe(Audit.MostDenied);
        await KnockAsync(Actor.Of(await market.PersonAsync(), "203.0.113.78"));
        (await CountAsync()).ShouldBe(Audit.MostDenied + 1, "another is written down");
        market.Clock.Advance(Audit.DeniedWithin);
        await KnockAsync(stranger);
        (await CountAsync()).ShouldBe(Audit.MostDenied + 2);

        Task KnockAsync(Actor who) => Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new Features.Admin.Today.Query(who)));

        async Task<int> CountAsync() => (await market.RowsAsync<AuditRow>()).Count(r => r.Result == AuditResult.Denied);
    }
}
