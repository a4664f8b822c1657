using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Settlement.Payouts;

/// <summary>Rows 42 and 43: what a cooperative gives back of what arrived comes from its share, whatever became of it, and is never more than was paid.</summary>
public sealed class Money_is_given_back
{
    private const int AtOnce = 12;
    private const string All = RefundSellerOrder.Everything;

    [Theory, EveryDatabase]
    internal async Task From_what_is_held_from_what_is_ready_and_after_a_payout_from_the_next(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        var coop = await payouts.CooperativeAsync();
        var order = await SoldAsync(market, coop, goods: 500_000, delivery: 30_000);

        // Held: 10.000 of the goods, and the fee of 600 on them.
        (await GiveAsync(market, coop, order, order.Parts[0].Lines[0].Id.ToString(), "10.000")).ShouldBe(Money.Dong(10_000));
        await StandsAsync(held: 530_000 - 30_000 - 10_000 + 600, payable: 0);
        market.Clock.Advance(Hold.After);
        await market.RoundAsync<ReleaseHolds>();
        (await GiveAsync(market, coop, order, RefundSellerOrder.Delivery, "5.000")).ShouldBe(Money.Dong(5_000));
        await StandsAsync(held: 0, payable: 490_600 - 5_000);
        await payouts.RecordAsync(await payouts.SendAsync(), null, isPaid: true, "FT1");

        // The rest, after it was paid out: a debt.
        (await GiveAsync(market, coop, order, All, "")).ShouldBe(Money.Dong(530_000 - 15_000));
        await StandsAsync(held: 0, payable: -(515_000 - 29_400));
        market.Clock.Advance(TimeSpan.FromDays(1));
        (await market.SendAsync(new DraftPayouts.Command(await payouts.FirstAsync()))).Refusal.ShouldBeOfType<NothingToPayOut>();
        var earned = await payouts.EarnAsync(coop.Id, goods: 1_000_000);
        await payouts.SendAsync();
        (await payouts.PayoutsAsync()).OrderBy(p => p.Amount.Minor).Select(p => p.Amount.Minor).ShouldBe([earned - 485_600, 485_600]);
        (await market.RowsAsync<RefundDue>()).Where(r => r.Reason == RefundReason.Granted).Sum(r => r.Amount.Minor).ShouldBe(530_000);

        async Task StandsAsync(long held, long payable)
        {
            (-await market.BalanceAsync(LedgerAccount.Held, coop.Id)).ShouldBe(held);
            (-await market.BalanceAsync(LedgerAccount.Payable, coop.Id)).ShouldBe(payable);
            await market.CheckAsync();
        }
    }

    [Theory, EveryDatabase]
    internal async Task The_buyer_reads_why_and_the_cooperative_finds_it_in_its_statement(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        var coop = await payouts.CooperativeAsync();
        var order = await SoldAsync(market, coop, 500_000, 30_000);
        await GiveAsync(market, coop, order, All, "53.000");

        var letter = market.Post.Letters.Last(l => l.To == "pang@thu.test");
        letter.Text.ShouldContain("53.000");
        letter.Text.ShouldContain("Một hũ bị vỡ");
        var month = VietnamDay.Of(market.Clock.GetUtcNow());
        var statement = (await market.SendAsync(new Statement.Query(Actor.Job("test"), coop.Id, new(month.Year, month.Month, 1))))!;
        // Of 53.000, spread over 500.000 of goods and 30.000 of delivery, 50.000 are goods.
        statement.Rows.Single(r => r.Kind == EntryKind.RefundGranted).ShouldSatisfyAllConditions(
            r => r.Back.ShouldBe(Money.Dong(53_000)), r => r.Fee.ShouldBe(Money.Dong(-3_000)), r => r.Amount.ShouldBe(Money.Dong(-50_000)), r => r.Text.ShouldBe(order.Code));
    }

