using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Payments;

/// <summary>Rows 54 and 57: whoever paid twice, too much or too late reads that it goes back, in a mail and at her order.</summary>
public sealed class Money_that_no_order_needs
{
    [Theory, EveryDatabase]
    internal async Task Whoever_pays_twice_reads_that_it_goes_back(DatabaseProvider provider)
    {
        await using var market = await PaymentsFactory.OpenAsync(provider);
        var order = await market.PlaceAsync(PaymentWay.BankTransfer, new Part(30_000, (500_000, 1)));
        await market.PayAsync(order);
        var before = market.Post.Letters.Count;
        await market.ReceiveAsync(order.Total.Minor, order.Code);
        await market.DeliverAsync();

        var letter = market.Post.Letters.Skip(before).ShouldHaveSingleItem();
        letter.Subject.ShouldContain("530.000");
        letter.Text.ShouldContain("tài khoản");
        (await market.RowsAsync<RefundDue>()).ShouldHaveSingleItem().Reason.ShouldBe(RefundReason.Second);
        (await PageAsync()).Surplus.ShouldBe(order.Total);

        (await market.SendAsync(new Features.Payments.PayRefund.Command(Pipeline.Actor.Job("test"), (await market.RowsAsync<RefundDue>())[0].Id, "FT9"))).IsDone.ShouldBeTrue();
        (await PageAsync()).Surplus.IsZero.ShouldBeTrue();

        async Task<OrderPage.View> PageAsync() => (await market.SendAsync(new OrderPage.Query(OrdersFactory.Guest, order.Code, SettlementFactory.Secret)))!;
    }
}
