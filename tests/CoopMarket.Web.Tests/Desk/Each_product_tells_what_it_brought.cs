using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Desk;

/// <summary>The money page adds up product by product to what the ledger says of the goods.</summary>
public sealed class Each_product_tells_what_it_brought
{
    [Theory, EveryDatabase]
    internal async Task Less_what_was_declined_and_sent_back_and_the_fee_to_the_dong(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var seller = await market.NewSellerAsync();
        var (garlic, tea) = (await market.LiveProductAsync(price: 185_075, seller: seller), await market.LiveProductAsync(price: 31_111, seller: seller));
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 3), (tea.Variant, 7));
        await market.ReceiveAsync(order.Total.Minor, order.Code);
        var part = order.Parts[0];
        List<OrderLine> lines = [.. part.Lines.OrderBy(l => l.Position)];
        var manager = DeskFactory.Manager(garlic);
        (await market.SendAsync(new DeclineLine.Command(manager, seller.Id, part.Id, lines[0].Id, 1, "vỡ"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new AcceptSellerOrder.Command(manager, seller.Id, part.Id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ShipParcel.Command(manager, seller.Id, part.Id, Carrier.Ghn, "GHN7K2P9D"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new MarkDelivered.Command(manager, seller.Id, part.Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.SendAsync(new RefundSellerOrder.Command(manager, seller.Id, part.Id, lines[1].Id.ToString(), "10.001", "ẩm"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new RefundSellerOrder.Command(manager, seller.Id, part.Id, RefundSellerOrder.Delivery, "5.000", "muộn"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        var brought = (await market.SendAsync(new Earnings.Query(Actor.Job("tests"), seller.Id))).Best;

        brought.Select(b => (b.Pieces, b.Goods.Minor)).ShouldBe([(2L, 2 * 185_075L), (7L, (7 * 31_111L) - 10_001)]);
        brought.Sum(b => b.Fee.Minor).ShouldBe(-await market.BalanceAsync(LedgerAccount.FeeIncome));
        (brought.Sum(b => b.Mine.Minor) + part.Delivery.Minor - 5_000).ShouldBe(-await market.BalanceAsync(LedgerAccount.Held));
        using var desk = await market.ClientFor(garlic.Manager);
        (await desk.OpenAsync("/en/sell/money")).QuerySelector("main")!.TextContent.ShouldContain("Buyers paid ₫370,150");
    }

    /// <summary>The cooperative gives back itself what was paid in cash: the ledger does not hear of it, and her month is less by it all the same.</summary>
    [Theory, EveryDatabase]
    internal async Task A_month_is_less_by_what_came_back_of_what_was_paid_in_cash(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider, ("BankTransfer:SePay:ApiKey", PaymentsFactory.Key));
        var sold = await What_comes_back.SoldAsync(market, PaymentWay.CashOnDelivery, pieces: 3);
        (await SoldAsync()).ShouldBe(sold.Order.Total.Minor);
        var back = await sold.AgreedAsync(1);
        (await sold.TakeBackAsync(back)).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await SoldAsync()).ShouldBe(sold.Order.Total.Minor - 185_000);

        async Task<long> SoldAsync() => (await market.SendAsync(new Earnings.Query(Actor.Job("tests"), sold.Cooperative))).Sold[^1].Sold.Minor;
    }
}
