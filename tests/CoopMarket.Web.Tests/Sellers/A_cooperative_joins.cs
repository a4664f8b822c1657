using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Sellers;

public sealed class A_cooperative_joins
{
    [Theory, EveryDatabase]
    internal async Task From_the_first_key_to_the_open_desk(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var applicant = await market.PersonAsync("Lò Thị Pâng");
        var admin = await market.PersonAsync("Người của chợ", isAdmin: true);

        await market.FillAsync(applicant, SellersFactory.Details());
        var mine = await market.SendAsync(new MyApplication.Query(Actor.Of(applicant, "")));
        mine.State.ShouldBe(ApplicationState.Draft);
        mine.Gaps.ShouldBeEmpty();
        (await market.SendAsync(new SubmitApplication.Command(Actor.Of(applicant, "")))).IsDone.ShouldBeTrue();

        var id = (await market.RowsAsync<SellerApplication>()).Single().Id;
        var file = await market.SendAsync(new SellerFile.Query(Actor.Of(admin, ""), id));
        (await market.SendAsync(new ApproveSeller.Command(await market.ProvedAsync(admin), id, file!.Seen))).IsDone.ShouldBeTrue();

        var coop = (await market.RowsAsync<Cooperative>()).Single();
        coop.Slug.ShouldBe("toi-den-gia-phu");
        coop.Phone.ShouldBe("+84912345678");
        coop.Representative.ShouldBe("Lò Thị Pâng");
        var member = (await market.RowsAsync<Membership>()).Single();
        (member.Person, member.Role).ShouldBe((applicant, MemberRole.Manager));
        (await market.RowsAsync<SellerMove>()).Select(m => (m.To, m.ActorName)).ShouldBe([("Submitted", "Lò Thị Pâng"), ("Approved", "Người của chợ")], ignoreOrder: true);

        await market.DeliverAsync();
        market.Post.Letters.Select(l => l.Subject).ShouldBe(["Chợ đã nhận hồ sơ của Tỏi đen Gia Phù", "Tỏi đen Gia Phù đã được vào chợ"], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    internal async Task What_is_typed_is_kept_even_when_it_can_not_be_right_yet(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var me = Actor.Of(await market.PersonAsync(), "");

        var saved = await market.SendAsync(new SaveApplication.Command(me, ApplyStep.TaxCode, new() { TaxCode = "5500 12" }));

        saved.Value.Lacks.ShouldHaveSingleItem().Path.ShouldBe("TaxCode");
        (await market.SendAsync(new MyApplication.Query(me))).Details.TaxCode.ShouldBe("550012");
    }

    [Theory, EveryDatabase]
    internal async Task A_screen_keeps_only_its_own_lines(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var me = Actor.Of(await market.PersonAsync(), "");

        await market.SendAsync(new SaveApplication.Command(me, ApplyStep.Phone, new() { Phone = "0912 345 678", TaxCode = "5500123456", Agreed = true }));

        var details = (await market.SendAsync(new MyApplication.Query(me))).Details;
        details.Phone.ShouldBe("+84912345678");
        details.TaxCode.ShouldBeEmpty();
        details.RulesVersion.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task An_application_with_gaps_is_not_handed_in(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var me = await market.PersonAsync();
        await market.FillAsync(me, SellersFactory.Details() with { BankAccount = "" });

        (await market.SendAsync(new SubmitApplication.Command(Actor.Of(me, "")))).Refusal.ShouldBeOfType<ApplicationHasGaps>();
    }

    [Theory, EveryDatabase]
    internal async Task An_old_commune_is_found_under_its_new_name(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var me = Actor.Of(await market.PersonAsync(), "");
        var merged = "Tường Hạ";
        var now = Places.FindOld(merged).ShouldHaveSingleItem();

        await market.SendAsync(new SaveApplication.Command(me, ApplyStep.Place, new() { Province = Places.SonLa, Commune = "xã " + merged, Village = "bản Cóc" }));

        (await market.SendAsync(new MyApplication.Query(me))).Details.CommuneCode.ShouldBe(now.Code);
    }

    [Theory, EveryDatabase]
    internal async Task Twenty_first_saves_at_once_begin_one_application(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var me = Actor.Of(await market.PersonAsync(), "");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => market.SendAsync(new SaveApplication.Command(me, ApplyStep.Makes, new() { Makes = "Tỏi đen" })))));

        (await market.RowsAsync<SellerApplication>()).ShouldHaveSingleItem();
    }

    [Theory, EveryDatabase]
    internal async Task Two_first_saves_that_do_not_see_each_other_would_begin_two(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var save = new SaveApplication.Command(Actor.Of(await market.PersonAsync(), ""), ApplyStep.Makes, new() { Makes = "Tỏi đen" });

        await using var twin = await BrokenTwin.Heedless(market).WithoutAsync("ix_sellers_applications_open_for");
        await twin.RaceAsync(save, save);

        (await market.RowsAsync<SellerApplication>()).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task Changes_are_asked_made_and_approved_with_their_reasons(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var applicant = await market.PersonAsync();
        var admin = Actor.Of(await market.PersonAsync("Chị Hoa", isAdmin: true), "");
        var id = await market.HandInAsync(applicant);
        market.Clock.Advance(TimeSpan.FromMinutes(1));

        (await market.SendAsync(new AskForChanges.Command(admin, id, "  "))).Kind.ShouldBe(OutcomeKind.Invalid);
        (await market.SendAsync(new AskForChanges.Command(admin, id, "Ảnh căn cước mờ quá <b>"))).IsDone.ShouldBeTrue();
        var mine = await market.SendAsync(new MyApplication.Query(Actor.Of(applicant, "")));
        (mine.State, mine.Answer).ShouldBe((ApplicationState.ChangesAsked, "Ảnh căn cước mờ quá <b>"));
        await market.DeliverAsync();
        market.Post.Letters[^1].Html.ShouldContain("Ảnh căn cước mờ quá &lt;b&gt;");

        (await market.SendAsync(new ApproveSeller.Command(await market.ProvedAsync(admin.Me), id, new string('0', 64)))).Refusal.ShouldBeOfType<ApplicationIsDecided>();
        (await market.SendAsync(new SubmitApplication.Command(Actor.Of(applicant, "")))).IsDone.ShouldBeTrue();
        (await market.ApproveAsync(admin.Me, id)).IsDone.ShouldBeTrue();
    }

    [Theory, EveryDatabase]
    internal async Task A_rejection_frees_the_names_and_she_may_apply_anew_with_what_she_wrote(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (first, second) = (await market.PersonAsync(), await market.PersonAsync());
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var id = await market.HandInAsync(first);

        (await market.SendAsync(new RejectSeller.Command(admin, id, "Chưa có giấy đăng ký"))).IsDone.ShouldBeTrue();
        await market.HandInAsync(second);
        (await market.SendAsync(new BeginAnew.Command(Actor.Of(first, "")))).IsDone.ShouldBeTrue();

        var anew = await market.SendAsync(new MyApplication.Query(Actor.Of(first, "")));
        (anew.State, anew.Details.Representative, anew.Details.RulesVersion).ShouldBe((ApplicationState.Draft, "Lò Thị Pâng", ""));
    }
}
