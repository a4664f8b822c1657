using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Payments;

public sealed class Admins_settle_what_is_open
{
    private static readonly Actor Job = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task A_transfer_written_down_by_hand_and_told_by_the_bank_counts_once(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(385_000);

        (await market.SendAsync(Typed("ft99", "385.000", code))).IsDone.ShouldBeTrue();
        (await market.PaymentOfAsync(order)).State.ShouldBe(PaymentState.Paid);

        await market.ReceiveAsync(385_000, code, reference: "FT99");
        (await market.SendAsync(Typed("FT99", "385000", code))).Refusal.ShouldBeOfType<TransferKnown>();
        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(1);
        (await market.RowsAsync<RefundDue>()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "1000", false)]
    [InlineData("FT1", "1,5", false)]
    [InlineData("FT1", "0", false)]
    [InlineData("FT1", "-5", false)]
    [InlineData("FT1", "1000", true)]
    internal async Task What_is_not_on_a_statement_is_not_written_down(string reference, string amount, bool tomorrow)
    {
        await using var market = await PaymentsFactory.OpenAsync(DatabaseProvider.Sqlite);
        var command = Typed(reference, amount, "x") with { Day = tomorrow ? new(2026, 11, 24) : new(2026, 11, 23) };

        (await market.SendAsync(command)).Kind.ShouldBe(OutcomeKind.Invalid);
        (await market.RowsAsync<MoneyIn>()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task Every_line_of_the_bank_has_a_page_that_says_what_became_of_it(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (_, code) = await market.AwaitAsync(385_000);
        await market.ReceiveAsync(385_000, code, reference: "FT1");
        await market.ReceiveAsync(385_000, code, reference: "FT2");
        await market.ReceiveAsync(10_000, "tien hang", reference: "FT3");
        using var office = await market.ClientFor(await market.PersonAsync("Chị Quản", isAdmin: true));

        var lines = (await market.RowsAsync<MoneyIn>()).ToDictionary(m => m.Reference, m => $"/admin/payments/lines/{m.Id}");
        (await office.OpenAsync(lines["FT1"])).QuerySelector($"main a[href='/admin/orders?q={code}']").ShouldNotBeNull();
        (await office.OpenAsync(lines["FT2"])).QuerySelector("main a[href^='/admin/payments/refunds/']").ShouldNotBeNull();
        (await office.OpenAsync(lines["FT3"])).QuerySelector("main form[action*=Assign]").ShouldNotBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task Money_without_a_code_is_given_to_the_order_that_its_sender_names(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(385_000);
        await market.ReceiveAsync(400_000, "tien toi den");
        var money = (await market.RowsAsync<MoneyIn>()).Single();

        (await market.SendAsync(new AssignMoney.Command(Job, money.Id, "CM00000000"))).Refusal.ShouldBeOfType<NoOrderOfThatCode>();
        (await market.SendAsync(new AssignMoney.Command(Job, money.Id, code.ToLowerInvariant()))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new AssignMoney.Command(Job, money.Id, code))).Refusal.ShouldBeOfType<MoneyAlreadyDecided>();
        (await market.SendAsync(new ReturnMoney.Command(Job, money.Id))).Refusal.ShouldBeOfType<MoneyAlreadyDecided>();

        (await market.PaymentOfAsync(order)).State.ShouldBe(PaymentState.Paid);
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Amount.ShouldBe(Money.Dong(15_000));
    }

    [Theory, EveryDatabase]
    internal async Task A_refund_is_marked_paid_once_with_a_reference_of_its_own(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (_, code) = await market.AwaitAsync(385_000);
        await market.ReceiveAsync(385_000, code);
        await market.ReceiveAsync(385_000, code);
        await market.ReceiveAsync(385_000, code);
        var dues = await market.RowsAsync<RefundDue>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => market.SendAsync(new PayRefund.Command(Job, dues[0].Id, $"FTX{i}"))));
        answers.Count(a => a.IsDone).ShouldBe(1);
        var used = (await market.RowsAsync<RefundDue>()).Single(r => !r.IsOpen).Reference;
        (await market.SendAsync(new PayRefund.Command(Job, dues[1].Id, used))).Refusal.ShouldBeOfType<ReferenceUsed>();
    }

    [Theory, EveryDatabase]
    internal async Task Two_admins_who_do_not_see_each_other_would_both_have_paid_it(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (_, code) = await market.AwaitAsync(385_000);
        await market.ReceiveAsync(385_000, code);
        await market.ReceiveAsync(385_000, code);
        var due = (await market.RowsAsync<RefundDue>()).Single().Id;

        await using var twin = BrokenTwin.Heedless(market);
        (await twin.RaceAsync(new PayRefund.Command(Job, due, "FTX0"), new PayRefund.Command(Job, due, "FTX1"))).ShouldAllBe(a => a.IsDone);
    }

    [Theory, EveryDatabase]
    internal async Task The_outgoing_line_of_a_refund_closes_by_itself_whichever_comes_first(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (_, code) = await market.AwaitAsync(385_000);
        await market.ReceiveAsync(385_000, code);
        await market.ReceiveAsync(385_000, code);
        await market.ReceiveAsync(100_000, code);
        var dues = (await market.RowsAsync<RefundDue>()).OrderByDescending(r => r.Amount.Minor).ToList();

        await market.ReceiveAsync(385_000, "tra lai", type: "out", reference: "OUT1");
        await market.SendAsync(new PayRefund.Command(Job, dues[0].Id, "out1"));
        await market.SendAsync(new PayRefund.Command(Job, dues[1].Id, "OUT2"));
        await market.ReceiveAsync(100_000, "tra lai", type: "out", reference: "OUT2");
        await market.ReceiveAsync(11_000, "phi ngan hang", type: "out", reference: "OUT3");

        var outgoing = (await market.RowsAsync<MoneyIn>()).Where(m => m.Direction == TransferDirection.Out).ToDictionary(m => m.Reference, m => m.State);
        outgoing.ShouldBe(new Dictionary<string, MoneyInState> { ["OUT1"] = MoneyInState.Resolved, ["OUT2"] = MoneyInState.Resolved, ["OUT3"] = MoneyInState.Outgoing }, ignoreOrder: true);
        var queue = await market.SendAsync(new PaymentQueue.Query(Job));
        queue.ToDecide.ShouldHaveSingleItem().Reference.ShouldBe("OUT3");
        queue.Owed.ShouldBeEmpty();
    }

    private static RecordTransfer.Command Typed(string reference, string amount, string text) => new(Job, reference, amount, text, new(2026, 11, 23));
}
