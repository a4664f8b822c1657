using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.FakeStripe;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Settlement.Connect;

/// <summary>T2, F2, F3, F14 to F16 and F20: an approved payout to an account at the gateway is transferred once, whatever the gateway answers and whoever asks.</summary>
public sealed class Payouts_go_by_transfer
{
    [Theory, EveryDatabase]
    internal async Task What_is_payable_less_the_fees_is_transferred_and_leaves_the_gateway(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var (market, payouts) = (connect.Market, connect.Payouts);
        var held = await connect.FillAsync();
        var (coop, other) = (await connect.ConnectedAsync(), await payouts.CooperativeAsync());
        var (share, hers) = (await payouts.EarnAsync(coop.Id), await payouts.EarnAsync(other.Id));
        var fee = await payouts.OweAsync(coop.Id);

        var run = await payouts.DraftAsync();
        var name = (await connect.AccountAsync(coop)).Account;
        (await payouts.SheetAsync(run)).Rows.Select(r => r.Connected).Order().ShouldBe(["", name]);
        (await payouts.ApproveAsync(run)).IsDone.ShouldBeTrue();
        connect.Stripe.Books.Transfers.ShouldBeEmpty();
        using (var office = await market.ClientFor(await market.EnrolAsync(payouts.FirstAdmin)))
        {
            using var got = await office.GetAsync($"/admin/payouts/{run}?handler=File");
            var file = await got.Content.ReadAsStringAsync();
            file.ShouldContain(hers.ToString(System.Globalization.CultureInfo.InvariantCulture));
            file.ShouldNotContain((share - fee).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        await connect.RoundAsync();
        await connect.RoundAsync();

        var sent = connect.Stripe.Books.Transfers.ShouldHaveSingleItem();
        (sent.Amount, sent.Destination).ShouldBe((share - fee, name));
        var payout = (await payouts.PayoutsAsync()).Single(p => p.IsTransfer);
        (payout.State, payout.Reference, payout.EndedBy).ShouldBe((PayoutState.Paid, sent.Id, null));
        (await market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(held - (share - fee));
        (await market.BalanceAsync(LedgerAccount.Payable, coop.Id)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.FeesOwed, coop.Id)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.PayoutsOnTheWay, coop.Id)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.PayoutsOnTheWay, other.Id)).ShouldBe(-hers);
        market.Post.Letters.ShouldContain(l => l.Text.Contains(sent.Id));
        (await market.RowsAsync<CardEvent>()).ShouldNotContain(e => e.State == CardEventState.Odd);
        await connect.AgreesAsync();

        // The bank's part is written down by a person as ever; the gateway's is not hers.
        (await payouts.RecordAsync(run, null, isPaid: true, "FT1")).IsDone.ShouldBeTrue();
        (await payouts.PayoutsAsync()).Select(p => p.Reference).ShouldBe([sent.Id, "FT1"], ignoreOrder: true);
        await connect.AgreesAsync();

        using var desk = await market.ClientFor(coop.Manager);
        (await desk.OpenAsync("/sell/money")).QuerySelector("main")!.TextContent.ShouldContain("Đã chuyển qua Stripe");
        var month = await market.SendAsync(new Statement.Query(Actor.Of(coop.Manager, ""), coop.Id, new(market.Clock.GetUtcNow().AddHours(7).Year, market.Clock.GetUtcNow().AddHours(7).Month, 1)));
        month!.Rows.Single(r => r.IsPayout).What.ShouldBe("Transferred");
    }

    /// <summary>What a call says: đồng as they are, whereto, and the payout, whose id is the key.</summary>
    [Fact]
    public async Task A_call_names_the_account_the_amount_and_the_payout()
    {
        await using var connect = await ConnectMarket.OpenAsync();
        var (coop, run, share) = await connect.PaidAsync();

        var call = connect.Stripe.Books.Requests.Single(r => $"{r.Method} {r.Path}" == ConnectMarket.Send);
        var payout = await connect.PayoutAsync();
        call.IdempotencyKey.ShouldBe(payout.Id.ToString());
        call.Parameters.ShouldBe(new Dictionary<string, string>
        {
            ["amount"] = share.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["currency"] = "vnd",
            ["destination"] = (await connect.AccountAsync(coop)).Account,
            ["description"] = $"COOPMARKET {run} 1",
            ["transfer_group"] = $"COOPMARKET {run} 1",
            ["metadata[payout]"] = payout.Id.ToString(),
        }, ignoreOrder: true);
    }

