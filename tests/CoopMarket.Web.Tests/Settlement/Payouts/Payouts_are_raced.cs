using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Settlement.Payouts;

/// <summary>T2, rows 45 and 83, F3 and F20: whoever does the same at once, on whichever node, and wherever it breaks off: each cooperative is paid once.</summary>
public sealed class Payouts_are_raced
{
    private const int AtOnce = 12;

    [Theory, EveryDatabase]
    internal async Task Twelve_who_draft_at_once_get_one_payout_for_each_cooperative(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var admin = await payouts.FirstAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => payouts.Market.SendAsync(new DraftPayouts.Command(admin)))));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusal is NothingToPayOut);
        (await payouts.PayoutsAsync()).Count.ShouldBe(2);
        await payouts.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Twelve_who_approve_at_once_on_two_nodes_book_each_payout_once(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.DraftAsync();
        var seal = (await payouts.SheetAsync(run)).Seal;
        List<Actor> admins = [];
        for (var i = 0; i < AtOnce; i++)
            admins.Add(await market.ProvedAsync(await market.PersonAsync($"Quản trị {i}", isAdmin: true)));
        await using var node = market.WithWebHostBuilder(_ => { });

        var outcomes = await Task.WhenAll(admins.Select((a, i) => Task.Run(() => SendAsync(i % 2 == 0 ? market.Services : node.Services, new ApprovePayouts.Command(a, run, seal)))));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusal is PayoutAlreadyDecided || o.Refusal is ChangedMeanwhile);
        (await payouts.EntriesAsync(EntryKind.Payout)).ShouldBe(2);
        await market.CheckAsync();
    }

    /// <summary>The broken twin: no version of the run and no index of sources tells that another approved it too.</summary>
    [Theory, EveryDatabase]
    internal async Task An_approval_that_reads_and_then_writes_books_each_payout_twice(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var code = await payouts.DraftAsync();
        var second = (await payouts.SecondAsync()).Me;
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("DROP INDEX ix_settlement_entries_kind_source"));
        var scopes = Enumerable.Range(0, 2).Select(_ => market.Services.CreateAsyncScope()).ToList();

        foreach (var scope in scopes)
        {
            var runs = scope.ServiceProvider.GetRequiredService<PayoutRuns>();
            var run = (await runs.FindAsync(code, default))!;
            var dues = await scope.ServiceProvider.GetRequiredService<PayoutDues>().OfAsync(run.Payouts.Select(p => p.Cooperative), default);
            run.Approve(second, run.Seal(), dues, market.Clock.GetUtcNow()).IsDone.ShouldBeTrue();
            await runs.BookAsync(EntryKind.Payout, run.Payouts, default);
        }

        foreach (var scope in scopes)
        {
            var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
            foreach (var run in db.ChangeTracker.Entries<PayoutRun>().ToList())
                run.State = EntityState.Unchanged;
            await db.SaveChangesAsync();
            await scope.DisposeAsync();
        }

        (await payouts.EntriesAsync(EntryKind.Payout)).ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task Paid_and_failed_at_once_end_in_one_of_the_two(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.SendAsync();
        var admin = await payouts.FirstAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => Task.Run(() => payouts.Market.SendAsync(
            new RecordPayoutResult.Command(admin, run, 1, IsPaid: i % 2 == 0, "FT1", "sai số")))));

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        (await payouts.EntriesAsync(EntryKind.PayoutPaid) + await payouts.EntriesAsync(EntryKind.PayoutFailed)).ShouldBe(1);
        await payouts.Market.CheckAsync();
    }

    /// <summary>The broken twin: no version of the run tells that another has written down what became of it.</summary>
    [Theory, EveryDatabase]
    internal async Task A_result_that_reads_and_then_writes_books_a_payout_as_paid_and_as_failed(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var code = await payouts.SendAsync();
        var (admin, now) = ((await payouts.FirstAsync()).Me, market.Clock.GetUtcNow());
        await using var one = market.Services.CreateAsyncScope();
        await using var other = market.Services.CreateAsyncScope();
        var (mine, hers) = (await FindAsync(one), await FindAsync(other));

        mine.RecordPaid(1, "FT1", admin, now, out var paid).IsDone.ShouldBeTrue();
        await one.ServiceProvider.GetRequiredService<PayoutRuns>().BookAsync(EntryKind.PayoutPaid, paid, default);
        hers.RecordFailed(1, "sai số", admin, now).IsDone.ShouldBeTrue();
        await other.ServiceProvider.GetRequiredService<PayoutRuns>().BookAsync(EntryKind.PayoutFailed, hers.Payouts, default);
        await SaveAsync(one);
        await SaveAsync(other);

        (await payouts.EntriesAsync(EntryKind.PayoutPaid) + await payouts.EntriesAsync(EntryKind.PayoutFailed)).ShouldBe(2);

        async Task<PayoutRun> FindAsync(AsyncServiceScope scope) => (await scope.ServiceProvider.GetRequiredService<PayoutRuns>().FindAsync(code, default))!;

        async Task SaveAsync(AsyncServiceScope scope)
        {
            var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
            foreach (var run in db.ChangeTracker.Entries<PayoutRun>().ToList())
                run.State = EntityState.Unchanged;
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Row 45: a refund that is granted while a payout is approved lessens it or becomes a debt; the cooperative ends with what is its own.</summary>
    [Theory, EveryDatabase]
    internal async Task A_refund_under_way_while_a_payout_is_approved_is_taken_from_it_or_owed(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        List<(SellingCoop Coop, Order Order)> sold = [];
        for (var i = 0; i < 4; i++)
        {
            var coop = await payouts.CooperativeAsync();
            var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(0, (500_000, 1)) { Of = coop.Id });
            await market.PayAsync(order);
            await market.DeliverPartAsync(order, order.Parts[0]);
            sold.Add((coop, order));
        }

        market.Clock.Advance(Hold.After);
        await market.RoundAsync<ReleaseHolds>();
        var run = await payouts.DraftAsync();
        var approval = new ApprovePayouts.Command(await payouts.SecondAsync(), run, (await payouts.SheetAsync(run)).Seal);
        await using var node = market.WithWebHostBuilder(_ => { });

        var approved = Task.Run(() => market.SendAsync(approval));
        var granted = Task.Run(async () =>
        {
            foreach (var (coop, order) in sold)
            {
                (await SendAsync(node.Services, new RefundSellerOrder.Command(Actor.Of(coop.Manager, ""), coop.Id, order.Parts[0].Id, RefundSellerOrder.Everything, "100.000", "vỡ"))).IsDone.ShouldBeTrue();
                await Market.DeliverAsync(node.Services);
            }
        });
        await granted;
        var paid = (await approved).IsDone ? 470_000 : 0;
        await market.DeliverAsync();

        foreach (var (coop, _) in sold)
            (-await market.BalanceAsync(LedgerAccount.Payable, coop.Id)).ShouldBe(400_000 - 24_000 - paid);
        (await payouts.EntriesAsync(EntryKind.Payout)).ShouldBe(paid > 0 ? 4 : 0);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Leaving_out_and_approving_at_once_never_pay_what_was_left_out(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.DraftAsync();
        var seal = (await payouts.SheetAsync(run)).Seal;
        var (first, second) = (await payouts.FirstAsync(), await payouts.SecondAsync());

        var approved = Task.Run(() => payouts.Market.SendAsync(new ApprovePayouts.Command(second, run, seal)));
        var left = Task.Run(() => payouts.Market.SendAsync(new LeaveOutPayouts.Command(first, run, 1)));

        ((await approved).IsDone ^ (await left).IsDone).ShouldBeTrue();
        await payouts.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_run_that_breaks_off_before_it_is_committed_has_booked_nothing_and_what_was_sent_is_never_sent_again(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        for (var i = 0; i < 4; i++)
            await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        var run = await payouts.DraftAsync();

        // The process ends when two of four are booked, before the transaction ends.
        await using (var scope = market.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
            await using var broken = await db.Database.BeginTransactionAsync();
            var found = (await scope.ServiceProvider.GetRequiredService<PayoutRuns>().FindAsync(run, default))!;
            await scope.ServiceProvider.GetRequiredService<PayoutRuns>().BookAsync(EntryKind.Payout, found.Payouts.Take(2), default);
            await db.SaveChangesAsync();
        }

        (await payouts.EntriesAsync(EntryKind.Payout)).ShouldBe(0);
        (await payouts.ApproveAsync(run)).IsDone.ShouldBeTrue();
        // Two are known to be paid when the market starts anew; the other two stay in doubt, and nothing drafts them again.
        await payouts.RecordAsync(run, 1, isPaid: true, "FT1");
        await payouts.RecordAsync(run, 3, isPaid: true, "FT3");
        await using var anew = market.WithWebHostBuilder(_ => { });
        market.Clock.Advance(TimeSpan.FromDays(400));
        (await SendAsync(anew.Services, new DraftPayouts.Command(await payouts.FirstAsync()))).Refusal.ShouldBeOfType<NothingToPayOut>();
        (await payouts.PayoutsAsync()).Select(p => p.State).ShouldBe([PayoutState.Paid, PayoutState.OnTheWay, PayoutState.Paid, PayoutState.OnTheWay]);
        (await payouts.RecordAsync(run, null, isPaid: true, "FT24")).IsDone.ShouldBeTrue();
        (await payouts.EntriesAsync(EntryKind.PayoutPaid)).ShouldBe(4);
        await market.CheckAsync();
    }

    /// <summary>The broken twin: reads, then writes, and no index sees to it that a cooperative is in one open payout.</summary>
    [Theory, EveryDatabase]
    internal async Task A_draft_that_reads_and_then_writes_pays_twice(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        await payouts.EarnAsync((await payouts.CooperativeAsync()).Id);
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("DROP INDEX ix_settlement_payouts_cooperative"));
        var all = new TaskCompletionSource();
        var waiting = 3;

        await Task.WhenAll(Enumerable.Range(0, waiting).Select(_ => Task.Run(async () =>
        {
            await using var scope = market.Services.CreateAsyncScope();
            var (db, ids) = (scope.ServiceProvider.GetRequiredService<MarketDb>(), scope.ServiceProvider.GetRequiredService<Ids>());
            var dues = await scope.ServiceProvider.GetRequiredService<PayoutDues>().AllAsync(default);
            if (Interlocked.Decrement(ref waiting) == 0)
                all.SetResult();
            await all.Task;
            db.Add(PayoutRun.Draft(ids.New<PayoutRunId>(), PublicCode.From(ids.Random(5)), payouts.FirstAdmin, [.. dues.Values.Select(d => (ids.New<PayoutId>(), d))], market.Clock.Now()));
            await db.SaveChangesAsync();
        })));

        (await payouts.PayoutsAsync()).Count.ShouldBe(3);
        var lines = await market.WithAsync<Check, IReadOnlyList<CheckLine>>(check => check.RunAsync(default));
        lines.ShouldContain(l => l.Name.StartsWith("I7") && !l.Holds);
    }

    private static async Task<TAnswer> SendAsync<TAnswer>(IServiceProvider node, MediatR.IRequest<TAnswer> request)
    {
        await using var scope = node.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(request);
    }
}
