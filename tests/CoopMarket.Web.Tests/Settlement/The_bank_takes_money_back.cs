using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Settlement;

/// <summary>A transfer that had come in goes out again: an admin says which, and it is undone once.</summary>
public sealed class The_bank_takes_money_back
{
    private static readonly Actor Job = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task Before_anything_left_the_order_is_called_off_and_nobody_owes_anything(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (125_025, 1)), new Part(0, (90_000, 2)));
        await market.PayAsync(order);
        await market.MoveAsync(order.Id, o => o.Accept(order.Parts[0].Id, market.Clock.GetUtcNow()));

        (await market.TakeBackAsync((await market.RowsAsync<MoneyIn>()).Single())).IsDone.ShouldBeTrue();

        (await OrderAsync(market, order)).State.ShouldBe(OrderState.Cancelled);
        (await market.PaymentOfAsync(order.Id)).State.ShouldBe(PaymentState.TakenBack);
        foreach (var account in Enum.GetValues<LedgerAccount>())
            (await market.BalanceAsync(account)).ShouldBe(0, account.ToString());
        (await market.RowsAsync<RefundDue>()).ShouldAllBe(r => !r.IsOpen && r.Left.IsZero);
        (await market.RowsAsync<JournalEntry>()).Count(e => e.Kind == EntryKind.TakenBack).ShouldBe(1);
        await market.CheckAsync();
        var page = await ReadAsync(market, order, "");
        page.ShouldContain("The bank took back ₫335,025 of what you had paid");
        page.ShouldNotContain("You paid");
        market.Post.Letters.Count(l => l.Subject == $"Ngân hàng đã rút lại tiền của đơn {order.Code}" && l.Text.Contains("rút lại 335.025", StringComparison.Ordinal)).ShouldBe(1);
        page.ShouldNotContain($"/orders/{order.Code}/pay");
    }

    [Theory, EveryDatabase]
    internal async Task What_was_sent_stays_sold_and_its_buyer_owes_it_until_she_pays_again(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (100_000, 1)), new Part(0, (90_000, 2)));
        var (sent, kept) = (order.Parts[0], order.Parts[1]);
        await market.PayAsync(order);
        await market.MoveAsync(order.Id, o => o.Accept(sent.Id, market.Clock.GetUtcNow()));
        await market.MoveAsync(order.Id, o => o.Ship(sent.Id, Carrier.Other, "", market.Clock.GetUtcNow()));

        await market.TakeBackAsync((await market.RowsAsync<MoneyIn>()).Single());

        var parts = (await OrderAsync(market, order)).Parts;
        (parts.Single(p => p.Id == sent.Id).State, parts.Single(p => p.Id == kept.Id).State).ShouldBe((SellerOrderState.Shipped, SellerOrderState.Cancelled));
        (await market.BalanceAsync(LedgerAccount.Held, sent.Cooperative)).ShouldBe(-(130_000 - 6_000));
        (await market.BalanceAsync(LedgerAccount.Held, kept.Cooperative)).ShouldBe(0);
        (await market.BalanceAsync(LedgerAccount.OwedByBuyers)).ShouldBe(130_000);
        (await market.SendAsync(new PaymentQueue.Query(Job))).Missing.ShouldHaveSingleItem().ShouldBe(new(order.Code, Money.Dong(130_000)));
        (await ReadAsync(market, order, "")).ShouldContain("₫130,000 is missing for the goods that were sent to you");
        (await ReadAsync(market, order, "/pay")).ShouldContain("data-copy=\"130000\"");
        await market.CheckAsync();

        await market.ReceiveAsync(130_005, order.Code);

        (await market.RowsAsync<MoneyIn>()).Single(m => m.Amount.Minor == 130_005).State.ShouldBe(MoneyInState.Again);
        (await market.BalanceAsync(LedgerAccount.OwedByBuyers)).ShouldBe(0);
        var queue = await market.SendAsync(new PaymentQueue.Query(Job));
        queue.Missing.ShouldBeEmpty();
        queue.Owed.ShouldHaveSingleItem().Amount.ShouldBe(Money.Dong(5));
        (await ReadAsync(market, order, "")).ShouldNotContain("is missing");
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task What_was_owed_back_anyway_is_not_sent_a_second_time(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(0, (100_000, 2)));
        await market.PayAsync(order);
        await market.MoveAsync(order.Id, o => o.Decline(order.Parts[0].Id, order.Parts[0].Lines[0].Id, 1, "hết", market.Clock.GetUtcNow()));
        await market.ReceiveAsync(200_000, order.Code, reference: "TWICE");
        await market.ReceiveAsync(50_000, "tien la", reference: "STRAY");
        (await market.RowsAsync<RefundDue>()).Count(r => r.IsOpen).ShouldBe(2);

        await market.TakeBackAsync(await LineAsync(market, "TWICE"));
        await market.TakeBackAsync(await LineAsync(market, "STRAY"));

        (await market.RowsAsync<RefundDue>()).Single(r => r.IsOpen).Reason.ShouldBe(RefundReason.Declined);
        (await market.PaymentOfAsync(order.Id)).State.ShouldBe(PaymentState.Paid);
        (await OrderAsync(market, order)).State.ShouldBe(OrderState.Placed);
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(200_000);
        (await market.BalanceAsync(LedgerAccount.OwedByBuyers)).ShouldBe(0);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_part_of_what_is_awaited_is_awaited_again_and_of_what_ran_out_less_goes_back(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(0, (300_000, 1)));
        await market.ReceiveAsync(100_000, order.Code, reference: "A");
        await market.TakeBackAsync(await LineAsync(market, "A"));
        var awaited = await market.PaymentOfAsync(order.Id);
        (awaited.State, awaited.Open).ShouldBe((PaymentState.Awaiting, Money.Dong(300_000)));
        await market.CheckAsync();

        await market.ReceiveAsync(100_000, order.Code, reference: "B");
        await market.ReceiveAsync(50_000, order.Code, reference: "C");
        await market.CloseAsync(order.Id, AwaitedPaymentState.Expired);
        await market.DeliverAsync();
        await market.TakeBackAsync(await LineAsync(market, "B"));

        (await market.RowsAsync<RefundDue>()).Single(r => r.IsOpen).Left.ShouldBe(Money.Dong(50_000));
        (await market.BalanceAsync(LedgerAccount.RefundsDue)).ShouldBe(-50_000);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Only_a_whole_transfer_that_is_still_there_can_be_named(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        await market.PayAsync(await market.PlaceAsync(PaymentWay.BankTransfer, new Part(0, (100_000, 1))));
        await market.ReceiveAsync(70_000, "tien la", reference: "OTHER");
        var paid = (await market.RowsAsync<MoneyIn>()).Single(m => m.State == MoneyInState.Matched);
        (await market.SendAsync(new RecordTransfer.Command(Job, "out1", "100.000", "hoan tra", new(2026, 11, 23), TransferDirection.Out))).IsDone.ShouldBeTrue();
        var line = await LineAsync(market, "OUT1");

        (await market.SendAsync(new TakeBackMoney.Command(Job, line.Id, "NEVER"))).Refusal.ShouldBeOfType<NoTransferOfThatReference>();
        (await market.SendAsync(new TakeBackMoney.Command(Job, line.Id, "OTHER"))).Refusal.ShouldBe(new NotTheSameAmount(100_000, 70_000));
        (await market.SendAsync(new TakeBackMoney.Command(Job, paid.Id, paid.Reference))).Refusal.ShouldBeOfType<MoneyAlreadyDecided>();
        (await market.SendAsync(new TakeBackMoney.Command(Job, line.Id, paid.Reference.ToLowerInvariant()))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new TakeBackMoney.Command(Job, line.Id, "OTHER"))).Refusal.ShouldBeOfType<MoneyAlreadyDecided>();
        (await market.SendAsync(new ExplainMoney.Command(Job, line.Id, "phí"))).Refusal.ShouldBeOfType<MoneyAlreadyDecided>();
        (await market.RowsAsync<AuditRow>()).Count(a => a is { What: "Payments.TakeBackMoney", Result: AuditResult.Done } && a.About == line.Id.ToString()).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task Of_ten_lines_that_claim_the_same_transfer_one_takes_it_back(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        await market.PayAsync(await market.PlaceAsync(PaymentWay.BankTransfer, new Part(0, (100_000, 1))));
        var paid = (await market.RowsAsync<MoneyIn>()).Single();
        for (var i = 0; i < 10; i++)
            await market.ReceiveAsync(100_000, "hoan tra", type: "out", reference: "OUT" + i);
        var lines = (await market.RowsAsync<MoneyIn>()).Where(m => m.State == MoneyInState.Outgoing).ToList();

        var answers = await Task.WhenAll(lines.Select(l => market.SendAsync(new TakeBackMoney.Command(Job, l.Id, paid.Reference))));
        await market.DeliverAsync();

        answers.Count(a => a.IsDone).ShouldBe(1);
        (await market.RowsAsync<MoneyIn>()).Count(m => m.State == MoneyInState.Reversal).ShouldBe(1);
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(0);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Of_two_lines_that_do_not_see_each_other_both_would_take_it_back(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        await market.PayAsync(await market.PlaceAsync(PaymentWay.BankTransfer, new Part(0, (100_000, 1))));
        var paid = (await market.RowsAsync<MoneyIn>()).Single();
        for (var i = 0; i < 2; i++)
            await market.ReceiveAsync(100_000, "hoan tra", type: "out", reference: "OUT" + i);
        var lines = (await market.RowsAsync<MoneyIn>()).Where(m => m.State == MoneyInState.Outgoing).Select(l => new TakeBackMoney.Command(Job, l.Id, paid.Reference)).ToArray();

        await using var twin = await BrokenTwin.Heedless(market).WithoutAsync("ix_payments_money_in_reverses");
        (await twin.RaceAsync(lines)).ShouldAllBe(a => a.IsDone);
        await market.DeliverAsync();

        (await market.RowsAsync<MoneyIn>()).Count(m => m.State == MoneyInState.Reversal).ShouldBe(2);
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(-100_000);
    }

    [Theory, EveryDatabase]
    internal async Task The_stock_goes_back_on_the_shelf_and_the_desk_is_told_to_stop(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var garlic = await market.LiveProductAsync(onHand: 10);
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 4));
        await market.ReceiveAsync(order.Total.Minor, order.Code);
        (await market.SendAsync(new AcceptSellerOrder.Command(Job, garlic.Cooperative, order.Parts[0].Id))).IsDone.ShouldBeTrue();

        await market.TakeBackAsync((await market.RowsAsync<MoneyIn>()).Single());

        (await market.OnHandAsync(garlic.Variant)).ShouldBe(10);
        (await market.SendAsync(new PackSellerOrder.Command(Job, garlic.Cooperative, order.Parts[0].Id))).Refusal.ShouldBeOfType<WrongStep>();
        using var desk = await market.ClientFor(garlic.Manager);
        (await desk.OpenAsync($"/en/sell/orders/{order.Code}")).Body!.TextContent.ShouldContain("Please don’t send it");
        using var office = await market.ClientFor(await market.PersonAsync("Chị Quản", isAdmin: true));
        (await office.OpenAsync($"/en/admin/orders/{order.Code}")).Body!.TextContent.ShouldContain("Taken back by the bank");
        var line = (await market.RowsAsync<MoneyIn>()).Single(m => m.State == MoneyInState.Reversal);
        (await office.OpenAsync($"/en/admin/payments/lines/{line.Id}")).QuerySelector($"main a[href$='/admin/payments/lines/{line.Reverses}']").ShouldNotBeNull();
        await market.CheckAsync();
    }

    private static async Task<MoneyIn> LineAsync(Market market, string reference) => (await market.RowsAsync<MoneyIn>()).Single(m => m.Reference == reference);

    private static Task<Order> OrderAsync(Market market, Order order) => market.OrderAsync(order.Code);

    private static async Task<string> ReadAsync(Market market, Order order, string place)
    {
        using var client = market.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", $"__Host-cm-orders={order.Code}.{SettlementFactory.Secret}");
        return await client.GetStringAsync($"/en/orders/{order.Code}{place}");
    }
}
