using CoopMarket.Domain.Sellers;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Sellers;

public sealed class An_approval_binds_to_what_was_seen
{
    /// <summary>The catalogue of bad input, row 83.</summary>
    [Theory, EveryDatabase]
    internal async Task What_changed_meanwhile_is_refused_and_shown(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var applicant = await market.PersonAsync();
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var id = await market.HandInAsync(applicant);
        var seen = (await market.SendAsync(new SellerFile.Query(admin, id)))!.Seen;
        await market.SendAsync(new LookAtApplication.Command(admin, id));

        market.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.SendAsync(new SaveApplication.Command(Actor.Of(applicant, ""), ApplyStep.Bank, new() { BankBin = "970436", BankAccount = "99999999", BankAccountName = "ke la" }));

        (await market.SendAsync(new ApproveSeller.Command(await market.ProvedAsync(admin.Me), id, seen))).Refusal.ShouldBeOfType<ApplicationChangedMeanwhile>();
        (await market.RowsAsync<Cooperative>()).ShouldBeEmpty();
        var file = (await market.SendAsync(new SellerFile.Query(admin, id, seen)))!;
        file.Changed.Select(c => (c.Field, c.Before, c.Now)).ShouldBe(
        [
            (SellerField.Bank, "970405", "970436"), (SellerField.BankAccount, "7900205123456", "99999999"), (SellerField.BankAccountName, "HTX TOI DEN", "KE LA"),
        ]);
        (await market.SendAsync(new ApproveSeller.Command(await market.ProvedAsync(admin.Me), id, file.Seen))).IsDone.ShouldBeTrue();
    }

    [Theory]
    [InlineData("HTX TOI DEN", false)]
    [InlineData("HOP TAC XA TOI DEN GIA PHU", false)]
    [InlineData("TOI DEN GIA PHU", false)]
    [InlineData("LO THI PANG", false)]
    [InlineData("PANG LO THI", false)]
    [InlineData("DINH THI MAN", true)]
    [InlineData("LO THI PHUONG", true)]
    [InlineData("HTX", true)]
    public void A_bank_account_of_somebody_else_is_known_by_its_name(string holder, bool another)
        => (SellersFactory.Details() with { BankAccountName = holder }).IsAccountOfAnother().ShouldBe(another);

    [Theory, EveryDatabase]
    internal async Task An_admin_is_warned_of_a_bank_account_of_somebody_else(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var applicant = await market.PersonAsync();
        var id = await market.HandInAsync(applicant);
        using var admin = await market.ClientFor(await market.PersonAsync(isAdmin: true));

        (await admin.OpenAsync($"/admin/sellers/{id}")).QuerySelector("#account").ShouldBeNull();
        await market.SendAsync(new SaveApplication.Command(Actor.Of(applicant, ""), ApplyStep.Bank, new() { BankBin = "970436", BankAccount = "99999999", BankAccountName = "Đinh Thị Mẩn" }));

        (await admin.OpenAsync($"/admin/sellers/{id}")).QuerySelector("#account")!.TextContent.ShouldContain("DINH THI MAN");
    }

