using System.Globalization;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.FakeStripe;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Admin.Invariants;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TransferReversal = CoopMarket.Domain.Settlement.TransferReversal;

namespace CoopMarket.Web.Tests.Settlement.Connect;

/// <summary>T2: of a transfer never more is taken back than it was, whoever asks, whatever the gateway answers, and wherever it was done.</summary>
public sealed class Transfers_are_taken_back
{
    [Theory, EveryDatabase]
    internal async Task What_is_taken_back_is_the_cooperatives_again_and_lies_at_the_gateway(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var market = connect.Market;
        var (coop, run, share) = await connect.PaidAsync();
        var (admin, cards) = (await connect.Payouts.FirstAsync(), await market.BalanceAsync(LedgerAccount.Cards));

        (await connect.TakeBackAsync(admin, run, (share + 1).ToString(CultureInfo.InvariantCulture))).Refusal.ShouldBe(new MoreThanTransferred(share));
        (await connect.TakeBackAsync(admin, run, "0")).Kind.ShouldBe(OutcomeKind.Invalid);
        (await connect.TakeBackAsync(admin, run, "200.000")).IsDone.ShouldBeTrue();
        (await connect.TakeBackAsync(admin, run, (share - 200_000 + 1).ToString(CultureInfo.InvariantCulture))).Refusal.ShouldBe(new MoreThanTransferred(share - 200_000));
        await connect.RoundAsync();
        await connect.RoundAsync();

        var back = (await connect.ReversalsAsync()).ShouldHaveSingleItem();
        (back.State, back.Reference).ShouldBe((ReversalState.Done, connect.Stripe.Books.Reversals.ShouldHaveSingleItem().Id));
        (await market.BalanceAsync(LedgerAccount.Cards)).ShouldBe(cards + 200_000);
        (await market.BalanceAsync(LedgerAccount.Payable, coop.Id)).ShouldBe(-200_000);
        market.Post.Letters.ShouldContain(l => l.Text.Contains("Khách trả hàng"));
        var now = market.Clock.GetUtcNow().AddHours(7);
        var month = (await market.SendAsync(new Statement.Query(Actor.Of(coop.Manager, ""), coop.Id, new(now.Year, now.Month, 1))))!;
        month.Rows.Single(r => r.Kind == EntryKind.TransferReversed).Amount.ShouldBe(Money.Dong(200_000));
        month.Closing.ShouldBe(Money.Dong(200_000));
        var call = connect.Stripe.Books.Requests.Single(r => r.Method == "POST" && r.Path.EndsWith("/reversals", StringComparison.Ordinal));
        call.IdempotencyKey.ShouldBe(back.Id.ToString());
        call.Parameters.ShouldBe(new Dictionary<string, string> { ["amount"] = "200000", ["metadata[reversal]"] = back.Id.ToString() }, ignoreOrder: true);
        await connect.AgreesAsync();

        // The rest, and then nothing is left; what came back is paid out again.
        (await connect.TakeBackAsync(admin, run, (share - 200_000).ToString(CultureInfo.InvariantCulture))).IsDone.ShouldBeTrue();
        await connect.RoundAsync();
        (await connect.TakeBackAsync(admin, run, "1")).Refusal.ShouldBe(new MoreThanTransferred(0));
        await connect.AgreesAsync();
        await connect.Payouts.SendAsync();
        await connect.RoundAsync();
        connect.Stripe.Books.Transfers.Count.ShouldBe(2);
        await connect.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_large_amount_takes_two_people_also_in_small_bits(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        await connect.FillAsync(20_000_000);
        var coop = await connect.ConnectedAsync();
        await connect.Payouts.EarnAsync(coop.Id, goods: 12_000_000);
        var run = await connect.Payouts.SendAsync();
        await connect.RoundAsync();
        var (first, second) = (await connect.Payouts.FirstAsync(), await connect.Payouts.SecondAsync());
        (await connect.TakeBackAsync(first, run, "4.000.000")).IsDone.ShouldBeTrue();
        (await connect.TakeBackAsync(first, run, "1.000.001")).IsDone.ShouldBeTrue();
        await connect.RoundAsync();

        var waits = (await connect.ReversalsAsync()).Single(r => r.State == ReversalState.Proposed);
        connect.Stripe.Books.Reversals.Sum(r => r.Amount).ShouldBe(4_000_000);
        (await connect.Market.SendAsync(new AgreeToReversal.Command(first, waits.Id))).Refusal.ShouldBeOfType<ReversalNeedsAnother>();
        using (var office = await connect.Market.ClientFor(await connect.Market.EnrolAsync(connect.Payouts.FirstAdmin)))
            (await office.OpenAsync($"/admin/payouts/{run}/1/back")).QuerySelectorAll("form[action*=Agree]").ShouldBeEmpty();
        (await connect.Market.SendAsync(new AgreeToReversal.Command(second, waits.Id))).IsDone.ShouldBeTrue();
        (await connect.Market.SendAsync(new AgreeToReversal.Command(second, waits.Id))).Refusal.ShouldBeOfType<ReversalAlreadyDecided>();
        await connect.RoundAsync();
        connect.Stripe.Books.Reversals.Sum(r => r.Amount).ShouldBe(5_000_001);

        (await connect.TakeBackAsync(first, run, "2.000.000")).IsDone.ShouldBeTrue();
        (await connect.Market.SendAsync(new DropReversal.Command(first, (await connect.ReversalsAsync()).Single(r => r.State == ReversalState.Proposed).Id))).IsDone.ShouldBeTrue();
        await connect.RoundAsync();
        connect.Stripe.Books.Reversals.Sum(r => r.Amount).ShouldBe(5_000_001);
        await connect.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Twelve_at_once_never_take_back_more_than_was_transferred(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var (_, run, share) = await connect.PaidAsync();
        var admin = await connect.Payouts.FirstAsync();
        var third = (share / 3).ToString(CultureInfo.InvariantCulture);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => connect.TakeBackAsync(admin, run, third))));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => connect.Market.RoundAsync<SendReversals>())));
        await connect.RoundAsync();

        outcomes.Count(o => o.IsDone).ShouldBeInRange(1, 3);
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusal is MoreThanTransferred || o.Refusal is ChangedMeanwhile);
        connect.Stripe.Books.Reversals.Count.ShouldBe(outcomes.Count(o => o.IsDone));
        (await connect.Market.RowsAsync<JournalEntry>()).Count(e => e.Kind == EntryKind.TransferReversed).ShouldBe(outcomes.Count(o => o.IsDone));
        await connect.AgreesAsync();
    }

    /// <summary>The broken twin: each reads what is left, then writes down what it takes, and nobody waits for the other.</summary>
    [Theory, EveryDatabase]
    internal async Task Two_that_read_and_then_write_take_back_more_than_was_transferred(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var (_, code, share) = await connect.PaidAsync();
        var admin = (await connect.Payouts.FirstAsync()).Me;
        var scopes = Enumerable.Range(0, 2).Select(_ => connect.Market.Services.CreateAsyncScope()).ToList();
        foreach (var scope in scopes)
        {
            var run = (await scope.ServiceProvider.GetRequiredService<PayoutRuns>().FindAsync(code, default))!;
            run.ProposeReversal(1, new(Guid.CreateVersion7()), Money.Dong(share), "x", admin, Money.Dong(Money.Most), connect.Market.Clock.GetUtcNow()).IsDone.ShouldBeTrue();
        }

        foreach (var scope in scopes)
        {
            await scope.ServiceProvider.GetRequiredService<MarketDb>().SaveChangesAsync();
            await scope.DisposeAsync();
        }

        (await connect.ReversalsAsync()).Sum(r => r.Amount.Minor).ShouldBe(2 * share);
    }

    [Theory]
    [InlineData(Fault.CutAfter, true)]
    [InlineData(Fault.ServerErrorAfter, true)]
    [InlineData(Fault.Malformed, false)]
    public async Task What_was_taken_back_without_an_answer_is_found_and_booked_once(Fault fault, bool isSilent)
    {
        await using var connect = await ConnectMarket.OpenAsync();
        var (coop, run, _) = await connect.PaidAsync();
        if (isSilent)
            connect.Stripe.Webhooks.SendToNobody();
        (await connect.TakeBackAsync(await connect.Payouts.FirstAsync(), run, "100.000")).IsDone.ShouldBeTrue();
        connect.Stripe.Faults.Next(ConnectMarket.TakeBack, fault);
        await connect.RoundAsync();
        (await connect.ReversalsAsync()).ShouldHaveSingleItem().State.ShouldBe(ReversalState.Uncertain);

        if (isSilent)
            connect.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await connect.RoundAsync();
        await connect.RoundAsync();

        (await connect.ReversalsAsync()).ShouldHaveSingleItem().State.ShouldBe(ReversalState.Done);
        connect.Asked(ConnectMarket.TakeBack).ShouldBe(1);
        (await connect.Market.BalanceAsync(LedgerAccount.Payable, coop.Id)).ShouldBe(-100_000);
        await connect.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_never_arrived_is_asked_for_again_and_what_is_refused_can_be_asked_for_anew(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var (_, run, share) = await connect.PaidAsync();
        var admin = await connect.Payouts.FirstAsync();
        (await connect.TakeBackAsync(admin, run, "100.000")).IsDone.ShouldBeTrue();
        connect.Stripe.Faults.Next(ConnectMarket.TakeBack, Fault.DropBefore);
        await connect.RoundAsync();
        connect.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        await connect.RoundAsync();
        connect.Asked(ConnectMarket.TakeBack).ShouldBe(1);
        connect.Market.Clock.Advance(TimeSpan.FromMinutes(2));
        await connect.RoundAsync();
        await connect.RoundAsync();
        connect.Stripe.Books.Reversals.ShouldHaveSingleItem().Amount.ShouldBe(100_000);

        var all = (share - 100_000).ToString(CultureInfo.InvariantCulture);
        (await connect.TakeBackAsync(admin, run, all)).IsDone.ShouldBeTrue();
        connect.Stripe.Faults.Next(ConnectMarket.TakeBack, Fault.CardDeclined);
        await connect.RoundAsync();
        (await connect.ReversalsAsync()).Single(r => r.State == ReversalState.Refused).RefusedFor.ShouldBe("card_declined");
        (await connect.TakeBackAsync(admin, run, all)).IsDone.ShouldBeTrue();
        connect.Stripe.Faults.Next(ConnectMarket.TakeBack, Fault.TooManyRequests);
        await connect.RoundAsync();
        await connect.RoundAsync();
        connect.Stripe.Books.Reversals.Sum(r => r.Amount).ShouldBe(share);
        await connect.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_was_done_in_the_gateways_own_pages_is_written_down_in_whatever_order_it_is_told(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var (coop, run, _) = await connect.PaidAsync();
        var transfer = connect.Stripe.Books.Transfers[0].Id;
        connect.Stripe.Webhooks.Hold();
        (await connect.TakeBackAsync(await connect.Payouts.FirstAsync(), run, "50.000")).IsDone.ShouldBeTrue();
        await connect.Stripe.ReverseAsync(transfer, 10_000);
        await connect.RoundAsync();
        await connect.Stripe.ReverseAsync(transfer, 20_000);
        (await connect.ReversalsAsync()).Count(r => r.State == ReversalState.Done).ShouldBe(1);

        await connect.Stripe.Webhooks.ReleaseAsync(shuffleSeed: 3, copies: 2);
        await connect.RoundAsync();
        await connect.Stripe.Webhooks.RedeliverAsync([.. connect.Stripe.Books.Events.Where(e => e.Type == CardEvent.TransferReversed).Select(e => e.Id)]);
        await connect.RoundAsync();

        (await connect.ReversalsAsync()).Select(r => r.Amount.Minor).Order().ShouldBe([10_000, 20_000, 50_000]);
        (await connect.Market.BalanceAsync(LedgerAccount.Payable, coop.Id)).ShouldBe(-80_000);
        (await connect.Market.RowsAsync<CardEvent>()).ShouldNotContain(e => e.State == CardEventState.Odd);
        await connect.AgreesAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_nobody_of_the_market_asked_for_stands_among_what_does_not_fit(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        await connect.PaidAsync();
        var stranger = await connect.Stripe.TransferAsync(connect.Stripe.Books.Accounts[0].Id, 30_000);
        await connect.Stripe.ReverseAsync(stranger, 5_000);
        await connect.RoundAsync();

        var odd = (await connect.Market.RowsAsync<CardEvent>()).Where(e => e.State == CardEventState.Odd).ToList();
        odd.Select(e => e.Type).ShouldBe([CardEvent.TransferMade, CardEvent.TransferReversed], ignoreOrder: true);
        odd.ShouldAllBe(e => e.Session == stranger && e.Flaw == CardFlaw.Stranger);
        (await connect.ReversalsAsync()).ShouldBeEmpty();
        connect.Market.Clock.Advance(TimeSpan.FromHours(5));
        await CompareAsync(connect);
        (await AlertsAsync(connect)).ShouldHaveSingleItem().Detail.ShouldContain(stranger);
    }

    [Theory, EveryDatabase]
    internal async Task The_daily_comparison_explains_transfers_and_what_was_taken_back_both_ways(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var (_, run, _) = await connect.PaidAsync();
        (await connect.TakeBackAsync(await connect.Payouts.FirstAsync(), run, "70.000")).IsDone.ShouldBeTrue();
        await connect.RoundAsync();
        connect.Market.Clock.Advance(TimeSpan.FromHours(5));
        await CompareAsync(connect);
        (await AlertsAsync(connect)).ShouldBeEmpty();

        // One that is not the gateway's, and one whose amount differs.
        await connect.Market.InDbAsync(db => db.Set<Payout>().ExecuteUpdateAsync(s => s.SetProperty(p => p.Reference, "tr_of_nobody")));
        await connect.Market.InDbAsync(db => db.Set<TransferReversal>().ExecuteUpdateAsync(s => s.SetProperty(r => r.Amount.Minor, 70_001)));
        connect.Market.Clock.Advance(TimeSpan.FromDays(1));
        await CompareAsync(connect);
        var told = (await AlertsAsync(connect)).ShouldHaveSingleItem();
        foreach (var name in new[] { "tr_of_nobody", connect.Stripe.Books.Transfers[0].Id, connect.Stripe.Books.Reversals[0].Id })
            told.Detail.ShouldContain(name);
    }

    [Theory, EveryDatabase]
    internal async Task A_transfer_that_was_taken_back_too_far_is_found_by_the_check(DatabaseProvider provider)
    {
        await using var connect = await ConnectMarket.OpenAsync(provider);
        var (_, run, share) = await connect.PaidAsync();
        (await connect.TakeBackAsync(await connect.Payouts.FirstAsync(), run, "70.000")).IsDone.ShouldBeTrue();
        await connect.RoundAsync();
        await connect.Market.CheckAsync();
        await connect.Market.InDbAsync(db => db.Set<TransferReversal>().ExecuteUpdateAsync(s => s.SetProperty(r => r.Amount.Minor, share + 1)));
        var lines = await connect.Market.WithAsync<Check, IReadOnlyList<CheckLine>>(check => check.RunAsync(default));
        lines.Where(l => !l.Holds).Select(l => l.Name[..2]).ShouldBeSubsetOf(["I2", "I7", NothingDangles.Invariant[..2]]);
        lines.Count(l => !l.Holds && l.Name[0] == 'I').ShouldBe(2);
    }

    [Fact]
    public async Task What_it_takes_to_take_money_back_is_the_second_factor()
    {
        await using var connect = await ConnectMarket.OpenAsync();
        var (_, run, _) = await connect.PaidAsync();
        var stale = Actor.Of(connect.Payouts.FirstAdmin, "127.0.0.1", connect.Market.Clock.Now() - TimeSpan.FromMinutes(10));
        await Should.ThrowAsync<ProofNeededException>(() => connect.TakeBackAsync(stale, run, "1"));
        await Should.ThrowAsync<ProofNeededException>(() => connect.Market.SendAsync(new AgreeToReversal.Command(stale, default)));
        await Should.ThrowAsync<ProofNeededException>(() => connect.Market.SendAsync(new DropReversal.Command(stale, default)));
    }

    private static async Task CompareAsync(ConnectMarket connect)
    {
        await connect.Market.RoundAsync<CompareCards>();
        await connect.Market.DeliverAsync();
    }

    private static async Task<List<AlertRow>> AlertsAsync(ConnectMarket connect) => (await connect.Market.RowsAsync<AlertRow>()).FindAll(a => a.Kind == AlertKind.CardsDiffer);
}
