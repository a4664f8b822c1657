using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>The buyer says whither, the admin scans, and the bank's own line says that it is done.</summary>
public sealed class Money_goes_back_by_bank
{
    private static readonly Actor Job = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task From_the_buyers_account_to_the_statement_nobody_types_an_amount(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, secret) = await OweAsync(market);
        var due = (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem();
        using var buyer = Visitor.Of(market);
        await buyer.OpenAsync($"/orders/{order.Code}?s={secret}");
        (await buyer.OpenAsync("/orders/" + order.Code)).Page.ShouldContain($"/orders/{order.Code}/account");

        await buyer.OpenAsync($"/orders/{order.Code}/account");
        await buyer.SubmitAsync($"/orders/{order.Code}/account", ("Form.Bin", "970405"), ("Form.Number", "12"), ("Form.Holder", ""));
        buyer.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        buyer.Field("Form.Number").ShouldBe("12");
        buyer.Page.ShouldContain("Bạn ghi tên chủ tài khoản");
        buyer.Page.ShouldNotContain("Chị");
        await buyer.SubmitAsync($"/orders/{order.Code}/account", ("Form.Bin", "970405"), ("Form.Number", "7900 2051 2345 6"), ("Form.Holder", "Nguyễn Thị Hạnh"));
        buyer.Location.ShouldBe("/orders/" + order.Code);
        (await buyer.OpenAsync("/orders/" + order.Code)).Page.ShouldContain("Agribank ···3456");

        using var office = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        var page = (await office.OpenAsync("/admin/payments/refunds/" + due.Id)).QuerySelector("main")!;
        foreach (var said in new[] { "7900205123456", "NGUYEN THI HANH", due.Code })
            page.TextContent.ShouldContain(said);
        page.QuerySelector("figure.qr svg").ShouldNotBeNull();

        await market.ReceiveAsync(due.Left.Minor, $"MBVCB.123 {due.Code.ToLowerInvariant()} tra lai", type: "out", reference: "OUT7");
        (await market.RowsAsync<RefundDue>()).Single().ShouldSatisfyAllConditions(r => r.State.ShouldBe(RefundState.Sent), r => r.Reference.ShouldBe("OUT7"));
        (await market.SendAsync(new PaymentQueue.Query(Job))).ToDecide.ShouldBeEmpty();
        (await market.BalanceAsync(LedgerAccount.RefundsDue)).ShouldBe(0);
        (await buyer.OpenAsync("/orders/" + order.Code)).Page.ShouldNotContain("···3456");
        await buyer.OpenAsync($"/orders/{order.Code}/account");
        buyer.Location.ShouldBe("/orders/" + order.Code);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task To_an_account_outside_Vietnam_it_is_told_by_its_IBAN_and_has_no_VietQR(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, secret) = await OweAsync(market);
        var due = (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem();
        using var buyer = Visitor.Of(market);
        await buyer.OpenAsync($"/orders/{order.Code}?s={secret}");

        await buyer.OpenAsync($"/orders/{order.Code}/account");
        await buyer.SubmitAsync($"/orders/{order.Code}/account", ("Form.Bin", "IBAN"), ("Form.Number", "FR76 3000 6000 0112 3456 7890 188"), ("Form.Holder", "Claire Martin"));
        buyer.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        buyer.Field("Form.Number").ShouldBe("FR76 3000 6000 0112 3456 7890 188");
        await buyer.SubmitAsync($"/orders/{order.Code}/account", ("Form.Bin", "IBAN"), ("Form.Number", "fr76 3000 6000 0112 3456 7890 189"), ("Form.Holder", "Claire Martin"));
        (await buyer.OpenAsync("/orders/" + order.Code)).Page.ShouldContain("IBAN ···0189");

        using var office = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        var page = (await office.OpenAsync("/admin/payments/refunds/" + due.Id)).QuerySelector("main")!;
        foreach (var said in new[] { "FR7630006000011234567890189", "CLAIRE MARTIN", due.Code })
            page.TextContent.ShouldContain(said);
        page.QuerySelector("figure.qr").ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task A_line_that_names_it_and_does_not_fit_is_an_admins_to_decide(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        await OweAsync(market);
        await OweAsync(market);
        var dues = await market.RowsAsync<RefundDue>();
        var (one, other) = (dues[0], dues[1]);

        await market.ReceiveAsync(one.Left.Minor - 1, one.Code, type: "out", reference: "OUT1");
        await market.ReceiveAsync(one.Left.Minor, $"{one.Code} {other.Code}", type: "out", reference: "OUT2");
        await market.ReceiveAsync(one.Left.Minor, "tra lai", type: "out", reference: "OUT3");
        (await market.RowsAsync<RefundDue>()).ShouldAllBe(r => r.IsOpen);
        await market.ReceiveAsync(one.Left.Minor, one.Code, type: "out", reference: "OUT4");
        // Sent once more by mistake: the second stays to be seen.
        await market.ReceiveAsync(one.Left.Minor, one.Code, type: "out", reference: "OUT5");
        (await market.SendAsync(new PayRefund.Command(Job, other.Id, "OUT6"))).IsDone.ShouldBeTrue();
        // Its reference was written down for another amount; the code in its text tells nothing then.
        await market.ReceiveAsync(77, one.Code, type: "out", reference: "OUT6");

        (await market.RowsAsync<RefundDue>()).Single(r => r.Id == one.Id).Reference.ShouldBe("OUT4");
        (await market.SendAsync(new PaymentQueue.Query(Job))).ToDecide.Select(l => l.Reference).ShouldBe(["OUT1", "OUT2", "OUT3", "OUT5", "OUT6"], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    internal async Task One_that_was_written_down_under_a_wrong_reference_leaves_the_account_once(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        await OweAsync(market);
        await OweAsync(market);
        var dues = await market.RowsAsync<RefundDue>();
        foreach (var due in dues)
            (await market.SendAsync(new PayRefund.Command(Job, due.Id, "WRONG" + due.Code))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        var bank = await market.BalanceAsync(LedgerAccount.Bank);

        // The bank's own line is known by the refund's code; a second one of the same code left the account once more.
        await market.ReceiveAsync(dues[0].Left.Minor, dues[0].Code, type: "out", reference: "OUT1");
        await market.ReceiveAsync(dues[0].Left.Minor, dues[0].Code, type: "out", reference: "OUT2");
        var lines = (await market.RowsAsync<MoneyIn>()).Where(m => m.Direction == TransferDirection.Out).ToDictionary(m => m.Reference);
        (lines["OUT1"].State, lines["OUT1"].Refund).ShouldBe((MoneyInState.Resolved, dues[0].Id));
        lines["OUT2"].State.ShouldBe(MoneyInState.Outgoing);
        (await market.SendAsync(new ExplainMoney.Command(Job, lines["OUT2"].Id, "chuyển nhầm"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(bank - dues[0].Left.Minor);
        await market.CheckAsync();
    }

    /// <summary>Sent twice by mistake, and both lines stand in one statement: the second left the account once more.</summary>
    [Theory, EveryDatabase]
    internal async Task One_statement_that_shows_it_twice_settles_it_once_and_counts_pieces_together(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, _) = await market.AwaitAsync(20_000_000);
        await market.InDbAsync(async db =>
        {
            for (var i = 0; i < 3; i++)
                db.Add(RefundDue.OfSale(new(Guid.CreateVersion7()), RefundReason.Granted, order, new(Guid.NewGuid()), MoneyPlace.Bank, Money.Dong(2_400_000), market.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        var dues = await market.RowsAsync<RefundDue>();
        var file = StatementFile.Of(("FT0", 20_000_000, "von"), ("FT1", -2_400_000, dues[0].Code), ("FT2", -2_400_000, dues[0].Code), ("FT3", -2_400_000, dues[1].Code), ("FT4", -2_400_000, dues[2].Code));
        var id = (await market.SendAsync(new UploadStatement.Command(Job, "sao-ke.csv", file))).Value;

        (await market.SendAsync(new ImportStatement.Command(Job, id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.RowsAsync<MoneyIn>()).Where(m => m.Direction == TransferDirection.Out).ToDictionary(m => m.Reference, m => m.Refund).ShouldBe(
            new Dictionary<string, RefundDueId?> { ["FT1"] = dues[0].Id, ["FT2"] = null, ["FT3"] = dues[1].Id, ["FT4"] = null }, ignoreOrder: true);
        (await market.RowsAsync<RefundDue>()).Single(d => d.IsOpen).Id.ShouldBe(dues[2].Id, "the third takes two people");
    }

    /// <summary>Row 42: what goes back of one order in pieces takes two people as what goes back in one.</summary>
    [Theory, EveryDatabase]
    internal async Task In_pieces_one_person_sends_back_no_more_than_in_one(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, _) = await market.AwaitAsync(20_000_000);
        await market.InDbAsync(async db =>
        {
            for (var i = 0; i < 3; i++)
                db.Add(RefundDue.OfSale(new(Guid.CreateVersion7()), RefundReason.Granted, order, new(Guid.NewGuid()), MoneyPlace.Bank, Money.Dong(2_400_000), market.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        var dues = await market.RowsAsync<RefundDue>();

        var answers = await Task.WhenAll(dues.Select(d => Task.Run(() => market.SendAsync(new PayRefund.Command(Job, d.Id, "OUT" + d.Code)))));

        answers.Count(a => a.IsDone).ShouldBe(2, "4,800,000 of 5,000,000");
        answers.Single(a => !a.IsDone).Refusal.ShouldBe(new RefundNeedsTwo(5_000_000));
        var last = (await market.RowsAsync<RefundDue>()).Single(d => d.IsOpen);
        (await market.SendAsync(new PaymentQueue.Query(Job))).Owed.ShouldHaveSingleItem().What.ShouldBe("two");
        (await market.SendAsync(new RefundCase.Query(Job, last.Id)))!.Lacks.Item1.ShouldBe(2);
        for (var i = 0; i < 2; i++)
            (await market.SendAsync(new AgreeToRefund.Command(await market.ProvedAsync(await market.PersonAsync(isAdmin: true)), last.Id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new PayRefund.Command(Job, last.Id, "OUT9"))).IsDone.ShouldBeTrue();
    }

    /// <summary>The broken twin: each looks what went back before, and none sees the others.</summary>
    [Theory, EveryDatabase]
    internal async Task Pieces_that_do_not_see_each_other_would_all_go(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, _) = await market.AwaitAsync(20_000_000);
        await market.InDbAsync(async db =>
        {
            for (var i = 0; i < 3; i++)
                db.Add(RefundDue.OfSale(new(Guid.CreateVersion7()), RefundReason.Granted, order, new(Guid.NewGuid()), MoneyPlace.Bank, Money.Dong(2_400_000), market.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });

        await using var twin = BrokenTwin.Heedless(market);
        await twin.RaceAsync([.. (await market.RowsAsync<RefundDue>()).Select(d => new PayRefund.Command(Job, d.Id, "OUT" + d.Code))]);

        (await market.RowsAsync<RefundDue>()).ShouldAllBe(d => !d.IsOpen);
    }

    [Theory, EveryDatabase]
    internal async Task Another_account_takes_the_two_people_anew(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, secret) = await OweAsync(market, price: 6_000_000);
        (await TellAsync(market, order.Code, secret)).IsDone.ShouldBeTrue();
        var due = (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem();
        for (var i = 0; i < 2; i++)
            (await market.SendAsync(new AgreeToRefund.Command(await market.ProvedAsync(await market.PersonAsync(isAdmin: true)), due.Id))).IsDone.ShouldBeTrue();

        (await TellAsync(market, order.Code, secret)).IsDone.ShouldBeTrue();
        (await market.RowsAsync<RefundDue>()).Single().SecondedBy.ShouldNotBeNull("it is the same account");
        (await market.SendAsync(new TellRefundAccount.Command(OrdersFactory.Guest, order.Code, secret, "970405", "7900205999999", "Kẻ Khác"))).IsDone.ShouldBeTrue();

        (await market.RowsAsync<RefundDue>()).Single().ShouldSatisfyAllConditions(d => d.AgreedBy.ShouldBeNull(), d => d.SecondedBy.ShouldBeNull());
        (await market.SendAsync(new PayRefund.Command(Job, due.Id, "OUT1"))).Refusal.ShouldBeOfType<RefundNeedsTwo>();
    }

    [Theory, EveryDatabase]
    internal async Task A_large_one_is_not_done_by_the_statement_before_two_have_agreed(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        await OweAsync(market, price: 6_000_000);
        var due = (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem();
        await market.ReceiveAsync(due.Left.Minor, due.Code, type: "out", reference: "OUT1");
        (await market.RowsAsync<RefundDue>()).Single().IsOpen.ShouldBeTrue();

        for (var i = 0; i < 2; i++)
            (await market.SendAsync(new AgreeToRefund.Command(await market.ProvedAsync(await market.PersonAsync(isAdmin: true)), due.Id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new PayRefund.Command(Job, due.Id, "OUT1"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new PaymentQueue.Query(Job))).ToDecide.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task An_account_is_asked_for_only_where_money_goes_and_forgotten_afterwards(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var garlic = await market.LiveProductAsync();
        var (unpaid, itsSecret) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 1));
        (await TellAsync(market, unpaid.Code, itsSecret)).Refusal.ShouldBeOfType<NothingGoesBack>();

        var (order, secret) = await OweAsync(market);
        (await TellAsync(market, order.Code, secret)).IsDone.ShouldBeTrue();
        (await TellAsync(market, order.Code, secret)).IsDone.ShouldBeTrue();
        market.Clock.Advance(TimeSpan.FromDays(91));
        await market.RoundAsync<ForgetRefundAccountsDaily>();
        (await market.RowsAsync<RefundAccount>()).ShouldHaveSingleItem("it is still needed");
        (await market.SendAsync(new PayRefund.Command(Job, (await market.RowsAsync<RefundDue>()).Single().Id, "OUT1"))).IsDone.ShouldBeTrue();
        market.Clock.Advance(TimeSpan.FromDays(89));
        await market.RoundAsync<ForgetRefundAccountsDaily>();
        (await market.RowsAsync<RefundAccount>()).ShouldHaveSingleItem();
        market.Clock.Advance(TimeSpan.FromDays(2));
        await market.RoundAsync<ForgetRefundAccountsDaily>();
        (await market.RowsAsync<RefundAccount>()).ShouldBeEmpty();
    }

    /// <summary>Her order's link opens the page: whoever else has it could send her money to himself, and she must hear of it.</summary>
    [Theory, EveryDatabase]
    internal async Task She_is_written_to_whenever_another_account_is_told_and_never_with_its_number(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var (order, secret) = await OweAsync(market);
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE orders_orders SET to_email = 'hanh@thu.test' WHERE code = {0}", order.Code));
        for (var i = 0; i < 2; i++)
            (await TellAsync(market, order.Code, secret)).IsDone.ShouldBeTrue();
        (await market.SendAsync(new TellRefundAccount.Command(OrdersFactory.Guest, order.Code, secret, "970436", "1012345678", "Kẻ Khác"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        var hers = market.Post.Letters.Where(l => l.Subject.StartsWith("Tiền hoàn của đơn", StringComparison.Ordinal)).ToList();
        hers.Count.ShouldBe(2, "the same account once more is nothing new");
        hers.ShouldAllBe(l => l.To == "hanh@thu.test");
        hers.Count(l => l.Html.Contains("đuôi 3456", StringComparison.Ordinal)).ShouldBe(1);
        hers.Single(l => l.Html.Contains("đuôi 5678", StringComparison.Ordinal)).Html.ShouldSatisfyAllConditions(
            h => h.ShouldContain("Vietcombank"), h => h.ShouldNotContain("1012345678"), h => h.ShouldContain($"/orders/{order.Code}"));
    }

    private static Task<Outcome> TellAsync(Market market, string code, string secret)
        => market.SendAsync(new TellRefundAccount.Command(OrdersFactory.Guest, code, secret, "970405", "7900205123456", "Nguyễn Thị Hạnh"));

    // Paid twice: the second goes back.
    private static async Task<(Order Order, string Secret)> OweAsync(Market market, long price = 100_000)
    {
        var product = await market.LiveProductAsync(price: price);
        var (order, secret) = await market.OrderAsync(PaymentWay.BankTransfer, (product.Variant, 1));
        for (var i = 0; i < 2; i++)
            await market.ReceiveAsync(order.Total.Minor, order.Code);
        return (order, secret);
    }
}