    [Theory, EveryDatabase]
    internal async Task The_queue_shows_what_no_admin_has_seen(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var applicant = await market.PersonAsync();
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var id = await market.HandInAsync(applicant);

        (await QueueAsync()).IsNew.ShouldBeTrue();
        await market.SendAsync(new LookAtApplication.Command(admin, id));
        (await QueueAsync()).IsNew.ShouldBeFalse();
        await market.SendAsync(new SaveApplication.Command(Actor.Of(applicant, ""), ApplyStep.Phone, new() { Phone = "" }));
        var row = await QueueAsync();
        (row.IsNew, row.Missing).ShouldBe((true, 1));

        async Task<SellerQueue.Row> QueueAsync() => (await market.SendAsync(new SellerQueue.Query(admin, SellerQueue.Pile.Waiting))).Rows.ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    internal async Task Two_admins_who_approve_at_once_make_one_cooperative(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var admin = await market.EnrolAsync(await market.PersonAsync(isAdmin: true));
        var id = await market.HandInAsync(await market.PersonAsync());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => market.ApproveAsync(admin, id))));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        (await market.RowsAsync<Cooperative>()).ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    internal async Task Two_admins_who_do_not_see_each_other_would_make_two(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var admin = await market.EnrolAsync(await market.PersonAsync(isAdmin: true));
        var id = await market.HandInAsync(await market.PersonAsync());
        var file = await market.SendAsync(new SellerFile.Query(Actor.Of(admin, ""), id));
        var approve = new ApproveSeller.Command(await market.ProvedAsync(admin), id, file!.Seen);

        await using var twin = await BrokenTwin.Heedless(market).WithoutAsync("ix_sellers_cooperatives_application", "ix_sellers_cooperatives_slug");
        (await twin.RaceAsync(approve, approve)).ShouldAllBe(o => o.IsDone);

        (await market.RowsAsync<Cooperative>()).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task The_bank_account_stays_until_its_change_is_approved(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var admin = await market.PersonAsync(isAdmin: true);
        var manager = await market.ProvedAsync(coop.Manager);
        var wish = new RequestChange.Form { TaxCode = "5500123456", Representative = "Hà Thị Mến", BankBin = "970436", BankAccount = "0011223344", BankAccountName = "HTX moi" };

        (await market.SendAsync(new RequestChange.Command(manager, coop.Id, wish))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new RequestChange.Command(manager, coop.Id, wish with { BankAccount = "55667788" }))).IsDone.ShouldBeTrue();
        (await market.RowsAsync<Cooperative>()).Single().BankAccount.ShouldBe("7900205123456");

        var change = (await market.RowsAsync<SellerApplication>()).Single(a => a.IsChange);
        var file = await market.SendAsync(new SellerFile.Query(Actor.Of(admin, ""), change.Id));
        file!.Changed.Select(c => c.Field).ShouldBe([SellerField.Representative, SellerField.Bank, SellerField.BankAccount, SellerField.BankAccountName]);
        using var office = await market.ClientFor(admin);
        var sure = (await office.OpenAsync($"/admin/sellers/{change.Id}")).QuerySelectorAll("form[action*=Approve]").ShouldHaveSingleItem().Closest("details").ShouldNotBeNull();
        sure.HasAttribute("open").ShouldBeFalse();
        sure.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ShouldContain(r => r.Contains("7900205123456") && r.Contains("55667788"), "the old one beside the new one");
        (await market.ApproveAsync(admin, change.Id)).IsDone.ShouldBeTrue();

        var now = (await market.RowsAsync<Cooperative>()).Single();
        (now.BankAccount, now.BankAccountName, now.Representative, now.Name.Vi).ShouldBe(("55667788", "HTX MOI", "Hà Thị Mến", "Tỏi đen Gia Phù"));
        (await market.RowsAsync<Membership>()).ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    internal async Task A_suspended_seller_is_out_at_the_next_request_and_back_when_reopened(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var desk = new Members.Query(Actor.Of(coop.Manager, ""), coop.Id);
        await market.SendAsync(desk);

        (await market.SendAsync(new SuspendSeller.Command(admin, coop.Application, "Hàng giả"))).IsDone.ShouldBeTrue();
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(desk));
        (await market.SendAsync(new MyApplication.Query(Actor.Of(coop.Manager, "")))).Desks.ShouldHaveSingleItem().Reason.ShouldBe("Hàng giả");
        (await market.SendAsync(new SuspendSeller.Command(admin, coop.Application, "lần nữa"))).Refusal.ShouldBeOfType<NotFromThisState>();

        (await market.SendAsync(new ReopenSeller.Command(admin, coop.Application, "Đã rõ"))).IsDone.ShouldBeTrue();
        await market.SendAsync(desk);
        (await market.SendAsync(new CloseSeller.Command(admin, coop.Application, "Tự xin nghỉ"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ReopenSeller.Command(admin, coop.Application, "lại"))).Refusal.ShouldBeOfType<NotFromThisState>();

        await market.DeliverAsync();
        market.Post.Letters.Select(l => l.Subject).ShouldBe(["Tỏi đen Gia Phù tạm dừng bán", "Tỏi đen Gia Phù được bán lại", "Tỏi đen Gia Phù rời chợ"], ignoreOrder: true);
    }

    /// <summary>The catalogue of bad input, row 81.</summary>
    [Theory, EveryDatabase]
    internal async Task Nobody_but_an_admin_decides(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var applicant = await market.PersonAsync();
        var coop = await market.SellingCoopAsync("Chè Tà Xùa");
        var id = await market.HandInAsync(applicant);
        foreach (var actor in new[] { Actor.Guest(""), Actor.Of(applicant, ""), Actor.Of(coop.Manager, "") })
        {
            await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new ApproveSeller.Command(actor, id, new string('0', 64))));
            await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new RejectSeller.Command(actor, id, "x")));
            await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new SuspendSeller.Command(actor, coop.Application, "x")));
            await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new SellerFile.Query(actor, id)));
        }

        // A guest who only looks leaves no row: the audit is nothing that strangers can fill.
        (await market.RowsAsync<AuditRow>()).Count(r => r.Result == AuditResult.Denied).ShouldBe(11);
    }
}
