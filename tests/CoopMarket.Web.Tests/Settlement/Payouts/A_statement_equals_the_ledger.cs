using System.Text;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Settlement.Payouts;

public sealed class A_statement_equals_the_ledger
{
    private static readonly Actor Job = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task Each_order_says_where_its_share_is_and_what_failed_waits_for_the_next_transfer(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        var coop = (await payouts.CooperativeAsync()).Id;
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (500_000, 1)) { Of = coop });
        await market.PayAsync(order);
        (await ShareAsync()).ShouldBe("waiting");
        await market.DeliverPartAsync(order, order.Parts[0]);
        (await ShareAsync()).ShouldBe("held");
        market.Clock.Advance(Hold.After);
        await market.RoundAsync<ReleaseHolds>();
        (await ShareAsync()).ShouldBe("ready");

        await payouts.RecordAsync(await payouts.SendAsync(), 1, isPaid: false, "sai số");
        (await ShareAsync()).ShouldBe("ready");
        var run = await payouts.SendAsync();
        (await ShareAsync()).ShouldBe("sent");
        await payouts.RecordAsync(run, 1, isPaid: true, "FT1");
        (await ShareAsync()).ShouldBe("paid");

        async Task<string> ShareAsync() => (await market.SendAsync(new MoneyBook.Query(Job, coop))).Orders.ShouldHaveSingleItem().Share.State;
    }

    [Theory, EveryDatabase]
    internal async Task Each_month_begins_where_the_last_one_ended_and_the_last_ends_where_the_ledger_stands(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var coop = await payouts.CooperativeAsync();
        var other = await payouts.CooperativeAsync();
        await payouts.EarnAsync(coop.Id);
        await payouts.OweAsync(coop.Id);
        var declined = await payouts.Market.PlaceAsync(PaymentWay.BankTransfer, new Part(20_000, (150_000, 3)) { Of = coop.Id }, new Part(10_000, (90_000, 1)) { Of = other.Id });
        await payouts.Market.PayAsync(declined);
        await payouts.Market.MoveAsync(declined.Id, o => o.Decline(declined.Parts[0].Id, declined.Parts[0].Lines[0].Id, 1, "hết", payouts.Market.Clock.GetUtcNow()));
        var run = await payouts.SendAsync();
        await payouts.RecordAsync(run, null, isPaid: true, "FT1");
        payouts.Market.Clock.Advance(TimeSpan.FromDays(40));
        await payouts.EarnAsync(coop.Id, goods: 1_234_567);
        var failed = await payouts.SendAsync();
        await payouts.RecordAsync(failed, 1, isPaid: false, "sai số");
        await payouts.EarnAsync(coop.Id, goods: 999);

        var months = (await payouts.Market.SendAsync(new Earnings.Query(Job, coop.Id))).Statements.Reverse().ToList();
        months.Count.ShouldBeGreaterThan(1);
        var opening = Money.Dong(0);
        foreach (var month in months)
        {
            var view = (await payouts.Market.SendAsync(new Statement.Query(Job, coop.Id, month)))!;
            view.Opening.ShouldBe(opening);
            view.Closing.ShouldBe(view.Opening + view.Sum(r => r.Goods) + view.Sum(r => r.Delivery) - view.Sum(r => r.Back) - view.Fees
                + Money.Sum(view.Rows.Where(r => r.Kind is EntryKind.PayoutPaid or EntryKind.PayoutReturned).Select(r => r.Amount)));
            opening = view.Closing;
        }

        var balance = await payouts.Market.WithAsync<Balances, CooperativeBalance>(b => b.OfAsync(coop.Id, default));
        opening.ShouldBe(balance.Held + balance.Payable + balance.OnTheWay - balance.FeesOwed);
        // The market's fees of all months and cooperatives are its income.
        var fees = 0L;
        foreach (var whose in new[] { coop.Id, other.Id })
            foreach (var month in months)
                fees += (await payouts.Market.SendAsync(new Statement.Query(Job, whose, month)))?.Fees.Minor ?? 0;
        fees.ShouldBe(-await payouts.Market.BalanceAsync(LedgerAccount.FeeIncome));
    }

    [Theory, EveryDatabase]
    internal async Task A_month_that_is_over_never_changes(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var coop = await payouts.CooperativeAsync();
        await payouts.EarnAsync(coop.Id);
        var month = VietnamDay.Of(payouts.Market.Clock.GetUtcNow()) is var day ? new DateOnly(day.Year, day.Month, 1) : default;
        payouts.Market.Clock.Advance(TimeSpan.FromDays(31));
        var first = (await payouts.Market.SendAsync(new Statement.Query(Job, coop.Id, month)))!;

        await payouts.EarnAsync(coop.Id);
        await payouts.RecordAsync(await payouts.SendAsync(), null, isPaid: true, "FT1");

        var again = (await payouts.Market.SendAsync(new Statement.Query(Job, coop.Id, month)))!;
        again.IsOver.ShouldBeTrue();
        again.Rows.ShouldBe(first.Rows);
        (again.Opening, again.Closing).ShouldBe((first.Opening, first.Closing));
    }

    [Theory, EveryDatabase]
    internal async Task A_member_reads_prints_and_downloads_it_and_strangers_and_other_months_find_nothing(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var coop = await payouts.CooperativeAsync();
        await payouts.EarnAsync(coop.Id);
        var month = VietnamDay.Of(payouts.Market.Clock.GetUtcNow()).ToString("yyyy-MM");
        using var member = await payouts.Market.ClientFor(coop.Manager);

        (await member.Client.GetStringAsync("/sell/money")).ShouldContain($"/sell/money/{month}");
        (await member.Client.GetStringAsync($"/sell/money/{month}")).ShouldContain("500.000");
        (await member.Client.GetStringAsync($"/en/sell/money/{month}/fees")).ShouldContain("30,000");
        var file = await member.GetAsync($"/sell/money/{month}?handler=File");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var text = Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync());
        text.ShouldContain(",500000,30000,-30000,0,500000\r\n");
        foreach (var nothing in new[] { "2020-01", "2099-01", "2026-13", "abcdefg", "0001-01", "9999-12" })
            (await member.GetAsync($"/sell/money/{nothing}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);

        var empty = await payouts.CooperativeAsync();
        using var stranger = await payouts.Market.ClientFor(empty.Manager);
        (await stranger.GetAsync($"/sell/money/{month}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory, EveryDatabase]
    internal async Task The_banks_file_is_the_same_every_time_and_holds_no_formula(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var share = await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.DraftAsync();
        using var admin = await payouts.Market.ClientFor(await payouts.Market.EnrolAsync(payouts.FirstAdmin));
        var address = $"/admin/payouts/{run}?handler=File";
        (await admin.GetAsync(address)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await payouts.ApproveAsync(run)).IsDone.ShouldBeTrue();

        var first = await admin.Client.GetStringAsync(address);
        await payouts.RecordAsync(run, 1, isPaid: true, "FT1");

        (await admin.Client.GetStringAsync(address)).ShouldBe(first);
        first.ShouldContain($"7900205123456,HTX TOI DEN,970405,Agribank,{share},COOPMARKET {run} 1\r\n");
        (await admin.Client.GetStringAsync($"/admin/payouts/{run}")).ShouldContain("FT1");
        (await admin.Client.GetStringAsync($"/admin/payouts/{run}/1")).ShouldContain("FT1");
        (await admin.GetAsync($"/admin/payouts/{run}/2")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await admin.GetAsync("/admin/payouts/CM00000000")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }
}
