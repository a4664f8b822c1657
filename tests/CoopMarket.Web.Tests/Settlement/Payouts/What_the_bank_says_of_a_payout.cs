using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Settlement.Payouts;

public sealed class What_the_bank_says_of_a_payout
{
    [Theory, EveryDatabase]
    internal async Task A_payout_that_failed_is_reversed_line_by_line_and_can_be_paid_again(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var coop = await payouts.CooperativeAsync();
        await payouts.EarnAsync(coop.Id);
        await payouts.OweAsync(coop.Id);
        var before = await BalancesAsync(payouts, coop.Id);
        var run = await payouts.SendAsync();

        (await payouts.RecordAsync(run, 1, isPaid: false, "Sai số tài khoản")).IsDone.ShouldBeTrue();

        (await BalancesAsync(payouts, coop.Id)).ShouldBe(before);
        var entries = await payouts.Market.RowsAsync<JournalEntry>();
        var lines = (await payouts.Market.RowsAsync<EntryLine>()).ToLookup(l => l.Entry, l => (l.Account, l.Cooperative, l.Amount.Minor));
        var ordered = lines[entries.Single(e => e.Kind == EntryKind.Payout).Id].Select(l => (l.Account, l.Cooperative, -l.Minor));
        lines[entries.Single(e => e.Kind == EntryKind.PayoutFailed).Id].ShouldBe(ordered, ignoreOrder: true);
        payouts.Market.Post.Letters.ShouldContain(l => l.Text.Contains("Sai số tài khoản"));
        await payouts.Market.CheckAsync();

        (await payouts.RecordAsync(run, 1, isPaid: true, "FT2")).Refusal.ShouldBeOfType<PayoutAlreadyDecided>();
        var again = await payouts.SendAsync();
        (await payouts.RecordAsync(again, 1, isPaid: true, "FT3")).IsDone.ShouldBeTrue();
        (await payouts.EntriesAsync(EntryKind.PayoutPaid)).ShouldBe(1);
        await payouts.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_fee_kept_back_of_what_later_comes_back_is_paid_with_the_next_payout(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var (coop, other) = (await payouts.CooperativeAsync(), await payouts.CooperativeAsync());
        await payouts.EarnAsync(coop.Id);
        var order = await payouts.Market.PlaceAsync(PaymentWay.CashOnDelivery, new Part(30_000, (300_000, 1)) { Of = coop.Id });
        await payouts.Market.DeliverPartAsync(order, order.Parts[0]);
        (await payouts.RecordAsync(await payouts.SendAsync(), null, isPaid: true, "FT1")).IsDone.ShouldBeTrue();
        (await payouts.PayoutsAsync()).Single().Fees.ShouldBe(order.Parts[0].Fee);

        await payouts.Market.ChangeAsync(async db =>
        {
            var now = payouts.Market.Clock.GetUtcNow();
            var sold = await db.Set<Order>().SingleAsync(o => o.Id == order.Id);
            var back = sold.AskReturn(new(Guid.NewGuid()), sold.Parts[0].Id, new([(sold.Parts[0].Lines[0].Id, 1)], ReturnReason.Damaged, "vỡ", false), [], now).Value;
            db.Add(back);
            back.Agree("về bản", now);
            sold.TakeBack(back, [.. sold.DueFor(back, [back]).Select(d => new RefundPlan(new(Guid.NewGuid()), d.Line, d.Amount))], "về rồi", now).IsDone.ShouldBeTrue();
        });
        (await payouts.Market.BalanceAsync(LedgerAccount.FeesOwed)).ShouldBe(-order.Parts[0].Fee.Minor);
        var (mine, others) = (await payouts.EarnAsync(coop.Id), await payouts.EarnAsync(other.Id));

        var run = await payouts.SendAsync();
        (await payouts.SheetAsync(run)).Rows.Select(r => r.Amount.Minor).ShouldBe([mine + order.Parts[0].Fee.Minor, others], ignoreOrder: true, "and what one is given back stands in nobody's way");
        (await payouts.RecordAsync(run, null, isPaid: true, "FT2")).IsDone.ShouldBeTrue();
        (await payouts.Market.BalanceAsync(LedgerAccount.FeesOwed)).ShouldBe(0);
        (await payouts.Market.BalanceAsync(LedgerAccount.Payable)).ShouldBe(0);
        await payouts.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task An_account_stands_whole_on_the_page_while_somebody_is_to_type_it(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.SendAsync();
        using var office = await payouts.Market.ClientFor(await payouts.Market.RegisteredAsync("office@thu.test", "Quản trị", isAdmin: true));
        var account = (await payouts.SheetAsync(run)).Rows[0].Account;
        var pages = new[] { $"/admin/payouts/{run}", $"/admin/payouts/{run}/1" };
        foreach (var page in pages)
            (await office.OpenAsync(page)).QuerySelector("main")!.TextContent.ShouldContain(account, customMessage: page);

        (await payouts.RecordAsync(run, 1, isPaid: true, "FT1")).IsDone.ShouldBeTrue();

        foreach (var page in pages)
            (await office.OpenAsync(page)).QuerySelector("main")!.TextContent.ShouldSatisfyAllConditions(t => t.ShouldNotContain(account), t => t.ShouldContain("···" + account[^4..]));
    }

    [Theory, EveryDatabase]
    internal async Task A_line_of_the_bank_meets_its_payout_whichever_is_known_first(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var shares = new[] { await payouts.EarnAsync((await payouts.CooperativeAsync()).Id), await payouts.EarnAsync((await payouts.CooperativeAsync()).Id, goods: 700_000) };
        var run = await payouts.SendAsync();
        var rows = (await payouts.SheetAsync(run)).Rows;

        // Its own text and exactly its amount say that it is paid; nobody has to.
        await payouts.Market.ReceiveAsync(rows[0].Amount.Minor, "IBFT " + rows[0].Text.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal), type: "out", reference: "FTA");
        (await payouts.PayoutsAsync()).Single(p => p.Position == 1).ShouldSatisfyAllConditions(p => p.State.ShouldBe(PayoutState.Paid), p => p.Reference.ShouldBe("FTA"), p => p.EndedBy.ShouldBeNull());
        (await payouts.RecordAsync(run, 1, isPaid: true, "FTA")).Refusal.ShouldBeOfType<PayoutAlreadyDecided>();
        (await payouts.RecordAsync(run, 2, isPaid: true, "FTB")).IsDone.ShouldBeTrue();
        await payouts.Market.ReceiveAsync(rows[1].Amount.Minor, rows[1].Text, type: "out", reference: "FTB");

        var lines = (await payouts.Market.RowsAsync<MoneyIn>()).Where(m => m.Direction == TransferDirection.Out).ToList();
        lines.Select(m => m.State).ShouldBe([MoneyInState.Resolved, MoneyInState.Resolved]);
        lines.ShouldAllBe(m => m.Payout != null);
        lines.Sum(m => m.Amount.Minor).ShouldBe(shares.Sum());
        await payouts.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_batch_that_the_bank_books_as_one_sum_is_paid_under_one_reference(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var all = await payouts.EarnAsync((await payouts.CooperativeAsync()).Id) + await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.SendAsync();

        (await payouts.RecordAsync(run, null, isPaid: true, "FTALL")).IsDone.ShouldBeTrue();
        await payouts.Market.ReceiveAsync(all, "CHI THEO LO", type: "out", reference: "FTALL");

        (await payouts.PayoutsAsync()).Select(p => p.State).ShouldBe([PayoutState.Paid, PayoutState.Paid]);
        (await payouts.Market.RowsAsync<MoneyIn>()).Single(m => m.Reference == "FTALL").State.ShouldBe(MoneyInState.Resolved);
        (await payouts.RecordAsync(run, null, isPaid: true, "FTALL")).Refusal.ShouldBeOfType<PayoutAlreadyDecided>();
        await payouts.Market.CheckAsync();
    }

    /// <summary>The bank's line comes in while an admin writes down that the bank refused: one of the two is true.</summary>
    [Theory, EveryDatabase]
    internal async Task A_line_and_an_admin_who_say_otherwise_at_once_leave_one_truth(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        for (var i = 0; i < 8; i++)
            await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.SendAsync();

        foreach (var row in (await payouts.SheetAsync(run)).Rows)
            await Task.WhenAll(
                Task.Run(() => payouts.Market.ReceiveAsync(row.Amount.Minor, row.Text, type: "out", reference: "FT" + row.Position)),
                Task.Run(() => payouts.RecordAsync(run, row.Position, isPaid: false, "Sai số tài khoản")));
        await payouts.Market.DeliverAsync();

        var ended = await payouts.PayoutsAsync();
        ended.ShouldAllBe(p => p.State == PayoutState.Paid || p.State == PayoutState.Failed);
        var lines = (await payouts.Market.RowsAsync<MoneyIn>()).Where(m => m.Direction == TransferDirection.Out).ToDictionary(m => m.Reference);
        ended.ShouldAllBe(p => (lines["FT" + p.Position].Payout != null) == (p.State == PayoutState.Paid));
        await payouts.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_line_that_names_a_run_on_its_way_is_no_cost_of_the_markets_own(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.SendAsync();
        var row = (await payouts.SheetAsync(run)).Rows[0];
        await payouts.Market.ReceiveAsync(row.Amount.Minor - 1, "IBFT " + row.Text.ToLowerInvariant(), type: "out", reference: "FTX");
        var line = (await payouts.Market.RowsAsync<MoneyIn>()).Single(m => m.Reference == "FTX");

        (await payouts.PayoutsAsync()).Single().State.ShouldBe(PayoutState.OnTheWay);
        (await payouts.Market.SendAsync(new ExplainMoney.Command(await payouts.FirstAsync(), line.Id, "phí"))).Refusal.ShouldBe(new IsAPayout(run));
    }

    [Theory, EveryDatabase]
    internal async Task A_payout_that_was_written_down_under_a_wrong_reference_leaves_the_account_once(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        var share = await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.SendAsync();
        var text = (await payouts.SheetAsync(run)).Rows[0].Text;
        (await payouts.RecordAsync(run, 1, isPaid: true, "FTWRONG")).IsDone.ShouldBeTrue();
        await market.ReceiveAsync(share, text, type: "out", reference: "FTRIGHT");
        await market.ReceiveAsync(share, text, type: "out", reference: "FTTWICE");
        var bank = await market.BalanceAsync(LedgerAccount.Bank);

        foreach (var reference in new[] { "FTRIGHT", "FTTWICE" })
        {
            var line = (await market.RowsAsync<MoneyIn>()).Single(m => m.Reference == reference);
            (await market.SendAsync(new ExplainMoney.Command(await payouts.FirstAsync(), line.Id, "chuyển cho hợp tác xã"))).IsDone.ShouldBeTrue();
            await market.DeliverAsync();
        }

        // The first is the payout; the second really left the account once more.
        var lines = (await market.RowsAsync<MoneyIn>()).Where(m => m.Direction == TransferDirection.Out).OrderBy(m => m.Reference).ToList();
        lines.Select(m => m.Payout is not null).ShouldBe([true, false]);
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(bank - share);
        await market.CheckAsync();

        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        (await payouts.RecordAsync(await payouts.SendAsync(), null, isPaid: true, "FTWRONG")).Refusal.ShouldBeOfType<ReferenceUsed>();
    }

    [Theory, EveryDatabase]
    internal async Task A_payout_that_came_back_is_owed_as_before_once(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var coop = await payouts.CooperativeAsync();
        await payouts.EarnAsync(coop.Id);
        await payouts.OweAsync(coop.Id);
        var before = await BalancesAsync(payouts, coop.Id);
        var run = await payouts.SendAsync();
        var row = (await payouts.SheetAsync(run)).Rows[0];
        await payouts.RecordAsync(run, 1, isPaid: true, "FT1");
        await payouts.Market.ReceiveAsync(row.Amount.Minor, "HOAN TRA " + row.Text, reference: "FT2");
        await payouts.Market.ReceiveAsync(row.Amount.Minor + 1, "HOAN TRA " + row.Text, reference: "FT3");
        var came = await payouts.Market.RowsAsync<MoneyIn>();
        var (line, other) = (came.Single(m => m.Reference == "FT2"), came.Single(m => m.Reference == "FT3"));
        line.State.ShouldBe(MoneyInState.Unknown);

        (await BackAsync(payouts, other.Id, run, 1)).Refusal.ShouldBe(new NotThePayoutsAmount(row.Amount.Minor + 1, row.Amount.Minor));
        (await BackAsync(payouts, line.Id, run, 2)).Refusal.ShouldBeOfType<NoSuchPaidPayout>();
        (await BackAsync(payouts, line.Id, run, 1)).IsDone.ShouldBeTrue();
        (await BackAsync(payouts, line.Id, run, 1)).Refusal.ShouldBeOfType<NoSuchPaidPayout>();

        (await BalancesAsync(payouts, coop.Id)).ShouldBe(before);
        (await payouts.PayoutsAsync()).ShouldHaveSingleItem().State.ShouldBe(PayoutState.Returned);
        await payouts.Market.CheckAsync();
        await payouts.SendAsync();
        await payouts.Market.CheckAsync();
    }

    private static async Task<Outcome> BackAsync(PayoutMarket payouts, MoneyInId line, string run, int position)
    {
        var outcome = await payouts.Market.SendAsync(new BringPayoutBack.Command(await payouts.FirstAsync(), line, run.ToLowerInvariant(), position));
        await payouts.Market.DeliverAsync();
        return outcome;
    }

    private static async Task<(long Payable, long Fees, long OnTheWay)> BalancesAsync(PayoutMarket payouts, CooperativeId coop) => (
        await payouts.Market.BalanceAsync(LedgerAccount.Payable, coop), await payouts.Market.BalanceAsync(LedgerAccount.FeesOwed, coop),
        await payouts.Market.BalanceAsync(LedgerAccount.PayoutsOnTheWay, coop));
}
