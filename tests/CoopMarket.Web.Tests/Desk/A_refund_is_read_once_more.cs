using System.Globalization;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;

namespace CoopMarket.Web.Tests.Desk;

/// <summary>Money that goes back can't be fetched again: one press too early gives back nothing.</summary>
public sealed class A_refund_is_read_once_more
{
    [Theory, EveryDatabase]
    internal async Task Its_sum_and_its_buyer_stand_on_a_page_before_it_goes(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await What_comes_back.SoldAsync(market, PaymentWay.BankTransfer, pieces: 2);
        using var desk = await market.ClientFor(sold.Manager.Me);
        var page = $"/sell/orders/{sold.Order.Code}/refund";
        (string, string)[] typed = [("Form.What", RefundSellerOrder.Everything), ("Form.Amount", ""), ("Form.Reason", "Nắp vỡ")];

        var review = await Browser.ParseAsync(await desk.PostFormAsync(page, typed));
        review.QuerySelector(".lede")!.TextContent.ShouldContain(sold.Order.Total.Minor.ToString("N0", CultureInfo.GetCultureInfo("vi-VN")));
        review.QuerySelector(".lede")!.TextContent.ShouldContain(sold.Order.To.Name);
        (await desk.PostFormAsync(page, [.. typed, ("Form.Sure", "1")])).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, "that is another sum");
        (await market.RowsAsync<PartRefund>()).ShouldBeEmpty();

        Browser.Goal(await desk.PostFormAsync(page, [.. typed, ("Form.Sure", sold.Order.Total.Minor.ToString(CultureInfo.InvariantCulture))])).ShouldBe("/sell/orders/" + sold.Order.Code);
        (await market.RowsAsync<PartRefund>()).Sum(r => r.Amount.Minor).ShouldBe(sold.Order.Total.Minor);
    }
}
