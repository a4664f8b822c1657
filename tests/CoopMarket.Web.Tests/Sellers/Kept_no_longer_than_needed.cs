using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Sellers;

public sealed class Kept_no_longer_than_needed
{
    [Theory, EveryDatabase]
    internal async Task Names_leave_moves_and_rejected_applications_after_their_time(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var admin = Actor.Of(await market.PersonAsync("Chị Hoa", isAdmin: true), "");
        var id = await market.HandInAsync(await market.PersonAsync());
        await market.SendAsync(new LookAtApplication.Command(admin, id));
        await market.SendAsync(new RejectSeller.Command(admin, id, "Thiếu giấy"));

        market.Clock.Advance(TimeSpan.FromDays(1_090));
        await market.RoundAsync<ForgetNamesDaily>();
        (await market.RowsAsync<SellerMove>()).ShouldAllBe(m => m.ActorName.Length > 0 && m.Actor != null);

        market.Clock.Advance(TimeSpan.FromDays(10));
        await market.RoundAsync<ForgetNamesDaily>();
        (await market.RowsAsync<SellerMove>()).ShouldAllBe(m => m.ActorName.Length == 0 && m.Actor == null && m.ForgottenAt != null);
        (await market.RowsAsync<SellerMove>()).Select(m => m.Reason).ShouldContain("Thiếu giấy");
        var details = (await market.RowsAsync<SellerApplication>()).Single().Details;
        (details.Representative, details.Phone, details.Name).ShouldBe(("", "", "Tỏi đen Gia Phù"));
        (await market.RowsAsync<ApplicationLook>()).Single().Details.Phone.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task A_selling_cooperative_keeps_what_it_told_until_it_is_long_closed(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");

        market.Clock.Advance(TimeSpan.FromDays(4_000));
        await market.RoundAsync<ForgetNamesDaily>();
        (await market.RowsAsync<Cooperative>()).Single().Representative.ShouldNotBeEmpty();
        (await market.RowsAsync<SellerApplication>()).Single().Details.Representative.ShouldNotBeEmpty();

        await market.SendAsync(new CloseSeller.Command(admin, coop.Application, "Tự xin nghỉ"));
        market.Clock.Advance(TimeSpan.FromDays(1_100));
        await market.RoundAsync<ForgetNamesDaily>();
        (await market.RowsAsync<Cooperative>()).Single().Representative.ShouldBeEmpty();
        (await market.RowsAsync<SellerApplication>()).Single().Details.Representative.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task What_an_applicant_takes_back_is_gone_with_its_papers_and_its_name_is_free(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (writes, handsIn, another) = (await market.PersonAsync(), await market.PersonAsync(), await market.PersonAsync());
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        await market.FillAsync(writes, SellersFactory.Details());
        var id = await market.HandInAsync(handsIn);
        (await market.SendAsync(new LookAtApplication.Command(admin, id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new AskForChanges.Command(admin, id, "Thiếu giấy"))).IsDone.ShouldBeTrue();
        using var browser = await market.ClientFor(writes);
        (await browser.OpenAsync("/sell/apply")).QuerySelector("button[formaction*='Withdraw']").ShouldNotBeNull();

        foreach (var person in new[] { writes, handsIn })
        {
            (await market.SendAsync(new WithdrawApplication.Command(Actor.Of(person, "")))).IsDone.ShouldBeTrue();
            (await market.SendAsync(new WithdrawApplication.Command(Actor.Of(person, "")))).Refusal.ShouldBe(new NotFound());
            (await market.SendAsync(new MyApplication.Query(Actor.Of(person, "")))).State.ShouldBeNull();
        }

        var left = (await market.RowsAsync<SellerApplication>()).ShouldHaveSingleItem("what was never handed in leaves no trace");
        (left.Id, left.State, left.Details.Papers.Count, left.Details.BankAccount, left.Details.Representative).ShouldBe((id, ApplicationState.Withdrawn, 0, "", ""));
        (await market.RowsAsync<ApplicationLook>()).Single().Details.BankAccount.ShouldBeEmpty();
        (await market.RowsAsync<SellerMove>()).ShouldContain(m => m.Application == id && m.From == "ChangesAsked" && m.To == "Withdrawn");
        (await market.ApproveAsync(admin.Me, id)).Refusal.ShouldBe(new ApplicationIsDecided());
        await market.HandInAsync(another);
        await market.HandInAsync(handsIn, SellersFactory.Details("Chè Tà Xùa"));
    }

    [Theory, EveryDatabase]
    internal async Task What_is_begun_and_left_lying_for_as_long_goes_too(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.FillAsync(await market.PersonAsync(), SellersFactory.Details());
        var sentBack = await market.HandInAsync(await market.PersonAsync());
        (await market.SendAsync(new AskForChanges.Command(Actor.Of(await market.PersonAsync(isAdmin: true), ""), sentBack, "Thiếu giấy"))).IsDone.ShouldBeTrue();
        market.Clock.Advance(TimeSpan.FromDays(1_090));
        await market.RoundAsync<ForgetNamesDaily>();
        (await market.RowsAsync<SellerApplication>()).Count(a => a.IsOpen).ShouldBe(2);

        market.Clock.Advance(TimeSpan.FromDays(10));
        await market.RoundAsync<ForgetNamesDaily>();

        (await market.RowsAsync<SellerApplication>()).ShouldHaveSingleItem().State.ShouldBe(ApplicationState.Withdrawn);
    }

    [Theory, EveryDatabase]
    internal async Task A_dated_rule_changes_the_time_from_its_day_on(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var today = VietnamDay.Of(market.Clock.GetUtcNow());
        await market.HandInAsync(await market.PersonAsync());
        (await market.SendAsync(new SetKeeping.Command(admin, today.AddDays(400), 12))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new SetKeeping.Command(admin, today.AddDays(-1), 12))).IsDone.ShouldBeFalse();

        market.Clock.Advance(TimeSpan.FromDays(399));
        await market.RoundAsync<ForgetNamesDaily>();
        (await market.RowsAsync<SellerMove>()).ShouldAllBe(m => m.ForgottenAt == null);

        market.Clock.Advance(TimeSpan.FromDays(2));
        await market.RoundAsync<ForgetNamesDaily>();
        (await market.RowsAsync<SellerMove>()).ShouldAllBe(m => m.ForgottenAt != null);
    }
}