    [Theory, EveryDatabase]
    internal async Task Cash_what_has_not_arrived_and_what_is_too_much_are_refused(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        var coop = await payouts.CooperativeAsync();
        var order = await SoldAsync(market, coop, 500_000, 30_000);
        (await TryAsync(market, coop, order, All, "530.001")).Refusal.ShouldBe(new MoreThanPaid(530_000));
        (await TryAsync(market, coop, order, RefundSellerOrder.Delivery, "30.001")).Refusal.ShouldBe(new MoreThanPaid(30_000));
        (await TryAsync(market, coop, order, Guid.NewGuid().ToString(), "")).Refusal.ShouldBeOfType<NotFound>();
        (await TryAsync(market, coop, order, All, "mười nghìn")).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Amount");

        var cash = await market.PlaceAsync(PaymentWay.CashOnDelivery, new Part(30_000, (500_000, 1)) { Of = coop.Id });
        await market.DeliverPartAsync(cash, cash.Parts[0]);
        (await TryAsync(market, coop, cash, All, "")).Refusal.ShouldBeOfType<PaidInCash>();
        var underWay = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (500_000, 1)) { Of = coop.Id });
        await market.PayAsync(underWay);
        (await TryAsync(market, coop, underWay, All, "")).Refusal.ShouldBeOfType<WrongStep>();
        (await market.RowsAsync<RefundDue>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task Twelve_who_give_three_fifths_back_at_once_give_it_once(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        var coop = await payouts.CooperativeAsync();
        var order = await SoldAsync(market, coop, 500_000, 0);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => TryAsync(market, coop, order, All, "300.000"))));
        await market.DeliverAsync();

        outcomes.Count(o => o.IsDone).ShouldBe(1);
        outcomes.Where(o => !o.IsDone).ShouldAllBe(o => o.Refusal!.Equals(new MoreThanPaid(200_000)));
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Amount.ShouldBe(Money.Dong(300_000));
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task While_its_share_becomes_payable_it_is_taken_from_where_the_share_is(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        var coop = await payouts.CooperativeAsync();
        List<Order> orders = [];
        for (var i = 0; i < 6; i++)
            orders.Add(await SoldAsync(market, coop, 500_000, 0));
        market.Clock.Advance(Hold.After);
        await using var node = market.WithWebHostBuilder(_ => { });

        await Task.WhenAll(
            Task.Run(() => market.RoundAsync<ReleaseHolds>()),
            Task.Run(async () =>
            {
                foreach (var order in orders)
                    await SendAsync(node.Services, Command(coop, order, All, "100.000"));
                await Market.DeliverAsync(node.Services);
            }));
        await market.DeliverAsync();
        await market.RoundAsync<ReleaseHolds>();

        (await market.BalanceAsync(LedgerAccount.Held, coop.Id)).ShouldBe(0);
        (-await market.BalanceAsync(LedgerAccount.Payable, coop.Id)).ShouldBe(6 * (400_000 - 24_000));
        await market.CheckAsync();
    }

    /// <summary>The broken twin: reads, then writes, and no count of the order's moves tells that another did so too.</summary>
    [Theory, EveryDatabase]
    internal async Task A_refund_that_does_not_count_the_moves_gives_more_than_was_paid(DatabaseProvider provider)
    {
        await using var payouts = await PayoutMarket.OpenAsync(provider);
        var market = payouts.Market;
        var coop = await payouts.CooperativeAsync();
        var order = await SoldAsync(market, coop, 500_000, 0);
        var scopes = Enumerable.Range(0, 3).Select(_ => market.Services.CreateAsyncScope()).ToList();
        List<(MarketDb Db, Order Order)> read = [];
        foreach (var scope in scopes)
        {
            var db = scope.ServiceProvider.GetRequiredService<MarketDb>();
            read.Add((db, await db.Set<Order>().SingleAsync(o => o.Id == order.Id)));
        }

        foreach (var (db, mine) in read)
        {
            mine.Refund(mine.Parts[0].Id, [new(new(Guid.NewGuid()), mine.Parts[0].Lines[0].Id, Money.Dong(300_000))], "vỡ", market.Clock.GetUtcNow()).IsDone.ShouldBeTrue();
            db.Entry(mine).State = EntityState.Unchanged;
            await db.SaveChangesAsync();
        }

        foreach (var scope in scopes)
            await scope.DisposeAsync();
        (await market.RowsAsync<PartRefund>()).Sum(r => r.Amount.Minor).ShouldBe(900_000);
    }

    // Delivered, and not yet three days ago.
    private static async Task<Order> SoldAsync(Market market, SellingCoop coop, long goods, long delivery)
    {
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(delivery, (goods, 1)) { Of = coop.Id });
        await market.PayAsync(order);
        await market.DeliverPartAsync(order, order.Parts[0]);
        return order;
    }

    private static async Task<Money> GiveAsync(Market market, SellingCoop coop, Order order, string what, string amount)
    {
        var outcome = await TryAsync(market, coop, order, what, amount);
        await market.DeliverAsync();
        return outcome.Value;
    }

    private static Task<Outcome<Money>> TryAsync(Market market, SellingCoop coop, Order order, string what, string amount) => market.SendAsync(Command(coop, order, what, amount));

    private static RefundSellerOrder.Command Command(SellingCoop coop, Order order, string what, string amount)
        => new(Actor.Of(coop.Manager, ""), coop.Id, order.Parts[0].Id, what, amount, "Một hũ bị vỡ");

    private static async Task<TAnswer> SendAsync<TAnswer>(IServiceProvider node, MediatR.IRequest<TAnswer> request)
    {
        await using var scope = node.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(request);
    }
}
