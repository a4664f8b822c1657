using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Admin;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Orders.Clocks;

public sealed class Returns_are_not_forgotten
{
    private static readonly TimeSpan AMoment = TimeSpan.FromMinutes(1);

    [Theory, EveryDatabase]
    internal async Task A_cooperative_that_has_not_answered_is_reminded_once_and_only_while_it_has_not(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var waits = await What_comes_back.SoldAsync(market, PaymentWay.BankTransfer, pieces: 1);
        var answered = await What_comes_back.SoldAsync(market, PaymentWay.BankTransfer, pieces: 1);
        (await waits.AskAsync(1)).IsDone.ShouldBeTrue();
        (await answered.AskAsync(1)).IsDone.ShouldBeTrue();
        var back = (await market.RowsAsync<Return>()).Single(r => r.Order == answered.Order.Id).Id;
        (await market.SendAsync(new AnswerReturn.Command(answered.Manager, answered.Cooperative, back, true, ""))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.SendAsync(new Features.Desk.Today.Query(waits.Manager, waits.Cooperative))).Returns.ShouldContain(new Features.Desk.Today.SentBack(waits.Order.Code, waits.Order.To.Name, ReturnState.Asked, 1), "the desk's first page says what, of whom, and how it stands");
        var before = market.Post.Letters.Count;

        market.Clock.Advance(Return.AnswerWithin - AMoment);
        await market.RoundAsync<RemindOfAnswers>();
        (await market.RowsAsync<Nudge>()).ShouldBeEmpty();
        market.Clock.Advance(AMoment);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => market.RoundAsync<RemindOfAnswers>()));
        await market.DeliverAsync();

        (await market.RowsAsync<Nudge>()).ShouldHaveSingleItem().Kind.ShouldBe(NudgeKind.AnswerReturn);
        market.Post.Letters.Skip(before).ShouldHaveSingleItem().Subject.ShouldBe($"Khách đang chờ trả lời, đơn {waits.Order.Code}");
    }

    [Theory, EveryDatabase]
    internal async Task What_is_long_on_its_way_back_is_asked_for_and_comes_to_the_office_at_last(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await What_comes_back.SoldAsync(market, PaymentWay.BankTransfer, pieces: 1);
        var back = await sold.AgreedAsync(1);
        (await market.SendAsync(new SendReturn.Command(OrdersFactory.Guest, sold.Order.Code, sold.Secret, back, ""))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var before = market.Post.Letters.Count;

        market.Clock.Advance(Return.BackWithin);
        await market.RoundAsync<RemindOfReturns>();
        await market.RoundAsync<RemindOfReturns>();
        await market.DeliverAsync();

        market.Post.Letters.Skip(before).ShouldHaveSingleItem().Subject.ShouldBe($"Hàng gửi trả đã về chưa? Đơn {sold.Order.Code}");
        (await OfficeAsync()).ShouldBe((false, 0));
        market.Clock.Advance(Return.SettledWithin - Return.BackWithin);
        (await OfficeAsync()).ShouldBe((true, 1));
        (await sold.TakeBackAsync(back)).IsDone.ShouldBeTrue();
        (await OfficeAsync()).ShouldBe((false, 0));

        async Task<(bool Waits, int Listed)> OfficeAsync() => (
            (await market.SendAsync(new Today.Query(admin))).Waiting.Any(p => p.Name == "returns"),
            (await market.SendAsync(new Features.Admin.Orders.Query(admin, "", Features.Admin.Orders.List.Returns))).Rows.Count);
    }

    /// <summary>Something else of the same part: its buyer waits as the first one did.</summary>
    [Theory, EveryDatabase]
    internal async Task A_second_return_of_the_same_part_is_reminded_of_once_too(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await What_comes_back.SoldAsync(market, PaymentWay.BankTransfer, pieces: 2);
        var before = await RemindedAsync(0);
        (await sold.AskAsync(1)).IsDone.ShouldBeTrue();
        market.Clock.Advance(Return.AnswerWithin);
        (await RemindedAsync(before)).ShouldBe(1);
        (await market.SendAsync(new AnswerReturn.Command(sold.Manager, sold.Cooperative, (await market.RowsAsync<Return>()).Single().Id, false, "không nhận lại"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        market.Clock.Advance(AMoment);
        (await sold.AskAsync(1)).IsDone.ShouldBeTrue();
        (await RemindedAsync(before)).ShouldBe(1, "it has time to answer");
        market.Clock.Advance(Return.AnswerWithin);
        (await RemindedAsync(before)).ShouldBe(2);
        market.Clock.Advance(Return.AnswerWithin);
        (await RemindedAsync(before)).ShouldBe(2);

        // How many such mails went, of four nodes that come round at once.
        async Task<int> RemindedAsync(int less)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => market.RoundAsync<RemindOfAnswers>())));
            await market.DeliverAsync();
            return market.Post.Letters.Count(l => l.Subject.StartsWith("Khách đang chờ trả lời", StringComparison.Ordinal)) - less;
        }
    }

    /// <summary>The second falls due after the first was reminded of, though it was asked before that.</summary>
    [Theory, EveryDatabase]
    internal async Task Two_returns_of_a_part_are_each_reminded_of_when_they_fall_due(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await What_comes_back.SoldAsync(market, PaymentWay.BankTransfer, pieces: 2);
        (await sold.AskAsync(1)).IsDone.ShouldBeTrue();
        market.Clock.Advance(Return.AnswerWithin - TimeSpan.FromDays(1));
        (await sold.AskAsync(1)).IsDone.ShouldBeTrue();
        List<int> reminded = [];

        foreach (var wait in new[] { 1, 1, 1, 1 })
        {
            market.Clock.Advance(TimeSpan.FromDays(wait));
            await market.RoundAsync<RemindOfAnswers>();
            await market.DeliverAsync();
            reminded.Add(market.Post.Letters.Count(l => l.Subject.StartsWith("Khách đang chờ trả lời", StringComparison.Ordinal)));
        }

        reminded.ShouldBe([1, 1, 2, 2]);
    }

    /// <summary>The broken twin: nodes that look and then write send it once each.</summary>
    [Theory, EveryDatabase]
    internal async Task Nodes_that_look_and_then_write_remind_of_it_again_and_again(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await What_comes_back.SoldAsync(market, PaymentWay.BankTransfer, pieces: 1);
        (await sold.AskAsync(1)).IsDone.ShouldBeTrue();
        market.Clock.Advance(Return.AnswerWithin);
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("DROP INDEX ix_orders_nudges_seller_order_kind"));
        var (all, waiting) = (new TaskCompletionSource(), 3);
        await Task.WhenAll(Enumerable.Range(0, waiting).Select(_ => Task.Run(async () =>
        {
            var due = (await market.InDbAsync(db => DueParts.OfAsync(db, NudgeKind.AnswerReturn, market.Clock.GetUtcNow(), 2, CancellationToken.None))).ShouldHaveSingleItem();
            if (Interlocked.Decrement(ref waiting) == 0)
                all.SetResult();
            await all.Task;
            await market.InDbAsync(async db =>
            {
                db.Add(Nudge.Of(Guid.CreateVersion7(), due.Order, due.Part, NudgeKind.AnswerReturn, market.Clock.GetUtcNow()));
                return await db.SaveChangesAsync();
            });
        })));

        (await market.RowsAsync<Nudge>()).Count.ShouldBe(3);
    }
}