    [Theory]
    [InlineData(Fault.CutAfter, true)]
    [InlineData(Fault.ServerErrorAfter, true)]
    [InlineData(Fault.Malformed, true)]
    [InlineData(Fault.CutAfter, false)]
    public async Task What_was_transferred_without_an_answer_is_found_and_never_asked_for_again(Fault fault, bool isSilent)
    {
        await using var connect = await ConnectMarket.OpenAsync();
        var run = await OnItsWayAsync(connect);
        if (isSilent)
            connect.Stripe.Webhooks.SendToNobody();
        connect.Stripe.Faults.Next(ConnectMarket.Send, fault);
        await connect.RoundAsync();
        (await connect.PayoutAsync()).Transfer.ShouldBe(TransferState.Uncertain);
        (await connect.Payouts.RecordAsync(run, 1, isPaid: false, "thôi")).Refusal.ShouldBeOfType<TransferUnderWay>();
        (await connect.Payouts.RecordAsync(run, 1, isPaid: true, "FT1")).Refusal.ShouldBeOfType<PayoutAlreadyDecided>();
        await connect.Market.CheckAsync();

        // The gateway's own message says that there is something to look up at once; else it is looked up when it must know.
        if (isSilent)
            connect.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await connect.RoundAsync();

        (await connect.PayoutAsync()).State.ShouldBe(PayoutState.Paid);
        connect.Asked(ConnectMarket.Send).ShouldBe(1);
        connect.Stripe.Books.Transfers.ShouldHaveSingleItem();
        await connect.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_never_arrived_is_asked_for_again_under_the_same_key_only_when_the_gateway_must_know(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        await OnItsWayAsync(connect);
        connect.Stripe.Faults.Next(ConnectMarket.Send, Fault.DropBefore);
        await connect.RoundAsync();
        connect.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await connect.RoundAsync();
        connect.Asked(ConnectMarket.Send).ShouldBe(1);
        (await connect.PayoutAsync()).Transfer.ShouldBe(TransferState.Uncertain);

        connect.Market.Clock.Advance(TimeSpan.FromMinutes(2));
        await connect.RoundAsync();
        await connect.RoundAsync();
        (await connect.PayoutAsync()).State.ShouldBe(PayoutState.Paid);
        connect.Stripe.Books.Requests.Where(r => $"{r.Method} {r.Path}" == ConnectMarket.Send).Select(r => r.IdempotencyKey).Distinct().ShouldHaveSingleItem();
        connect.Stripe.Books.Transfers.ShouldHaveSingleItem();
        await connect.AgreesAsync();
    }

    /// <summary>A 500 that is kept under the key is answered again and again: after three calls of which the gateway knows nothing people decide anew.</summary>
    [Theory, EveryDatabase]
    internal async Task What_the_gateway_never_does_is_called_off_and_reversed_line_by_line(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        await OnItsWayAsync(connect);
        var payout = await connect.PayoutAsync();
        connect.Stripe.Faults.Next(ConnectMarket.Send, Fault.ServerError);
        for (var i = 0; i < 8; i++)
        {
            await connect.RoundAsync();
            connect.Market.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        connect.Asked(ConnectMarket.Send).ShouldBe(Payout.MostCalls);
        var failed = await connect.PayoutAsync();
        (failed.State, failed.Reason).ShouldBe((PayoutState.Failed, Payout.NeverArrived));
        (await connect.Market.BalanceAsync(LedgerAccount.Payable, payout.Cooperative)).ShouldBe(-payout.Amount.Minor);
        connect.Market.Post.Letters.ShouldContain(l => l.Text.Contains(Payout.NeverArrived));
        await connect.AgreesAsync();
        await connect.Payouts.SendAsync();
        await connect.RoundAsync();
        connect.Stripe.Books.Transfers.ShouldHaveSingleItem();
        await connect.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_the_gateway_refuses_is_reversed_as_a_payout_that_the_bank_refuses(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        await OnItsWayAsync(connect);
        connect.Stripe.Faults.Next(ConnectMarket.Send, Fault.TooManyRequests);
        await connect.RoundAsync();
        (await connect.PayoutAsync()).Transfer.ShouldBe(TransferState.Waiting);
        await connect.Stripe.ChangeAccountAsync(connect.Stripe.Books.Accounts[0].Id, active: false);
        connect.Stripe.Webhooks.SendToNobody();

        await connect.RoundAsync();

        var failed = await connect.PayoutAsync();
        (failed.State, failed.Reason).ShouldBe((PayoutState.Failed, "insufficient_capabilities_for_transfer"));
        var entries = await connect.Market.RowsAsync<JournalEntry>();
        var lines = (await connect.Market.RowsAsync<EntryLine>()).ToLookup(l => l.Entry, l => (l.Account, l.Cooperative, l.Amount.Minor));
        lines[entries.Single(e => e.Kind == EntryKind.PayoutFailed).Id].ShouldBe(lines[entries.Single(e => e.Kind == EntryKind.Payout).Id].Select(l => (l.Account, l.Cooperative, -l.Minor)), ignoreOrder: true);
        connect.Stripe.Books.Transfers.ShouldBeEmpty();
        await connect.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Of_four_nodes_one_asks(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        await OnItsWayAsync(connect);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => connect.Market.RoundAsync<SendPayoutTransfers>())));
        await connect.Market.DeliverAsync();

        connect.Asked(ConnectMarket.Send).ShouldBe(1);
        (await connect.PayoutAsync()).State.ShouldBe(PayoutState.Paid);
        await connect.AgreesAsync();
    }

    /// <summary>The broken twin: looks what is on its way, and then asks, under a key of its own.</summary>
    [Theory, EveryDatabase]
    internal async Task Nodes_that_look_and_then_ask_transfer_it_again_and_again(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        await OnItsWayAsync(connect);
        var payout = await connect.PayoutAsync();
        var all = new TaskCompletionSource();
        var waiting = 3;

        await Task.WhenAll(Enumerable.Range(0, waiting).Select(_ => Task.Run(() => connect.Market.InDbAsync(async db =>
        {
            (await db.Set<Payout>().AnyAsync(p => p.Id == payout.Id && p.State == PayoutState.OnTheWay)).ShouldBeTrue();
            if (Interlocked.Decrement(ref waiting) == 0)
                all.SetResult();
            await all.Task;
            return await connect.Market.WithAsync<StripeConnect, ConnectAnswer>(s => s.TransferAsync(new(new(Guid.CreateVersion7()), payout.Connected, payout.Amount, payout.Text), default));
        }))));

        connect.Stripe.Books.Transfers.Sum(t => t.Amount).ShouldBe(3 * payout.Amount.Minor);
    }

    /// <summary>F2 and F3: it dies between the gateway's yes and its own commit.</summary>
    [Theory, EveryDatabase]
    internal async Task What_was_begun_and_never_recorded_is_found_and_not_transferred_again(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        await OnItsWayAsync(connect);
        connect.Stripe.Webhooks.SendToNobody();
        var begun = await connect.Market.SendAsync(new BeginPayoutTransfer.Command(Actor.Job("test"), (await connect.PayoutAsync()).Id));
        await connect.Market.WithAsync<StripeConnect, ConnectAnswer>(s => s.TransferAsync(begun.Value!, default));
        await connect.Market.CheckAsync();
        await connect.RoundAsync();
        (await connect.PayoutAsync()).Transfer.ShouldBe(TransferState.Asked);

        connect.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await connect.RoundAsync();

        (await connect.PayoutAsync()).State.ShouldBe(PayoutState.Paid);
        connect.Asked(ConnectMarket.Send).ShouldBe(1);
        await connect.AgreesAsync();
    }

    /// <summary>F22: the gateway forgets keys after a day; what a backup doesn't know of is found before it is asked for.</summary>
    [Fact]
    public async Task Books_that_forgot_a_transfer_find_it_and_never_make_it_again()
    {
        await using var connect = await ConnectMarket.OpenAsync();
        await OnItsWayAsync(connect);
        connect.Stripe.Webhooks.SendToNobody();
        var payout = await connect.PayoutAsync();
        await connect.Market.WithAsync<StripeConnect, ConnectAnswer>(s => s.TransferAsync(new(payout.Id, payout.Connected, payout.Amount, payout.Text), default));
        connect.Market.Clock.Advance(TimeSpan.FromDays(2));

        await connect.RoundAsync();

        (await connect.PayoutAsync()).State.ShouldBe(PayoutState.Paid);
        connect.Stripe.Books.Transfers.ShouldHaveSingleItem();
        await connect.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_the_market_does_not_hold_at_the_gateway_goes_by_the_bank_or_waits(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var (market, payouts) = (connect.Market, connect.Payouts);
        await connect.FillAsync(600_000);
        var (one, other) = (await connect.ConnectedAsync(), await connect.ConnectedAsync());
        await payouts.EarnAsync(one.Id);
        await payouts.EarnAsync(other.Id);

        var run = await payouts.SendAsync();
        (await payouts.PayoutsAsync()).Count(p => p.IsTransfer).ShouldBe(1, "there is enough for one");
        // The gateway pays out to the bank account before it is asked.
        var line = await market.SendAsync(new Features.Payments.RecordTransfer.Command(Actor.Job("test"), "FTOUT", "500.000", "STRIPE PAYOUT", DateOnly.FromDateTime(market.Clock.GetUtcNow().Date)));
        await market.DeliverAsync();
        (await market.SendAsync(new Features.Payments.ReceiveFromCards.Command(Actor.Job("test"), line.Value, "0"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        await connect.RoundAsync();

        var waits = (await payouts.PayoutsAsync()).Single(p => p.IsTransfer);
        waits.Transfer.ShouldBe(TransferState.Waiting);
        connect.Asked(ConnectMarket.Send).ShouldBe(0);
        (await market.SendAsync(new BeginPayoutTransfer.Command(Actor.Job("test"), waits.Id))).Refusal.ShouldBeOfType<GatewayHoldsTooLittle>();
        using (var office = await market.ClientFor(await market.EnrolAsync(payouts.FirstAdmin)))
            (await office.OpenAsync($"/admin/payouts/{run}/{waits.Position}")).QuerySelector("main")!.TextContent.ShouldContain("chờ tới khi đủ");

        // Called off, it is drafted for the bank.
        (await payouts.RecordAsync(run, waits.Position, isPaid: false, "Cần gấp")).IsDone.ShouldBeTrue();
        await market.CheckAsync();
        (await payouts.SheetAsync(await payouts.SendAsync())).Rows.ShouldHaveSingleItem().Connected.ShouldBeEmpty();
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task An_account_that_was_ended_is_not_paid_any_more(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        await connect.FillAsync();
        var coop = await connect.ConnectedAsync();
        await connect.Payouts.EarnAsync(coop.Id);
        var run = await connect.Payouts.DraftAsync();
        await EndAsync();
        (await connect.Payouts.ApproveAsync(run)).Refusal.ShouldBe(new PayoutNoLongerFits(1));
        (await connect.GoAsync(coop)).IsDone.ShouldBeTrue();
        (await connect.Payouts.ApproveAsync(run)).Refusal.ShouldBe(new PayoutNoLongerFits(1), "it is new again");
        connect.Market.Clock.Advance(PayoutDue.AccountWaits);
        (await connect.Payouts.ApproveAsync(run)).IsDone.ShouldBeTrue();

        await EndAsync();
        await connect.RoundAsync();

        var failed = await connect.PayoutAsync();
        (failed.State, failed.Reason).ShouldBe((PayoutState.Failed, Payout.NotConnected));
        connect.Stripe.Books.Transfers.ShouldBeEmpty();
        await connect.AgreesAsync();

        async Task EndAsync() => (await connect.Market.SendAsync(new EndConnected.Command(await connect.Market.ProvedAsync(coop.Manager), coop.Id))).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task Turned_off_it_begins_nothing_and_looks_up_what_was_begun()
    {
        await using var connect = await ConnectMarket.OpenAsync();
        await OnItsWayAsync(connect);
        connect.Stripe.Webhooks.SendToNobody();
        connect.Stripe.Faults.Next(ConnectMarket.Send, Fault.CutAfter);
        await connect.RoundAsync();
        var (coop, run) = (await connect.ConnectedAsync(), "");
        await connect.Payouts.EarnAsync(coop.Id);
        run = await connect.Payouts.SendAsync();
        connect.TurnOff();

        await connect.RoundAsync();

        (await connect.Payouts.PayoutsAsync()).Select(p => p.State).ShouldBe([PayoutState.Paid, PayoutState.OnTheWay], ignoreOrder: true);
        connect.Asked(ConnectMarket.Send).ShouldBe(1);
        (await connect.Payouts.RecordAsync(run, 1, isPaid: false, "Chợ không chuyển qua Stripe nữa")).IsDone.ShouldBeTrue();
        (await connect.Payouts.SheetAsync(await connect.Payouts.SendAsync())).Rows.ShouldHaveSingleItem().Connected.ShouldBeEmpty();
        await connect.AgreesAsync();
    }

    private static async Task<string> OnItsWayAsync(ConnectMarket connect)
    {
        await connect.FillAsync();
        await connect.Payouts.EarnAsync((await connect.ConnectedAsync()).Id);
        var run = await connect.Payouts.SendAsync();
        (await connect.PayoutAsync()).Transfer.ShouldBe(TransferState.Waiting);
        return run;
    }
}
