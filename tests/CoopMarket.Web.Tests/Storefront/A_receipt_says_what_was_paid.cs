using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>A receipt for each seller's part, for the buyer alone.</summary>
public sealed class A_receipt_says_what_was_paid
{
    [Theory, EveryDatabase]
    internal async Task Lines_less_what_was_declined_and_given_back_and_delivery_make_what_she_pays(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(price: 185_075);
        var tea = await market.LiveProductAsync(price: 260_000, name: "Chè Shan tuyết");
        var (order, secret) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 3), (tea.Variant, 1));
        (await ReadAsync(1)).ShouldBeNull("nothing was paid yet");
        await market.CaptureAsync(order);
        var part = order.Parts.Single(p => p.Cooperative == garlic.Cooperative);
        var manager = DeskFactory.Manager(garlic);
        (await market.SendAsync(new DeclineLine.Command(manager, garlic.Cooperative, part.Id, part.Lines[0].Id, 1, "Một hũ bị vỡ"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new AcceptSellerOrder.Command(manager, garlic.Cooperative, part.Id))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ShipParcel.Command(manager, garlic.Cooperative, part.Id, Domain.Shipping.Carrier.Ghn, "GHN7K2P9D"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new MarkDelivered.Command(manager, garlic.Cooperative, part.Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await market.SendAsync(new RefundSellerOrder.Command(manager, garlic.Cooperative, part.Id, RefundSellerOrder.Delivery, "5.000", "Đến muộn"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        var receipt = (await ReadAsync(part.Position + 1))!;
        receipt.Total.ShouldBe(Money.Dong(3 * 185_075) + part.Delivery);
        receipt.Back.ShouldBe(Money.Dong(185_075 + 5_000));
        receipt.Kept.ShouldBe(receipt.Total - receipt.Back);
        receipt.Lines.ShouldHaveSingleItem().Declined.ShouldBe(1);
        receipt.Refunds.ShouldHaveSingleItem().Amount.ShouldBe(Money.Dong(5_000));
        receipt.PaidAt.ShouldNotBeNull();
        (await ReadAsync(3)).ShouldBeNull();
        (await ReadAsync(0)).ShouldBeNull();

        // The other part's receipt tells nothing of this one.
        (await ReadAsync(2 - part.Position))!.Lines.ShouldHaveSingleItem().Product.In("vi").ShouldBe("Chè Shan tuyết");

        Task<Receipt.View?> ReadAsync(int number) => market.SendAsync(new Receipt.Query(OrdersFactory.Guest, order.Code, secret, number));
    }

    [Theory, EveryDatabase]
    internal async Task What_is_called_off_costs_nothing_and_cash_is_paid_when_it_arrives(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        var before = (await ReadAsync())!;
        (before.PaidAt, before.Kept).ShouldBe((null, order.Total));

        var part = order.Parts[0];
        (await market.SendAsync(new DeclineLine.Command(DeskFactory.Manager(garlic), garlic.Cooperative, part.Id, part.Lines[0].Id, 1, "Hết hàng"))).IsDone.ShouldBeTrue();
        var after = (await ReadAsync())!;
        (after.IsCalledOff, after.Kept, after.Back).ShouldBe((true, Money.Dong(0), order.Total));

        Task<Receipt.View?> ReadAsync() => market.SendAsync(new Receipt.Query(OrdersFactory.Guest, order.Code, secret, 1));
    }

    [Fact]
    public async Task It_opens_for_the_buyer_alone_is_kept_by_nobody_and_says_that_it_is_no_invoice()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync(name: "{{7*7}} @(7*7) ${7*7}");
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        using var stranger = Visitor.Of(market);
        var turned = (await stranger.OpenAsync($"/orders/{order.Code}")).Location;
        (await stranger.OpenAsync($"/orders/{order.Code}/receipt/1")).Status.ShouldBe(HttpStatusCode.Found, "she is asked for the link of her order");
        turned.ShouldNotBeEmpty();

        using var hanh = Visitor.Of(market);
        await hanh.OpenAsync($"/orders/{order.Code}?s={secret}");
        (await hanh.OpenAsync($"/orders/{order.Code}")).Page.ShouldNotContain($"/orders/{order.Code}/receipt/1", customMessage: "nobody has accepted it or paid for it");
        (await market.SendAsync(new AcceptSellerOrder.Command(Actor.Of(garlic.Manager, ""), garlic.Cooperative, order.Parts[0].Id))).IsDone.ShouldBeTrue();
        (await hanh.OpenAsync($"/orders/{order.Code}")).Page.ShouldContain($"/orders/{order.Code}/receipt/1");
        (await hanh.OpenAsync($"/orders/{order.Code}/receipt/1")).Status.ShouldBe(HttpStatusCode.OK);
        hanh.Page.ShouldContain("không phải hóa đơn GTGT");
        hanh.Page.ShouldContain("{{7*7}} @(7*7) ${7*7}");
        (await hanh.OpenAsync($"/en/orders/{order.Code}/receipt/1")).Page.ShouldContain("not a VAT invoice");
        (await hanh.OpenAsync($"/orders/{order.Code}/receipt/2")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await hanh.OpenAsync($"/orders/{order.Code}/receipt/1.css")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_households_owner_keeps_her_own_number_to_herself()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        (await ReadAsync()).Seller.TaxCode.ShouldNotBeEmpty();

        await market.InDbAsync(db => db.Set<Cooperative>().Where(c => c.Id == garlic.Cooperative).ExecuteUpdateAsync(set => set.SetProperty(c => c.Kind, SellerKind.Household)));
        (await ReadAsync()).Seller.TaxCode.ShouldBeEmpty();

        async Task<Receipt.View> ReadAsync() => (await market.SendAsync(new Receipt.Query(OrdersFactory.Guest, order.Code, secret, 1)))!;
    }
}
