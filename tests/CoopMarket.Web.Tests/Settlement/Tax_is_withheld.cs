using System.Globalization;
using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Admin;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement.Payouts;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Settlement;

/// <summary>From households and persons the market withholds tax when goods that it was paid for arrive, and gives back the tax of what goes back.</summary>
public sealed class Tax_is_withheld
{
    private static readonly Actor Job = Actor.Job("test");

    // Of 500.000 of goods 1 % and 0.5 %, of their way (30.000) 3 % and 1.5 %.
    private const long Whole = 5_000 + 2_500 + 900 + 450;

    [Theory, EveryDatabase]
    internal async Task A_households_order_is_withheld_from_at_arrival_netted_and_paid_out_after_tax(DatabaseProvider provider)
    {
        await using var payouts = await OpenAsync(provider);
        var market = payouts.Market;
        var home = await HouseholdAsync(payouts);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (250_000, 2)) { Of = home.Id });
        var part = order.Parts[0];
        await market.PayAsync(order);
        await StandsAsync(held: 500_000, payable: 0, tax: 0);

        await market.DeliverPartAsync(order, part);
        await StandsAsync(held: 500_000 - Whole, payable: 0, tax: Whole);

        // 70.000 of the goods go back while it is held: 1.5 % of them come back to her, and the market's fee of 6 %.
        await GiveBackAsync(market, order, part.Lines[0].Id, 70_000);
        await StandsAsync(held: 500_000 - Whole - 70_000 + 4_200 + 1_050, payable: 0, tax: Whole - 1_050);
        market.Clock.Advance(Hold.After);
        await market.RoundAsync<ReleaseHolds>();
        await StandsAsync(held: 0, payable: 434_200 - (Whole - 1_050), tax: Whole - 1_050);

        await payouts.RecordAsync(await payouts.SendAsync(), null, isPaid: true, "FT1");
        (await payouts.PayoutsAsync()).ShouldHaveSingleItem().Amount.ShouldBe(Money.Dong(434_200 - (Whole - 1_050)));

        // All the rest goes back after she was paid: a debt, less all of the tax.
        await GiveBackAsync(market, order, part.Lines[0].Id, 430_000);
        await GiveBackAsync(market, order, null, 30_000);
        await StandsAsync(held: 0, payable: -(434_200 - (Whole - 1_050)), tax: 0);
        var rows = await market.RowsAsync<WithheldTax>();
        rows.GroupBy(r => r.Kind).ShouldAllBe(g => g.Sum(r => r.Base.Minor) == 0 && g.Sum(r => r.Vat.Minor) == 0 && g.Sum(r => r.Income.Minor) == 0);
        rows.Count.ShouldBe(2 + 3);

        async Task StandsAsync(long held, long payable, long tax)
        {
            (-await market.BalanceAsync(LedgerAccount.Held, home.Id)).ShouldBe(held);
            (-await market.BalanceAsync(LedgerAccount.Payable, home.Id)).ShouldBe(payable);
            (-await market.BalanceAsync(LedgerAccount.TaxWithheld)).ShouldBe(tax);
            (await market.RowsAsync<WithheldTax>()).Sum(t => t.Tax.Minor).ShouldBe(tax);
            await market.CheckAsync();
        }
    }

    [Theory, EveryDatabase]
    internal async Task Nothing_is_withheld_from_cooperatives_of_cash_or_of_what_never_arrived(DatabaseProvider provider)
    {
        await using var payouts = await OpenAsync(provider);
        var market = payouts.Market;
        var (coop, home) = (await payouts.CooperativeAsync(), await HouseholdAsync(payouts));
        (await payouts.EarnAsync(coop.Id)).ShouldBe(500_000);
        (-await market.BalanceAsync(LedgerAccount.Payable, coop.Id)).ShouldBe(500_000);
        await payouts.OweAsync(home.Id);
        var canceled = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (250_000, 2)) { Of = home.Id });
        await market.PayAsync(canceled);
        (await market.MoveAsync(canceled.Id, o => o.CancelPart(canceled.Parts[0].Id, market.Clock.GetUtcNow()))).IsDone.ShouldBeTrue();

        (await market.RowsAsync<WithheldTax>()).ShouldBeEmpty();
        (await market.BalanceAsync(LedgerAccount.TaxWithheld)).ShouldBe(0);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Of_two_sellers_in_one_order_only_the_household_is_withheld_from(DatabaseProvider provider)
    {
        await using var payouts = await OpenAsync(provider);
        var market = payouts.Market;
        var (coop, home) = (await payouts.CooperativeAsync(), await HouseholdAsync(payouts, SellerKind.Individual));
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (500_000, 1)) { Of = coop.Id }, new Part(30_000, (500_000, 1)) { Of = home.Id });
        await market.PayAsync(order);
        foreach (var part in order.Parts)
            await market.DeliverPartAsync(order, part);

        (await market.RowsAsync<WithheldTax>()).ShouldAllBe(t => t.Cooperative == home.Id);
        (-await market.BalanceAsync(LedgerAccount.Held, coop.Id)).ShouldBe(500_000);
        (-await market.BalanceAsync(LedgerAccount.Held, home.Id)).ShouldBe(500_000 - Whole);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_lost_after_all_gives_all_of_it_back_and_what_came_back_untaken_keeps_that_of_its_way(DatabaseProvider provider)
    {
        await using var payouts = await OpenAsync(provider);
        var market = payouts.Market;
        var home = await HouseholdAsync(payouts);
        var now = market.Clock.GetUtcNow();
        var lost = await SoldAsync(market, home, Witness.Cooperative);
        (-await market.BalanceAsync(LedgerAccount.TaxWithheld)).ShouldBe(Whole);
        (await market.MoveAsync(lost.Id, o => o.Miss(lost.Parts[0].Id, now))).IsDone.ShouldBeTrue();
        (await market.MoveAsync(lost.Id, o => o.Lose(lost.Parts[0].Id, Witness.Admin, now))).IsDone.ShouldBeTrue();
        (await market.BalanceAsync(LedgerAccount.TaxWithheld)).ShouldBe(0);
        await market.CheckAsync();

        var untaken = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (250_000, 2)) { Of = home.Id });
        await market.PayAsync(untaken);
        await market.MoveAsync(untaken.Id, o => o.Accept(untaken.Parts[0].Id, now));
        await market.MoveAsync(untaken.Id, o => o.Ship(untaken.Parts[0].Id, Carrier.Other, "", now));
        (await market.MoveAsync(untaken.Id, o => o.RefuseAtDoor(untaken.Parts[0].Id, [], now))).IsDone.ShouldBeTrue();
        (-await market.BalanceAsync(LedgerAccount.TaxWithheld)).ShouldBe(900 + 450);
        (-await market.BalanceAsync(LedgerAccount.Held, home.Id)).ShouldBe(30_000 - 1_350);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Rates_of_a_later_day_hold_for_later_sales_and_what_was_withheld_keeps_its_own(DatabaseProvider provider)
    {
        await using var payouts = await OpenAsync(provider);
        var market = payouts.Market;
        var home = await HouseholdAsync(payouts);
        var before = await SoldAsync(market, home);
        var tomorrow = VietnamDay.Of(market.Clock.GetUtcNow()).AddDays(1);
        var admin = Actor.Of(payouts.FirstAdmin, "");
        (await market.SendAsync(new AddWithholdingRate.Command(admin, SupplyKind.Goods, "2", "1,5", tomorrow.AddDays(-1)))).Refusal.ShouldBeOfType<TaxStartsInPast>();
        (await market.SendAsync(new AddWithholdingRate.Command(admin, SupplyKind.Goods, "21", "x", null))).Flaws.Select(f => f.Path).ShouldBe(["Vat", "Income", "From"]);
        (await market.SendAsync(new AddWithholdingRate.Command(admin, SupplyKind.Goods, "2", "1,5", tomorrow))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new AddWithholdingRate.Command(admin, SupplyKind.Goods, "3", "1,5", tomorrow))).Refusal.ShouldBeOfType<TaxStartsThen>();
        market.Clock.Advance(TimeSpan.FromDays(1));
        await SoldAsync(market, home);
        (-await market.BalanceAsync(LedgerAccount.TaxWithheld)).ShouldBe(Whole + 10_000 + 7_500 + 1_350);

        await GiveBackAsync(market, before, before.Parts[0].Lines[0].Id, 500_000);
        (-await market.BalanceAsync(LedgerAccount.TaxWithheld)).ShouldBe(1_350 + 10_000 + 7_500 + 1_350);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task While_nobody_wrote_rates_down_nothing_is_guessed_and_the_share_waits(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        var home = await HouseholdAsync(payouts);
        await SoldAsync(market, home);
        (await market.RowsAsync<OutboxRow>()).Count(r => r is { Subscriber: "settlement.delivered", State: not OutboxState.Done }).ShouldBe(1);
        market.Clock.Advance(Hold.After);
        await market.RoundAsync<ReleaseHolds>();
        (await market.BalanceAsync(LedgerAccount.Payable, home.Id)).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    internal async Task She_reads_it_in_plain_words_and_in_her_statement(DatabaseProvider provider)
    {
        await using var payouts = await OpenAsync(provider);
        var market = payouts.Market;
        var home = await HouseholdAsync(payouts);
        var order = await SoldAsync(market, home);
        await GiveBackAsync(market, order, order.Parts[0].Lines[0].Id, 70_000);
        var day = VietnamDay.Of(market.Clock.GetUtcNow());
        var statement = (await market.SendAsync(new Statement.Query(Job, home.Id, new(day.Year, day.Month, 1))))!;
        statement.Tax.ShouldBe(Money.Dong(Whole - 1_050));
        statement.Rows.Single(r => r.Kind == EntryKind.TaxWithheld).Amount.ShouldBe(Money.Dong(-Whole));
        statement.Rows.Single(r => r.Kind == EntryKind.TaxGivenBack).Amount.ShouldBe(Money.Dong(1_050));
        statement.Closing.Minor.ShouldBe(-await market.BalanceAsync(LedgerAccount.Held, home.Id));
        var book = await market.SendAsync(new MoneyBook.Query(Job, home.Id));
        (book.All.Sold, book.All.Back, book.All.Tax).ShouldBe((Money.Dong(530_000), Money.Dong(70_000), Money.Dong(Whole - 1_050)));

        using var desk = await market.ClientFor(home.Manager);
        (await desk.OpenAsync("/sell/money")).QuerySelector("main")!.TextContent.ShouldContain("Thuế đã giữ 7.800");
        (await desk.OpenAsync($"/sell/money/{day:yyyy-MM}")).QuerySelector("main")!.TextContent.ShouldContain("Trả lại thuế đã giữ");
    }

    [Theory, EveryDatabase]
    internal async Task A_month_is_listed_by_seller_handed_out_as_a_file_and_paid_to_the_tax_office_once(DatabaseProvider provider)
    {
        await using var payouts = await OpenAsync(provider);
        var market = payouts.Market;
        var home = await HouseholdAsync(payouts);
        await market.InDbAsync(db => db.Set<Cooperative>().Where(c => c.Id == home.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.LegalName, "=HYPERLINK(\"x\")").SetProperty(c => c.TaxCode, "014190000123")));
        await SoldAsync(market, home);
        var day = VietnamDay.Of(market.Clock.GetUtcNow());
        var month = day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        using var office = await market.ClientFor(payouts.FirstAdmin);
        var page = (await office.OpenAsync("/admin/taxes")).QuerySelector("main")!.TextContent;
        page.ShouldContain("014190000123");
        page.ShouldContain("8.850");

        using var file = await office.GetAsync($"/admin/taxes?handler=File&month={month}");
        var text = await file.Content.ReadAsStringAsync();
        text.ShouldContain("'=HYPERLINK");
        text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1 + 2);
        (await office.GetAsync("/admin/taxes?month=2026-13")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await market.ReceiveAsync(Whole + 1, "nop thue", type: "out", reference: "OUT1");
        await market.ReceiveAsync(Whole, "nop thue thang", type: "out", reference: "OUT2");
        await market.ReceiveAsync(1, "nop thue nua", type: "out", reference: "OUT3");
        (await PayAsync("OUT1")).Refusal.ShouldBe(new MoreThanWithheld(Whole));
        (await PayAsync("OUT2", "2026")).Flaws.ShouldHaveSingleItem().Path.ShouldBe("TaxMonth");
        var line = (await market.RowsAsync<MoneyIn>()).Single(m => m.Reference == "OUT2");
        Browser.Goal(await office.PressAsync($"/admin/payments/lines/{line.Id}", "Tax", ("Form.TaxMonth", month))).ShouldBe($"/admin/payments/lines/{line.Id}");
        await market.DeliverAsync();
        (await PayAsync("OUT2")).Refusal.ShouldBeOfType<MoneyAlreadyDecided>();
        (await PayAsync("OUT3")).Refusal.ShouldBe(new MoreThanWithheld(0));

        (await market.BalanceAsync(LedgerAccount.TaxWithheld)).ShouldBe(0);
        var view = await market.SendAsync(new TaxMonth.Query(Job, day));
        (view.Tax, view.Open).ShouldBe((Money.Dong(Whole), Money.Dong(0)));
        view.Payments.ShouldHaveSingleItem().Reference.ShouldBe("OUT2");
        await market.CheckAsync();

        async Task<Outcome> PayAsync(string reference, string? of = null)
            => await market.SendAsync(new PayTaxOffice.Command(Job, (await market.RowsAsync<MoneyIn>()).Single(m => m.Reference == reference).Id, of ?? month));
    }

    [Theory, EveryDatabase]
    internal async Task The_check_finds_tax_that_is_not_what_it_should_be(DatabaseProvider provider)
    {
        await using var payouts = await OpenAsync(provider);
        var market = payouts.Market;
        await SoldAsync(market, await HouseholdAsync(payouts));
        await market.CheckAsync();
        await market.LetChangeAsync("settlement_withheld_taxes");
        await market.InDbAsync(db => db.Set<WithheldTax>().Where(t => t.Kind == SupplyKind.Goods).ExecuteUpdateAsync(s => s.SetProperty(t => t.Vat.Minor, 5_001)));
        var wrong = (await market.WithAsync<Check, IReadOnlyList<CheckLine>>(check => check.RunAsync(default))).Where(l => !l.Holds).Select(l => l.Name).ToList();
        wrong.ShouldContain(n => n.StartsWith("I2"));
        wrong.ShouldContain(n => n.StartsWith("tax withheld"));
    }

    private static async Task<PayoutMarket> OpenAsync(DatabaseProvider provider)
    {
        var payouts = await PayoutMarket.OpenAsync(provider);
        (await payouts.Market.SendAsync(new EnsureTaxRates.Command(Job))).IsDone.ShouldBeTrue();
        (await payouts.Market.SendAsync(new EnsureTaxRates.Command(Job))).IsDone.ShouldBeTrue();
        return payouts;
    }

    private static async Task<SellingCoop> HouseholdAsync(PayoutMarket payouts, SellerKind kind = SellerKind.Household)
    {
        var seller = await payouts.CooperativeAsync();
        await payouts.Market.InDbAsync(db => db.Set<Cooperative>().Where(c => c.Id == seller.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Kind, kind)));
        return seller;
    }

    private static async Task<Order> SoldAsync(Market market, SellingCoop seller, Witness by = Witness.Buyer)
    {
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (250_000, 2)) { Of = seller.Id });
        await market.PayAsync(order);
        var (part, now) = (order.Parts[0].Id, market.Clock.GetUtcNow());
        await market.MoveAsync(order.Id, o => o.Accept(part, now));
        await market.MoveAsync(order.Id, o => o.Ship(part, Carrier.Other, "", now));
        (await market.MoveAsync(order.Id, o => o.Deliver(part, by, now))).IsDone.ShouldBeTrue();
        return order;
    }

    private static async Task GiveBackAsync(Market market, Order order, OrderLineId? line, long dong)
        => (await market.MoveAsync(order.Id, o => o.Refund(order.Parts[0].Id, [new(new(Guid.CreateVersion7()), line, Money.Dong(dong))], "vỡ", market.Clock.GetUtcNow()))).IsDone.ShouldBeTrue();
}
