using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Payments;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>Row 56 where the bank's feed and its files call one movement by two names, and row 57 where two movements look like one.</summary>
public sealed class Two_sources_tell_of_one_movement
{
    private static readonly Actor Admin = Actor.Job("test");

    [Theory, EveryDatabase]
    internal async Task Half_an_order_told_twice_by_two_names_does_not_pay_it(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(975_000);
        await market.ReceiveAsync(487_500, code, reference: "FT26000000210");
        var file = StatementFile.Of(("5078 - 00210", 487_500, $"MBVCB.1.{code}.CT tu"));

        var id = await UploadAsync(market, file);
        (await market.SendAsync(new StatementPreview.Query(Admin, id)))!.Known.ShouldBe(1);
        await TakeInAsync(market, id);

        (await market.RowsAsync<MoneyIn>()).ShouldHaveSingleItem().State.ShouldBe(MoneyInState.Short);
        (await market.PaymentOfAsync(order)).Paid.Minor.ShouldBe(487_500);
        using var office = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        (await office.OpenAsync("/admin/payments/lines/" + (await market.RowsAsync<MoneyIn>())[0].Id)).QuerySelector("main")!.TextContent.ShouldContain("5078 - 00210");

        // The other half, the same day: the feed tells it, and a file of the whole day has both.
        await market.ReceiveAsync(487_500, code, reference: "FT26000000333");
        await TakeInAsync(market, await UploadAsync(market, StatementFile.Of(("5078 - 00210", 487_500, code), ("5078 - 00333", 487_500, code))));
        (await market.PaymentOfAsync(order)).State.ShouldBe(PaymentState.Paid);
        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(2);
        (await market.RowsAsync<RefundDue>()).ShouldBeEmpty();
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(975_000);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_reference_that_the_bank_gives_again_on_another_day_swallows_nothing(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var ((first, code), (second, other)) = (await market.AwaitAsync(200_000), await market.AwaitAsync(200_000));
        await TakeInAsync(market, await UploadAsync(market, StatementFile.Of(("5078 - 00210", 200_000, code))));
        await TakeInAsync(market, await UploadAsync(market, StatementFile.On("28/11/2026", ("5078 - 00210", 200_000, other))));

        (await market.PaymentOfAsync(first)).State.ShouldBe(PaymentState.Paid);
        // One amount, one reference, two days: a person looks, and nothing is lost meanwhile.
        var line = (await market.RowsAsync<MoneyIn>()).Single(m => m.State == MoneyInState.Unknown);
        line.IsDoubtful.ShouldBeTrue();
        (await market.SendAsync(new AssignMoney.Command(Admin, line.Id, other))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.PaymentOfAsync(second)).State.ShouldBe(PaymentState.Paid);

        // Another amount of another day under the same number is no riddle.
        var (third, last) = await market.AwaitAsync(90_000);
        await TakeInAsync(market, await UploadAsync(market, StatementFile.On("29/11/2026", ("5078 - 00210", 90_000, last))));
        (await market.PaymentOfAsync(third)).State.ShouldBe(PaymentState.Paid);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task Where_it_is_not_certain_an_admin_says_that_the_two_are_one_and_the_books_follow(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(300_000);
        using (var client = market.CreateClient())
            (await client.TellAsync(PaymentsFactory.Body(300_000, code, reference: "FT1", after: 5_000_000))).EnsureSuccessStatusCode();
        await market.DeliverAsync();
        await TakeInAsync(market, await UploadAsync(market, StatementFile.Of(("5078 - 1", 300_000, code))));
        var line = (await market.RowsAsync<MoneyIn>()).Single(m => m.Reference == "5078 - 1");
        (line.State, line.IsDoubtful).ShouldBe((MoneyInState.Unknown, true));
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(600_000);

        using var office = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        var page = $"/admin/payments/lines/{line.Id}";
        using (var nothing = await office.PostFormAsync(page, [], "form[action*=Same]"))
            (await Browser.ParseAsync(nothing)).QuerySelector(".errors")!.TextContent.ShouldContain("chọn dòng");
        var same = (await office.OpenAsync(page)).QuerySelector("main form[action*=Same] input[type=radio]")!.GetAttribute("value")!;
        using (var said = await office.PostFormAsync(page, [("Form.Same", same)], "form[action*=Same]"))
            said.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        await market.DeliverAsync();

        (await market.RowsAsync<MoneyIn>()).Single(m => m.Id == line.Id).ShouldSatisfyAllConditions(m => m.State.ShouldBe(MoneyInState.ToldTwice), m => m.SameAs.ToString().ShouldBe(same));
        (await market.BalanceAsync(LedgerAccount.Bank)).ShouldBe(300_000);
        (await market.PaymentOfAsync(order)).Paid.Minor.ShouldBe(300_000);
        (await market.SendAsync(new SameMoney.Command(Admin, line.Id, line.SameAs))).IsDone.ShouldBeFalse("it is decided");
        (await office.OpenAsync(page)).QuerySelector("main")!.TextContent.ShouldContain("Là một với dòng");
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task An_admin_who_types_what_the_feed_told_by_another_name_is_told_so_and_may_say_that_it_is_another(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (order, code) = await market.AwaitAsync(385_000);
        await market.ReceiveAsync(385_000, code, reference: "FT1");
        RecordTransfer.Command typed = new(Admin, "5078-1", "385000", code, new(2026, 11, 23));

        (await market.SendAsync(typed)).Refusal.ShouldBeOfType<TransferKnown>();
        (await market.RowsAsync<FurtherTelling>()).ShouldBeEmpty();
        (await market.SendAsync(typed with { IsAnother = true })).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Reason.ShouldBe(RefundReason.Second);
        (await market.SendAsync(typed with { IsAnother = true })).Refusal.ShouldBeOfType<TransferKnown>("its own reference is taken");
        (await market.PaymentOfAsync(order)).Paid.Minor.ShouldBe(385_000);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task An_admin_who_types_one_movement_twice_is_asked_before_it_counts_twice(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        market.Clock.Advance(TimeSpan.FromDays(3));
        var ((order, code), (_, other)) = (await market.AwaitAsync(385_000), await market.AwaitAsync(385_000));
        RecordTransfer.Command typed = new(Admin, "FT1", "385000", code, new(2026, 11, 23));
        var first = (await market.SendAsync(typed)).Value;

        foreach (var again in new[] { typed with { Reference = "FT2" }, typed with { Reference = "FT2", Day = new(2026, 11, 25) }, typed with { Reference = "FT2", Text = "chi Pang tra tien" } })
            (await market.SendAsync(again)).Refusal.ShouldBeOfType<TransferAlike>().Movement.ShouldBe(first);
        (await market.RowsAsync<MoneyIn>()).ShouldHaveSingleItem();
        foreach (var another in new[] { typed with { Reference = "FT3", Text = other }, typed with { Reference = "FT4", Text = "chi Pang", Day = new(2026, 11, 25) }, typed with { Reference = "FT5", Amount = "385001" } })
            (await market.SendAsync(another)).IsDone.ShouldBeTrue("another order, another day, another amount");

        using var office = await market.ClientFor(await market.EnrolAsync(await market.PersonAsync(isAdmin: true)));
        (string, string)[] fields = [("Form.Reference", "FT2"), ("Form.Amount", "385.000"), ("Form.Text", code), ("Form.Day", "2026-11-23")];
        (await office.OpenAsync("/admin/payments/record")).QuerySelector("[name='Form.IsAnother']").ShouldBeNull("nobody ticks it by the way");
        var asked = await Browser.ParseAsync(await office.PostFormAsync("/admin/payments/record", fields));
        asked.QuerySelector("#alike a")!.GetAttribute("href").ShouldBe("/admin/payments/lines/" + first);
        asked.QuerySelector("[name='Form.IsAnother']").ShouldNotBeNull();
        (await office.PostFormAsync("/admin/payments/record", [.. fields, ("Form.IsAnother", "true")])).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        await market.DeliverAsync();
        (await market.PaymentOfAsync(order)).Paid.Minor.ShouldBe(385_000);
        (await market.RowsAsync<RefundDue>()).Select(r => r.Reason).ShouldContain(RefundReason.Second);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task A_feed_and_a_file_that_tell_at_the_same_moment_see_each_other(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        for (var i = 0; i < 10; i++)
        {
            var (_, code) = await market.AwaitAsync(385_000);
            await Task.WhenAll(Both(code, i).Select(c => Task.Run(() => market.SendAsync(c))));
        }

        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(10);
        (await market.RowsAsync<FurtherTelling>()).Count.ShouldBe(10);
    }

    /// <summary>The broken twin: both look before either stores, and their names are two.</summary>
    [Theory, EveryDatabase]
    internal async Task A_feed_and_a_file_that_do_not_see_each_other_would_count_it_twice(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var (_, code) = await market.AwaitAsync(385_000);

        await using var twin = BrokenTwin.Heedless(market);
        await twin.RaceAsync(Both(code, 0));

        (await market.RowsAsync<MoneyIn>()).Count.ShouldBe(2);
    }

    private static MediatR.IRequest<Outcome>[] Both(string code, int turn)
        => [.. new[] { MoneySource.SePay, MoneySource.Statement }.Select(source => new StoreBankLine.Command(
            Admin, new(source, $"{source} {turn}", "VCB", $"{source} {turn}", new(385_000, code, TransferDirection.In, PaymentsFactory.Account), new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero))))];

    private static async Task<StatementId> UploadAsync(Market market, byte[] file) => (await market.SendAsync(new UploadStatement.Command(Admin, "sao-ke.csv", file))).Value;

    private static async Task TakeInAsync(Market market, StatementId statement)
    {
        (await market.SendAsync(new ImportStatement.Command(Admin, statement))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
    }
}
