using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Shipping;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>Cash that a carrier collects for the market: its debt stands in the ledger until the bank has the money, and so long the share is held.</summary>
public sealed class Cash_for_the_market
{
    private static readonly Actor Job = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task The_carrier_owes_the_market_and_the_share_waits_until_it_has_paid(DatabaseProvider provider)
    {
        await using var market = await CarrierFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var order = await market.CarriedAsync(garlic, "GHN1");
        var (total, fee) = (order.Total.Minor, order.Parts[0].FeeLeft.Minor);
        await StandsAsync(owed: total, held: total - fee, payable: 0, fees: fee);
        var book = await market.SendAsync(new CashBook.Query(DeskFactory.Manager(garlic), garlic.Cooperative));
        (book.Cash.Owed, book.Cash.Open.Count, book.ForMarket.Single().Code).ShouldBe((Money.Dong(0), 0, order.Code), "it is the market that waits");
        (await market.BalanceAsync(LedgerAccount.FeesOwed)).ShouldBe(0);

        market.Clock.Advance(Hold.After + TimeSpan.FromDays(30));
        await market.RoundAsync<ReleaseHolds>();
        await StandsAsync(owed: total, held: total - fee, payable: 0, fees: fee);

        (await market.CarrierPaysAsync(total - 22_000, ("GHN1", total, 22_000))).Value.ShouldBe(1);
        await StandsAsync(owed: 0, held: total - fee - 22_000, payable: 0, fees: fee);
        (await market.BalanceAsync(LedgerAccount.BuyersMoney)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(total - 22_000);
        await market.RoundAsync<ReleaseHolds>();
        await StandsAsync(owed: 0, held: 0, payable: total - fee - 22_000, fees: fee);

        var row = (await market.SendAsync(new MoneyBook.Query(DeskFactory.Manager(garlic), garlic.Cooperative))).Orders.ShouldHaveSingleItem();
        (row.InCash, row.Share.State, row.Sums.Sold, row.Sums.Kept, row.Sums.Mine).ShouldBe((false, "ready", order.Total, Money.Dong(22_000), Money.Dong(total - fee - 22_000)));
        var month = DateOnly.FromDateTime(market.Clock.GetUtcNow().UtcDateTime.AddHours(7));
        var statement = (await market.SendAsync(new Statement.Query(DeskFactory.Manager(garlic), garlic.Cooperative, new(month.Year, month.Month, 1))))!;
        (statement.Closing, statement.Carriers).ShouldBe((Money.Dong(total - fee - 22_000), Money.Dong(22_000)));

        async Task StandsAsync(long owed, long held, long payable, long fees)
        {
            (await market.BalanceAsync(LedgerAccount.CarriersOwe)).ShouldBe(owed);
            (-await market.BalanceAsync(LedgerAccount.Held, garlic.Cooperative)).ShouldBe(held);
            (-await market.BalanceAsync(LedgerAccount.Payable, garlic.Cooperative)).ShouldBe(payable);
            (-await market.BalanceAsync(LedgerAccount.FeeIncome)).ShouldBe(fees);
            await market.CheckAsync();
        }
    }

    [Theory, EveryDatabase]
    internal async Task A_list_never_counts_more_than_came_with_the_banks_line(DatabaseProvider provider)
    {
        await using var market = await CarrierFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var total = (await market.CarriedAsync(garlic, "GHN1")).Total.Minor;
        await market.CarriedAsync(garlic, "GHN2");

        (await market.CarrierPaysAsync((2 * total) - 1, ("GHN1", total, 0), ("GHN2", total, 0))).Refusal.ShouldBe(new MoreThanCame(2 * total, (2 * total) - 1));
        (await market.RowsAsync<CashParcel>()).ShouldAllBe(p => p.State == CashParcelState.Collected && p.Paid.IsZero);
        (await market.RowsAsync<RemittedCash>()).ShouldBeEmpty();
        var line = (await market.RowsAsync<MoneyIn>()).Single();
        line.IsUndecided.ShouldBeTrue();
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_no_parcel_is_named_for_waits_with_the_line_for_another_list_or_a_word(DatabaseProvider provider)
    {
        await using var market = await CarrierFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var total = (await market.CarriedAsync(garlic, "GHN1")).Total.Minor;
        var second = await market.CarriedAsync(garlic, "GHN2");

        // The second parcel stands in the list under a number that nobody knows, and one is paid 900 too much.
        (await market.CarrierPaysAsync((2 * total) + 900, ("GHN1", total + 900, 0), ("GHN8", total, 0))).Value.ShouldBe(1);
        var line = (await market.RowsAsync<MoneyIn>()).Single();
        (line.State, line.Carried, line.Rest).ShouldBe((MoneyInState.Unknown, Money.Dong(total), Money.Dong(total + 900)));
        await market.CheckAsync();
        (await market.SendAsync(new ReturnMoney.Command(Job, line.Id))).Refusal.ShouldBeOfType<MoneyAlreadyDecided>();
        (await market.SendAsync(new AssignMoney.Command(Job, line.Id, second.Code))).Refusal.ShouldBeOfType<MoneyAlreadyDecided>();
        (await market.SendAsync(new ReceiveFromCards.Command(Job, line.Id, "0"))).Refusal.ShouldBeOfType<MoneyAlreadyDecided>();
        (await market.TakeListAsync(line.Id, (second.Code, total, 0))).Value.ShouldBe(1);
        (await market.BalanceAsync(LedgerAccount.CarriersOwe)).ShouldBe(0);
        (await market.SendAsync(new ExplainMoney.Command(Job, line.Id, "Hãng trả thừa, không đòi lại"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.BalanceAsync(LedgerAccount.BuyersMoney)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(-900);
        (await market.TakeListAsync(line.Id, (second.Code, total, 0))).Refusal.ShouldBeOfType<NothingToCount>();
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_missing_holds_the_share_until_it_comes_or_is_given_up(DatabaseProvider provider)
    {
        await using var market = await CarrierFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var (first, second) = (await market.CarriedAsync(garlic, "GHN1"), await market.CarriedAsync(garlic, "GHN2"));
        var (total, fee) = (first.Total.Minor, first.Parts[0].FeeLeft.Minor);
        (await market.CarrierPaysAsync((2 * total) - 50_000, ("GHN1", total - 30_000, 0), ("GHN2", total - 20_000, 0))).Value.ShouldBe(2);
        market.Clock.Advance(Hold.After);
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Payable)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.CarriersOwe)).ShouldBe(50_000);

        (await market.CarrierPaysAsync(30_000, ("GHN1", 30_000, 0))).Value.ShouldBe(1);
        (await market.SendAsync(new GiveUpCash.Command(Job, second.Parts[0].Id, "Hãng phá sản"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new GiveUpCash.Command(Job, second.Parts[0].Id, "Hãng phá sản"))).Refusal.ShouldBeOfType<NothingIsOwed>();
        await market.DeliverAsync();
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.CarriersOwe)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.OwnCosts)).ShouldBe(20_000);
        (-await market.BalanceAsync(LedgerAccount.Payable, garlic.Cooperative)).ShouldBe(2 * (total - fee));
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_parcel_that_came_back_costs_its_way_back_and_nothing_else(DatabaseProvider provider)
    {
        await using var market = await CarrierFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var sold = await market.CarriedAsync(garlic, "GHN1");
        var refused = await market.CarriedAsync(garlic, "GHN2", delivered: false);
        (await market.SendAsync(new RefuseParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, refused.Parts[0].Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.CarrierPaysAsync(sold.Total.Minor - 12_000, ("GHN1", sold.Total.Minor, 0), ("GHN2", 0, 12_000))).Value.ShouldBe(2);
        (await market.BalanceAsync(LedgerAccount.Payable, garlic.Cooperative)).ShouldBe(12_000, "set off against her next payout");
        (await market.BalanceAsync(LedgerAccount.CarriersOwe)).ShouldBe(0);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Cash_that_the_bank_has_before_the_parcel_is_known_to_have_arrived_is_booked_all_the_same(DatabaseProvider provider)
    {
        await using var market = await CarrierFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var order = await market.CarriedAsync(garlic, "GHN1", delivered: false);
        var total = order.Total.Minor;
        (await market.CarrierPaysAsync(total, ("GHN1", total, 0))).Value.ShouldBe(1);
        (await market.SendAsync(new ShipParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, order.Parts[0].Id, Carrier.Ghtk, "MISTYPED0001"))).IsDone.ShouldBeTrue("it is the market that has the cash");
        (await market.BalanceAsync(LedgerAccount.CarriersOwe)).ShouldBe(-total);
        await market.CheckAsync();

        (await market.SendAsync(new MarkDelivered.Command(DeskFactory.Manager(garlic), garlic.Cooperative, order.Parts[0].Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        market.Clock.Advance(Hold.After);
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.CarriersOwe)).ShouldBe(0);
        (-await market.BalanceAsync(LedgerAccount.Payable, garlic.Cooperative)).ShouldBe(total - order.Parts[0].FeeLeft.Minor);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Whom_the_carrier_pays_is_as_agreed_on_the_day_it_was_sent(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var tomorrow = DateOnly.FromDateTime(market.Clock.GetUtcNow().UtcDateTime.AddHours(7)).AddDays(1);
        (await market.SendAsync(new AgreeOnCash.Command(Job, Carrier.Ghn, true, tomorrow.AddDays(-1)))).Kind.ShouldBe(OutcomeKind.Invalid, "no rule starts in the past");
        (await market.SendAsync(new AgreeOnCash.Command(Job, Carrier.Other, true, tomorrow))).Kind.ShouldBe(OutcomeKind.Invalid);
        (await market.SendAsync(new AgreeOnCash.Command(Job, Carrier.Ghn, true, tomorrow))).IsDone.ShouldBeTrue();
        var before = await market.CarriedAsync(garlic, "GHN1", delivered: false);
        market.Clock.Advance(TimeSpan.FromDays(2));
        (await market.SendAsync(new ShipParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, before.Parts[0].Id, Carrier.Ghn, "GHN11"))).IsDone.ShouldBeTrue("its number is put right after the agreement began");
        (await market.SendAsync(new MarkDelivered.Command(DeskFactory.Manager(garlic), garlic.Cooperative, before.Parts[0].Id))).IsDone.ShouldBeTrue();
        var after = await market.CarriedAsync(garlic, "GHN2");
        var other = await market.CarriedAsync(garlic, "GHTK3000", carrier: Carrier.Ghtk);
        (await market.SendAsync(new AgreeOnCash.Command(Job, Carrier.Ghn, false, tomorrow.AddDays(2)))).IsDone.ShouldBeTrue();
        market.Clock.Advance(TimeSpan.FromDays(2));
        var ended = await market.CarriedAsync(garlic, "GHN4");

        var parcels = (await market.RowsAsync<CashParcel>()).ToDictionary(p => p.Code, p => p.IsForMarket);
        (parcels[before.Code], parcels[after.Code], parcels[other.Code], parcels[ended.Code]).ShouldBe((false, true, false, false));
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_she_takes_back_in_cash_gives_her_the_fee_on_it(DatabaseProvider provider)
    {
        await using var market = await CarrierFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var order = await market.CarriedAsync(garlic, "GHN1");
        var part = order.Parts[0];
        var before = -await market.BalanceAsync(LedgerAccount.Held, garlic.Cooperative);
        await market.ChangeAsync(async db =>
        {
            var (known, now) = (await db.Set<Order>().SingleAsync(o => o.Id == order.Id), market.Clock.GetUtcNow());
            var asked = known.AskReturn(new(Guid.NewGuid()), part.Id, new([(part.Lines[0].Id, 1)], ReturnReason.Damaged, "vỡ", false), [], now).Value;
            asked.Agree("về bản", now);
            known.TakeBack(asked, [.. known.DueFor(asked, [asked]).Select(d => new RefundPlan(new(Guid.NewGuid()), d.Line, d.Amount))], "về rồi", now).IsDone.ShouldBeTrue();
            db.Add(asked);
        });

        var given = (await market.RowsAsync<PartRefund>()).Sum(r => r.Fee.Minor);
        given.ShouldBeGreaterThan(0);
        (-await market.BalanceAsync(LedgerAccount.Held, garlic.Cooperative)).ShouldBe(before + given, "she gives the cash back herself");
        (await market.BalanceAsync(LedgerAccount.FeesOwed)).ShouldBe(0);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task From_a_household_tax_is_withheld_of_cash_that_the_market_is_paid(DatabaseProvider provider)
    {
        await using var market = await CarrierFactory.OpenAsync(provider);
        (await market.SendAsync(new EnsureTaxRates.Command(Job))).IsDone.ShouldBeTrue();
        var garlic = await market.LiveProductAsync(onHand: 50);
        await market.InDbAsync(db => db.Set<Cooperative>().Where(c => c.Id == garlic.Cooperative).ExecuteUpdateAsync(s => s.SetProperty(c => c.Kind, SellerKind.Household)));
        var order = await market.CarriedAsync(garlic, "GHN1");

        var tax = (await market.RowsAsync<WithheldTax>()).Sum(t => t.Tax.Minor);
        tax.ShouldBeGreaterThan(0);
        (-await market.BalanceAsync(LedgerAccount.TaxWithheld)).ShouldBe(tax);
        (-await market.BalanceAsync(LedgerAccount.Held, garlic.Cooperative)).ShouldBe((order.Total - order.Parts[0].FeeLeft).Minor - tax);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task One_list_with_two_lines_of_the_bank_at_once_counts_once(DatabaseProvider provider)
    {
        await using var market = await CarrierFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var total = (await market.CarriedAsync(garlic, "GHN1")).Total.Minor;
        List<MoneyInId> lines = [];
        for (var i = 0; i < 4; i++)
            lines.Add(await market.CashComesAsync(total));

        var taken = await Task.WhenAll(lines.Select(l => Task.Run(() => market.SendAsync(CarrierFactory.Command(l, ("GHN1", total, 0))))));
        await market.DeliverAsync();

        taken.Count(t => t.IsDone).ShouldBe(1);
        (await market.RowsAsync<RemittedCash>()).ShouldHaveSingleItem();
        (await market.BalanceAsync(LedgerAccount.CarriersOwe)).ShouldBe(0);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_twin_that_looks_before_it_writes_pays_twice_and_the_check_finds_it(DatabaseProvider provider)
    {
        await using var market = await CarrierFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var total = (await market.CarriedAsync(garlic, "GHN1")).Total;
        var lines = new[] { await market.CashComesAsync(total.Minor), await market.CashComesAsync(total.Minor) };
        var looked = new CountdownEvent(2);

        await Task.WhenAll(lines.Select(l => Task.Run(() => market.InDbAsync(async db =>
        {
            var parcel = await db.Set<CashParcel>().AsNoTracking().SingleAsync();
            looked.Signal();
            looked.Wait();
            db.Add(RemittedCash.Take(new(Guid.NewGuid()), l, parcel, total, Money.Dong(0), market.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        }))));

        (await market.RowsAsync<RemittedCash>()).Count.ShouldBe(2);
        (await market.WithAsync<Check, IReadOnlyList<CheckLine>>(check => check.RunAsync(default))).Where(l => !l.Holds).ShouldContain(l => l.Name.StartsWith("what carriers owe"));
    }

    [Fact]
    public async Task Her_page_shows_the_list_before_anything_is_written()
    {
        await using var market = await CarrierFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync(onHand: 50);
        var total = (await market.CarriedAsync(garlic, "GHN1")).Total.Minor;
        var line = await market.CashComesAsync(total - 5_000);
        using var admin = await market.ClientFor(await market.PersonAsync("Hà Thị Một", isAdmin: true));

        using var look = await admin.PostFormAsync($"/admin/payments/lines/{line}/carrier", [], null, new FormFile("Upload", "doi-soat.csv", CarrierFactory.List(("GHN1", total, 5_000)), "text/csv"));
        look.StatusCode.ShouldBe(HttpStatusCode.OK);
        var shown = await Browser.ParseAsync(look);
        shown.QuerySelector("main")!.TextContent.ShouldContain("Trả đủ");
        (await market.RowsAsync<CashParcel>()).ShouldHaveSingleItem().State.ShouldBe(CashParcelState.Collected);
        using var taken = await admin.PressAsync($"/admin/payments/lines/{line}/carrier", "Take", ("List", shown.QuerySelector("main input[name=List]")!.GetAttribute("value")!));
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await market.RowsAsync<CashParcel>()).ShouldHaveSingleItem().State.ShouldBe(CashParcelState.Remitted);
        (await admin.OpenAsync("/en/admin/payments/cash")).QuerySelector("main")!.TextContent.ShouldContain("Settled");
        (await admin.GetAsync($"/admin/payments/lines/{line}/carrier")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "all of it is named");
    }
}
