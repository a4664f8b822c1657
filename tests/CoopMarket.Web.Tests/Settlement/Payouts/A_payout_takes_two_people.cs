using System.Globalization;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Settlement.Payouts;

public sealed class A_payout_takes_two_people
{
    [Theory, EveryDatabase]
    internal async Task What_is_payable_less_the_fees_owed_is_sent_and_booked_at_each_step(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        var coop = await payouts.CooperativeAsync();
        var share = await payouts.EarnAsync(coop.Id);
        var fee = await payouts.OweAsync(coop.Id);

        var run = await payouts.DraftAsync();
        (await payouts.EntriesAsync(EntryKind.Payout)).ShouldBe(0);
        var row = (await payouts.SheetAsync(run)).Rows.ShouldHaveSingleItem();
        (row.Amount.Minor, row.Fees.Minor, row.Text).ShouldBe((share - fee, fee, $"COOPMARKET {run} 1"));

        (await payouts.ApproveAsync(run)).IsDone.ShouldBeTrue();
        (await market.BalanceAsync(LedgerAccount.Payable, coop.Id)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.FeesOwed, coop.Id)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.PayoutsOnTheWay, coop.Id)).ShouldBe(-(share - fee));
        var desk = Actor.Of(coop.Manager, "");
        (await market.SendAsync(new Today.Query(desk, coop.Id))).Coming.ShouldBe(Money.Dong(share - fee), "what the bank is moving comes still, in the morning as in the book of money");
        (await market.SendAsync(new MoneyBook.Query(desk, coop.Id))).Balance.Coming.ShouldBe(Money.Dong(share - fee));
        await market.CheckAsync();

        var before = await market.BalanceAsync(LedgerAccount.Bank);
        (await payouts.RecordAsync(run, 1, isPaid: true, "ft26001")).IsDone.ShouldBeTrue();
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(before - (share - fee));
        (await market.BalanceAsync(LedgerAccount.PayoutsOnTheWay, coop.Id)).ShouldBe(0);
        (await payouts.PayoutsAsync()).ShouldHaveSingleItem().Reference.ShouldBe("FT26001");
        market.Post.Letters.ShouldContain(l => l.Text.Contains("FT26001"));
        await market.CheckAsync();
        (await market.SendAsync(new DraftPayouts.Command(await payouts.FirstAsync()))).Refusal.ShouldBeOfType<NothingToPayOut>();
    }

    [Theory, EveryDatabase]
    internal async Task A_cooperative_reads_what_the_next_run_sends_and_what_is_kept_back(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var coop = await payouts.CooperativeAsync();
        using var desk = await payouts.Market.ClientFor(coop.Manager);
        var fee = await payouts.OweAsync(coop.Id);
        var share = await payouts.EarnAsync(coop.Id, goods: 180_000, delivery: 0);
        async Task<string> ReadAsync() => (await desk.OpenAsync("/sell/money")).QuerySelector("main")!.TextContent;
        static string Dong(long minor) => minor.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"));

        var little = await ReadAsync();
        little.ShouldContain($"Chợ sẽ trừ {Dong(fee)}");
        little.ShouldContain($"về tới hợp tác xã là {Dong(share - fee)}");
        little.ShouldContain($"còn thiếu {Dong(200_000 - (share - fee))}");
        little.ShouldContain("Chưa có đợt nào");
        little.ShouldContain("tiền hàng và cước");

        share += await payouts.EarnAsync(coop.Id);
        (await ReadAsync()).ShouldContain($"đợt tới là {Dong(share - fee)}");
        await payouts.SendAsync();
        (await ReadAsync()).ShouldContain($"Đợt gần nhất là ngày {VietnamDay.Of(payouts.Market.Clock.GetUtcNow()):dd/MM/yyyy}");
    }

    [Theory, EveryDatabase]
    internal async Task Who_drafted_a_run_can_not_approve_it(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.DraftAsync();

        var outcome = await payouts.Market.SendAsync(new ApprovePayouts.Command(await payouts.FirstAsync(), run, (await payouts.SheetAsync(run)).Seal));

        outcome.Refusal.ShouldBeOfType<NeedsSecondAdmin>();
        (await payouts.Market.SendAsync(new PayoutSheet.Query(await payouts.FirstAsync(), run)))!.Bar.ShouldBeOfType<NeedsSecondAdmin>("no button to press in vain");
        (await payouts.PayoutsAsync()).ShouldHaveSingleItem().State.ShouldBe(PayoutState.Drafted);
        (await payouts.EntriesAsync(EntryKind.Payout)).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    internal async Task How_much_is_paid_to_how_many_is_read_before_it_is_approved(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.DraftAsync();
        using var office = await payouts.Market.ClientFor((await payouts.SecondAsync()).Me);

        var sure = (await office.OpenAsync("/admin/payouts/" + run)).QuerySelectorAll("form[action*=Approve]").ShouldHaveSingleItem().Closest("details").ShouldNotBeNull();

        sure.HasAttribute("open").ShouldBeFalse();
        sure.QuerySelector("p")!.TextContent.ShouldContain("2 hợp tác xã");
        sure.QuerySelector("p")!.TextContent.ShouldContain((await payouts.SheetAsync(run)).Total.Minor.ToString("N0", CultureInfo.GetCultureInfo("vi-VN")));
    }

    [Theory, EveryDatabase]
    internal async Task An_approval_binds_to_what_was_seen(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.DraftAsync();
        var seen = (await payouts.SheetAsync(run)).Seal;

        (await payouts.Market.SendAsync(new LeaveOutPayouts.Command(await payouts.FirstAsync(), run, 2))).IsDone.ShouldBeTrue();

        (await payouts.Market.SendAsync(new ApprovePayouts.Command(await payouts.SecondAsync(), run, seen))).Refusal.ShouldBeOfType<PayoutsChanged>();
        (await payouts.ApproveAsync(run)).IsDone.ShouldBeTrue();
        (await payouts.PayoutsAsync()).Select(p => p.State).ShouldBe([PayoutState.OnTheWay, PayoutState.LeftOut]);
        await payouts.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task An_account_that_changed_since_the_draft_is_not_paid(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var coop = await payouts.CooperativeAsync();
        await payouts.EarnAsync(coop.Id);
        var run = await payouts.DraftAsync();

        (await payouts.Market.SendAsync(new PayoutSheet.Query(await payouts.SecondAsync(), run)))!.Bar.ShouldBeNull();
        await ChangeAccountAsync(payouts, coop.Id, "0000111122223");

        var sheet = (await payouts.Market.SendAsync(new PayoutSheet.Query(await payouts.SecondAsync(), run)))!;
        sheet.Bar.ShouldBe(new PayoutNoLongerFits(1), "she is told before she presses");
        sheet.Rows.ShouldHaveSingleItem().IsUnfit.ShouldBeTrue();
        (await payouts.ApproveAsync(run)).Refusal.ShouldBe(new PayoutNoLongerFits(1));
        (await payouts.PayoutsAsync()).ShouldHaveSingleItem().State.ShouldBe(PayoutState.Drafted);
    }

    [Theory, EveryDatabase]
    internal async Task A_new_account_waits_72_hours(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var coop = await payouts.CooperativeAsync();
        await payouts.EarnAsync(coop.Id);
        await ChangeAccountAsync(payouts, coop.Id, "0000111122223");

        payouts.Market.Clock.Advance(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(1));
        (await payouts.Market.SendAsync(new DraftPayouts.Command(await payouts.FirstAsync()))).Refusal.ShouldBeOfType<NothingToPayOut>();
        (await payouts.Market.SendAsync(new PayoutBoard.Query(await payouts.FirstAsync()))).Dues.ShouldHaveSingleItem().Hindrance.ShouldBe(PayoutHindrance.AccountTooNew);

        payouts.Market.Clock.Advance(TimeSpan.FromSeconds(1));
        (await payouts.SheetAsync(await payouts.DraftAsync())).Rows.ShouldHaveSingleItem().Account.ShouldBe("0000111122223");
    }

    [Theory, EveryDatabase]
    internal async Task Too_little_waits_and_whoever_owes_more_than_she_is_owed_is_not_paid(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var (small, owing) = (await payouts.CooperativeAsync(), await payouts.CooperativeAsync());
        await payouts.EarnAsync(small.Id, goods: 180_000, delivery: 30_799);
        await payouts.EarnAsync(owing.Id, goods: 250_000, delivery: 0);
        await payouts.OweAsync(owing.Id, goods: 9_000_000);

        var board = await payouts.Market.SendAsync(new PayoutBoard.Query(await payouts.FirstAsync()));

        board.Dues.Select(d => d.Hindrance).ShouldAllBe(h => h == PayoutHindrance.TooLittle);
        board.Dues.Select(d => d.Amount.Minor).ShouldBe([199_999, 235_000 - 540_000]);
        (await payouts.Market.SendAsync(new DraftPayouts.Command(await payouts.FirstAsync()))).Refusal.ShouldBeOfType<NothingToPayOut>();
        // One đồng more is enough.
        await payouts.EarnAsync(small.Id, goods: 0, delivery: 1);
        (await payouts.SheetAsync(await payouts.DraftAsync())).Rows.ShouldHaveSingleItem().Amount.Minor.ShouldBe(200_000);
    }

    [Theory, EveryDatabase]
    internal async Task A_suspended_cooperative_is_held_back_and_an_open_payout_stands_alone(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var coop = await payouts.CooperativeAsync();
        await payouts.EarnAsync(coop.Id);
        var run = await payouts.DraftAsync();
        await payouts.EarnAsync(coop.Id);
        var board = new PayoutBoard.Query(await payouts.FirstAsync());
        (await payouts.Market.SendAsync(board)).Dues.ShouldHaveSingleItem().Hindrance.ShouldBe(PayoutHindrance.UnderWay);
        (await payouts.Market.SendAsync(new LeaveOutPayouts.Command(await payouts.FirstAsync(), run, null))).IsDone.ShouldBeTrue();

        await payouts.Market.InDbAsync(async db => { (await db.Set<Cooperative>().SingleAsync(c => c.Id == coop.Id)).Suspend("xem lại"); return await db.SaveChangesAsync(); });

        (await payouts.Market.SendAsync(board)).Dues.ShouldHaveSingleItem().Hindrance.ShouldBe(PayoutHindrance.Suspended);
    }

    [Fact]
    internal async Task Every_step_asks_for_the_second_factor()
    {
        await using var payouts = await PayoutMarket.OpenAsync(DatabaseProvider.Sqlite);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.DraftAsync();
        var stale = Actor.Of(payouts.FirstAdmin, "127.0.0.1", payouts.Market.Clock.Now() - TimeSpan.FromMinutes(10));

        foreach (var command in new MediatR.IRequest<Outcome>[]
                 {
                     new ApprovePayouts.Command(stale, run, new string('0', 64)), new LeaveOutPayouts.Command(stale, run, null), new RecordPayoutResult.Command(stale, run, 1, IsPaid: true, "FT1"),
                 })
            await Should.ThrowAsync<ProofNeededException>(() => payouts.Market.SendAsync(command));
        await Should.ThrowAsync<ProofNeededException>(() => payouts.Market.SendAsync(new DraftPayouts.Command(stale)));
    }

    private static Task ChangeAccountAsync(PayoutMarket payouts, CooperativeId coop, string number) => payouts.Market.InDbAsync(async db =>
    {
        (await db.Set<Cooperative>().SingleAsync(c => c.Id == coop)).Take(SellersFactory.Details() with { BankAccount = number }, payouts.Market.Clock.Now());
        return await db.SaveChangesAsync();
    });
}
