using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>A carrier pays the market for a parcel that comes back or is lost after all: the market owes it that, until the carrier takes it off a list.</summary>
public sealed class Cash_that_is_owed_back
{
    private static readonly Actor Job = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task What_was_paid_for_a_parcel_that_comes_back_is_owed_back_and_taken_off_a_later_list(DatabaseProvider provider)
    {
        await using var market = await CarrierFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var back = await market.CarriedAsync(garlic, "GHN1", delivered: false);
        var total = back.Total.Minor;
        (await market.CarrierPaysAsync(total - 22_000, ("GHN1", total, 22_000))).Value.ShouldBe(1);
        (await market.TakeOffAsync(total, "GHN1")).Refusal.ShouldBeOfType<NothingToCount>("it may still arrive");
        (await market.SendAsync(new RefuseParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, back.Parts[0].Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.BalanceAsync(LedgerAccount.CarriersOwe)).ShouldBe(-total);
        (await market.BalanceAsync(LedgerAccount.Held, garlic.Cooperative)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.Payable, garlic.Cooperative)).ShouldBe(22_000, "its way was gone: set off against her next payout");
        var book = await market.SendAsync(new CarriersBook.Query(Job));
        (book.OwedBack, book.Back.Single().Code, book.Owed, book.Open.Count, book.Settled.Count).ShouldBe((Money.Dong(total), back.Code, Money.Dong(0), 0, 0));
        (await market.SendAsync(new GiveUpCash.Command(Job, back.Parts[0].Id, "không phải"))).Refusal.ShouldBeOfType<NothingIsOwed>();
        await market.CheckAsync();

        // The next list pays two others and takes this one off; what it costs to bring it back too.
        await market.CarriedAsync(garlic, "GHN2");
        await market.CarriedAsync(garlic, "GHN3");
        (await market.CarrierPaysAsync(total - 12_000, ("GHN2", total, 0), ("GHN3", total, 0), ("GHN1", -total, 12_000))).Value.ShouldBe(3);
        (await market.BalanceAsync(LedgerAccount.CarriersOwe)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.BuyersMoney)).ShouldBe(-1_000, "only what the first try came with");
        (await market.BalanceAsync(LedgerAccount.Payable, garlic.Cooperative)).ShouldBe(34_000);
        (await market.SendAsync(new CarriersBook.Query(Job))).Back.ShouldBeEmpty();
        (await market.TakeOffAsync(total, "GHN1")).Refusal.ShouldBeOfType<NothingToCount>("once is enough");
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Nothing_is_given_up_of_what_is_still_on_its_way_and_what_is_lost_was_paid_for_nothing(DatabaseProvider provider)
    {
        await using var market = await CarrierFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var lost = await market.CarriedAsync(garlic, "GHN1", delivered: false);
        (await market.CarrierPaysAsync(50_000, ("GHN1", 50_000, 0))).Value.ShouldBe(1);
        (await market.SendAsync(new GiveUpCash.Command(Job, lost.Parts[0].Id, "Hãng không trả"))).Refusal.ShouldBeOfType<CashNotCollected>();
        await market.MoveAsync(lost.Id, o => o.Lose(lost.Parts[0].Id, Witness.Cooperative, market.Clock.GetUtcNow()));
        await market.DeliverAsync();
        (await market.BalanceAsync(LedgerAccount.CarriersOwe)).ShouldBe(-50_000);
        await market.CheckAsync();

        // Alone it can't be taken off: no bank's line brings less than nothing.
        (await market.TakeOffAsync(50_000, "GHN1")).Refusal.ShouldBe(new MoreThanCame(-50_000, 1_000));
        await market.CheckAsync();
    }

    [Fact]
    public async Task Her_page_says_what_the_market_owes_a_carrier_and_how_it_ends()
    {
        await using var market = await CarrierFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var order = await market.CarriedAsync(garlic, "GHN1", delivered: false);
        await market.CarrierPaysAsync(50_000, ("GHN1", 50_000, 0));
        using var admin = await market.ClientFor(await market.PersonAsync("Hà Thị Một", isAdmin: true));
        var page = $"/en/admin/payments/cash/{order.Parts[0].Id}";
        var before = (await admin.OpenAsync(page)).QuerySelector("main")!;
        before.TextContent.ShouldContain("not known to have arrived");
        before.QuerySelector("input[name=Note]").ShouldBeNull();

        await market.SendAsync(new RefuseParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, order.Parts[0].Id));
        await market.DeliverAsync();
        (await admin.OpenAsync(page)).QuerySelector("main")!.TextContent.ShouldContain("Owed back to the carrier");
        var all = (await admin.OpenAsync("/en/admin/payments/cash")).QuerySelector("main")!;
        all.TextContent.ShouldContain("Owed back to carriers");
        all.QuerySelectorAll($"a[href='{page}']").ShouldHaveSingleItem();
    }
}
