using CoopMarket.Domain.Income;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Income;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Settlement;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Income;

/// <summary>What a cooperative sells is shared by the rule that stood when it was sold, and the shares are what the ledger has for it.</summary>
public sealed class Income_is_shared
{
    [Theory, EveryDatabase]
    internal async Task Shares_are_frozen_at_sale_and_real_when_the_parcel_arrives(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        var order = await income.SellAsync(PaymentWay.BankTransfer, new Part(30_000, (100_000, 2)));
        var frozen = (await income.Market.RowsAsync<SaleShare>()).OrderBy(s => s.Number).ToList();
        // 200,000 less 6 %, less 2 × 5,000 costs and 2 × 20,000 for Xuân, leaves 138,000: a third each.
        frozen.Select(s => (s.Kind, s.Amount.Minor)).ShouldBe(
            [(ShareKind.Costs, 10_000), (ShareKind.Member, 86_000), (ShareKind.Member, 46_000), (ShareKind.Fund, 46_000), (ShareKind.Delivery, 30_000)]);
        (await income.Market.RowsAsync<IncomeEntry>()).ShouldBeEmpty();

        // Another rule from now on changes nothing of what was sold.
        income.Market.Clock.Advance(TimeSpan.FromMinutes(1));
        (await income.Market.SendAsync(new PauseMember.Command(income.First, income.Coop.Id, income.Xuan, Back: false))).IsDone.ShouldBeTrue();
        await income.ShareAsync(order.Parts[0].Lines[0].Product);
        await income.Market.DeliverPartAsync(order, order.Parts[0]);

        (await income.OwedAsync(income.Xuan)).ShouldBe(86_000);
        (await income.OwedAsync(income.Nga)).ShouldBe(46_000);
        (await income.Market.RowsAsync<IncomeEntry>()).Sum(e => e.Amount.Minor).ShouldBe(-await income.Market.BalanceAsync(LedgerAccount.Held, income.Coop.Id));
        await income.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_declined_was_never_earned_and_what_is_given_back_is_less_for_all(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        var order = await income.SellAsync(PaymentWay.BankTransfer, new Part(30_000, (100_000, 3)));
        var (part, line) = (order.Parts[0], order.Parts[0].Lines[0]);
        await income.Market.MoveAsync(order.Id, o => o.Decline(part.Id, line.Id, 1, "hết", income.Market.Clock.GetUtcNow()));
        await income.Market.DeliverPartAsync(order, part);
        (await income.OwedAsync(income.Xuan)).ShouldBe(86_000);
        (await income.PayAsync("86.000")).IsDone.ShouldBeTrue();

        // Half of what arrived goes back after she was paid: a minus on her next page.
        await income.Market.MoveAsync(order.Id, o => o.Refund(part.Id, [new(new(Guid.NewGuid()), line.Id, Money.Dong(100_000))], "vỡ", income.Market.Clock.GetUtcNow()));

        (await income.OwedAsync(income.Xuan)).ShouldBe(-43_000);
        (await income.OwedAsync(income.Nga)).ShouldBe(23_000);
        (await income.BookedAsync(ShareKind.Delivery)).ShouldBe(30_000);
        (await income.Market.RowsAsync<IncomeEntry>()).Where(e => e.Payment is null).Sum(e => e.Amount.Minor).ShouldBe(-await income.Market.BalanceAsync(LedgerAccount.Held, income.Coop.Id));
        await income.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_is_lost_after_all_is_taken_back_whole_and_what_came_back_untaken_leaves_the_way_there(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        var lost = await income.SellAsync(PaymentWay.BankTransfer, new Part(30_000, (100_000, 1)));
        var (market, part, now) = (income.Market, lost.Parts[0], income.Market.Clock.GetUtcNow());
        await market.MoveAsync(lost.Id, o => o.Accept(part.Id, now));
        await market.MoveAsync(lost.Id, o => o.Ship(part.Id, Carrier.Other, "", now));
        await market.MoveAsync(lost.Id, o => o.Deliver(part.Id, Witness.Cooperative, now));
        (await income.OwedAsync(income.Xuan)).ShouldBe(43_000);
        (await market.MoveAsync(lost.Id, o => o.Miss(part.Id, now))).IsDone.ShouldBeTrue();
        (await market.MoveAsync(lost.Id, o => o.Lose(part.Id, Witness.Admin, now))).IsDone.ShouldBeTrue();
        (await income.OwedAsync(income.Xuan)).ShouldBe(0);
        (await market.RowsAsync<IncomeEntry>()).Sum(e => e.Amount.Minor).ShouldBe(0);

        var untaken = await income.SellAsync(PaymentWay.BankTransfer, new Part(30_000, (100_000, 1)));
        await market.DeliverPartQuietlyAsync(untaken, untaken.Parts[0], refused: true);
        (await market.RowsAsync<IncomeEntry>()).Sum(e => e.Amount.Minor).ShouldBe(30_000);
        (await income.BookedAsync(ShareKind.Delivery)).ShouldBe(30_000);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_message_that_comes_twice_or_late_books_nothing_twice(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        var order = await income.ArriveAsync();
        await income.Market.MoveAsync(order.Id, o => o.Refund(order.Parts[0].Id, [new(new(Guid.NewGuid()), order.Parts[0].Lines[0].Id, Money.Dong(50_000))], "vỡ", income.Market.Clock.GetUtcNow()));
        var before = (await income.Market.RowsAsync<IncomeEntry>()).Count;

        await income.Market.InDbAsync(db => db.Set<OutboxRow>().Where(r => r.Subscriber.StartsWith("income.")).ExecuteUpdateAsync(s => s.SetProperty(r => r.State, OutboxState.Pending)));
        await income.Market.DeliverAsync();

        (await income.Market.RowsAsync<IncomeEntry>()).Count.ShouldBe(before);
        await income.Market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Whatever_happens_to_orders_the_shares_are_what_the_ledger_has(DatabaseProvider provider)
    {
        var parts = Gen.Select(Gen.Long[0, 60_000], Gen.Select(Gen.Long[1_000, 399_999], Gen.Int[1, 4]).Array[1, 3], (delivery, lines) => new Part(delivery, lines));
        await Gen.Select(parts, Gen.Bool, Gen.Select(Gen.Int[0, 6], Gen.Int[0, 99]).Array[10]).Array[provider == DatabaseProvider.Sqlite ? 8 : 4].SampleAsync(
            async runs =>
            {
                await using var income = await IncomeMarket.OpenAsync(provider);
                foreach (var (part, inCash, steps) in runs)
                    await PlayAsync(income, await income.SellAsync(inCash ? PaymentWay.CashOnDelivery : PaymentWay.BankTransfer, part), steps);
            },
            iter: 1, threads: 1);
    }

    private static async Task PlayAsync(IncomeMarket income, Order order, (int Step, int Turn)[] steps)
    {
        var market = income.Market;
        foreach (var (step, turn) in steps)
        {
            var part = order.Parts[0];
            var line = part.Lines[turn % part.Lines.Count];
            var now = market.Clock.GetUtcNow();
            switch (step)
            {
                case 0:
                    await market.MoveAsync(order.Id, o => o.Decline(part.Id, line.Id, 1, "hết", now));
                    break;
                case 1:
                    await market.DeliverPartQuietlyAsync(order, part, turn % 5 == 0);
                    break;
                case 2:
                    await income.PayAsync((1_000 + (turn * 1_000)).ToString(System.Globalization.CultureInfo.InvariantCulture), isAdvance: turn % 2 == 0);
                    break;
                case 3:
                    market.Clock.Advance(TimeSpan.FromDays(3));
                    await market.RoundAsync<ReleaseHolds>();
                    break;
                case 4 when turn % 3 == 0:
                    await market.MoveAsync(order.Id, o => o.Miss(part.Id, now));
                    await market.MoveAsync(order.Id, o => o.Lose(part.Id, Witness.Admin, now));
                    break;
                default:
                    var amount = Money.Dong(1 + (part.Goods.Minor * turn / 90));
                    await market.MoveAsync(order.Id, o => o.Refund(part.Id, [new(new(Guid.NewGuid()), turn % 3 == 0 ? null : line.Id, amount)], "vỡ", now));
                    break;
            }

            await market.CheckAsync();
        }
    }

    [Theory, EveryDatabase]
    internal async Task A_cooperative_without_a_rule_keeps_no_book(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(0, (50_000, 1)));
        await market.PayAsync(order);
        await market.DeliverPartAsync(order, order.Parts[0]);
        (await market.RowsAsync<SharedSale>()).ShouldBeEmpty();
        (await market.RowsAsync<IncomeEntry>()).ShouldBeEmpty();
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task The_check_finds_a_share_that_was_never_booked_and_a_payment_booked_for_nobody(DatabaseProvider provider)
    {
        await using var income = await IncomeMarket.OpenAsync(provider);
        await income.ArriveAsync();
        await income.PayAsync("1.000");
        await income.Market.CheckAsync();
        await income.Market.InDbAsync(db => db.Set<MemberPayment>().ExecuteUpdateAsync(s => s.SetProperty(p => p.State, MemberPaymentState.Withdrawn)));
        (await WrongAsync(income)).ShouldContain(l => l.StartsWith("income's shares"));
        await income.Market.InDbAsync(db => db.Set<MemberPayment>().ExecuteUpdateAsync(s => s.SetProperty(p => p.State, MemberPaymentState.Waiting)));
        (await WrongAsync(income)).ShouldNotContain(l => l.StartsWith("income's shares"));
        var order = await income.SellAsync(PaymentWay.BankTransfer, new Part(0, (70_000, 1)));
        await income.Market.InDbAsync(db => db.Set<SellerOrder>().Where(p => p.Id == order.Parts[0].Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, SellerOrderState.Delivered)));
        (await WrongAsync(income)).ShouldContain(l => l.StartsWith("income's shares"));
    }

    private static async Task<IEnumerable<string>> WrongAsync(IncomeMarket income)
        => (await income.Market.WithAsync<Pipeline.Check, IReadOnlyList<Pipeline.CheckLine>>(c => c.RunAsync(default))).Where(l => !l.Holds).Select(l => l.Name);
}

/// <summary>Moves that may be refused.</summary>
internal static class Quietly
{
    public static async Task DeliverPartQuietlyAsync(this Market market, Order order, SellerOrder part, bool refused)
    {
        var now = market.Clock.GetUtcNow();
        await market.MoveAsync(order.Id, o => o.Accept(part.Id, now));
        await market.MoveAsync(order.Id, o => o.Ship(part.Id, Carrier.Other, "", now));
        await market.MoveAsync(order.Id, o => refused ? o.RefuseAtDoor(part.Id, [], now) : o.Deliver(part.Id, Witness.Buyer, now));
    }
}
