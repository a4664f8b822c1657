using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Admin;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;

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
}
