using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Orders;

public sealed class What_goes_in_several_parcels
{
    [Theory, EveryDatabase]
    internal async Task Is_told_to_the_buyer_parcel_by_parcel_and_arrives_as_one(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 2)), PaymentWay.CashOnDelivery);
        var placed = (await market.SendAsync(checkout with { Email = "hanh@thu.test" })).Value;
        var part = (await market.OrderAsync(placed.Code)).Parts[0].Id;
        await market.SendAsync(new AcceptSellerOrder.Command(DeskFactory.Manager(garlic), garlic.Cooperative, part));
        await market.SendAsync(new ShipParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, part, Carrier.Ghn, "GHN7K2P9D"));
        await market.DeliverAsync();

        (await market.SendAsync(Further("GHN7K2PB4"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(Further("ghn7k2p9d"))).Refusal.ShouldBe(new ParcelKnown());
        (await market.SendAsync(Further("?"))).Flaws.ShouldHaveSingleItem().Path.ShouldBe("Number");
        (await market.SendAsync(Further("GHN7K2PC1"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new TakeOffParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, part, "GHN7K2PC1"))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        var shown = (await market.SendAsync(new OrderPage.Query(OrdersFactory.Guest, placed.Code, placed.Secret)))!.Parts[0];
        shown.Parcels.Select(p => p.Number).ShouldBe(["GHN7K2P9D", "GHN7K2PB4"]);
        shown.Parcels.ShouldAllBe(p => p.Link != null);
        market.Post.Letters.Where(m => m.To == "hanh@thu.test" && m.Text.Contains("GHN7K2PB4", StringComparison.Ordinal)).ShouldHaveSingleItem().Text.ShouldContain("GHN7K2P9D");
        // What was taken off before the mail went out is told to nobody.
        market.Post.Letters.ShouldNotContain(m => m.Text.Contains("GHN7K2PC1", StringComparison.Ordinal));

        (await market.SendAsync(new BuyerReceived.Command(OrdersFactory.Guest, placed.Code, placed.Secret, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(Further("GHN7K2PD8"))).Refusal.ShouldBe(new WrongStep());
        await market.DeliverAsync();
        // The carrier collects once, with the first.
        var cash = (await market.RowsAsync<CashParcel>()).ShouldHaveSingleItem();
        (cash.Number, cash.State).ShouldBe(("GHN7K2P9D", CashParcelState.Collected));

        SendFurtherParcel.Command Further(string number) => new(DeskFactory.Manager(garlic), garlic.Cooperative, part, Carrier.Ghn, number, []);
    }

    [Theory, EveryDatabase]
    internal async Task Is_written_down_once_however_often_it_is_pressed(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var order = await market.ShippedAsync(garlic);
        var further = new SendFurtherParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, order.Parts[0].Id, Carrier.Ghn, "GHN7K2PB4", []);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => market.SendAsync(further)));

        answers.Count(a => a.IsDone).ShouldBe(1);
        answers.Where(a => !a.IsDone).ShouldAllBe(a => a.Refusal is ParcelKnown);
        (await market.OrderAsync(order.Code)).Parts[0].FurtherParcels.ShouldHaveSingleItem();
    }

    /// <summary>The broken twin: the second overwrites what the first wrote down, and its buyer is told of it twice.</summary>
    [Theory, EveryDatabase]
    internal async Task Written_down_by_two_who_do_not_see_each_other_it_would_be_told_twice(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var order = await market.ShippedAsync(garlic);
        var further = new SendFurtherParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, order.Parts[0].Id, Carrier.Ghn, "GHN7K2PB4", []);

        await using var twin = BrokenTwin.Heedless(market, BrokenTwin.Overwrites("orders_further_parcels", "seller_order_id", "number"));
        (await twin.RaceAsync(further, further)).ShouldAllBe(a => a.IsDone);

        (await market.RowsAsync<OutboxRow>()).Where(r => r.Payload.Contains("GHN7K2PB4", StringComparison.Ordinal)).GroupBy(r => r.Subscriber).Select(g => g.Count()).Distinct().ShouldBe([2]);
    }

    [Theory, EveryDatabase]
    internal async Task A_buyer_who_pays_in_cash_is_called_first_where_she_was_told_so(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var manager = DeskFactory.Manager(garlic);
        var before = await market.NewOrderAsync(garlic);
        (await market.SendAsync(new Features.Sellers.CallFirst.Command(manager, garlic.Cooperative, true))).IsDone.ShouldBeTrue();
        var after = await market.NewOrderAsync(garlic);
        var (paid, _) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 1));
        await market.CaptureAsync(paid);

        (await Accept(before, false)).IsDone.ShouldBeTrue();
        (await Accept(paid, false)).IsDone.ShouldBeTrue();
        (await Accept(after, false)).Refusal.ShouldBe(new CallFirst());
        (await Accept(after, true)).IsDone.ShouldBeTrue();

        Task<Outcome> Accept(Order order, bool called) => market.SendAsync(new AcceptSellerOrder.Command(manager, garlic.Cooperative, order.Parts[0].Id, called));
    }

    [Fact]
    public async Task The_pages_of_desk_and_buyer_say_so()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        using var desk = await market.ClientFor(garlic.Manager);
        (await desk.PressAsync("/sell/money/cash", "Call", ("calls", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var (order, _) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));

        var page = await desk.OpenAsync("/sell/orders/" + order.Code);
        page.QuerySelectorAll("a[href^='tel:']").ShouldHaveSingleItem();
        page.QuerySelector("input[name=called][required]").ShouldNotBeNull();
        (await desk.PressAsync("/sell/orders/" + order.Code, "Accept")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await market.OrderAsync(order.Code)).Parts[0].State.ShouldBe(SellerOrderState.ToAccept);
        await desk.PressAsync("/sell/orders/" + order.Code, "Accept", ("called", "true"));
        (await market.OrderAsync(order.Code)).Parts[0].State.ShouldBe(SellerOrderState.ToPack);

        await market.SendAsync(new ShipParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, order.Parts[0].Id, Carrier.Ghn, "GHN7K2P9D"));
        var form = await desk.OpenAsync($"/sell/orders/{order.Code}/ship?further=true");
        form.QuerySelector("input[name='Form.Number']")!.GetAttribute("value").ShouldBeNullOrEmpty();
        (await desk.PostFormAsync($"/sell/orders/{order.Code}/ship?further=true", [("Form.Carrier", "Other"), ("Form.Number", "GHN7K2P9D")])).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await desk.PostFormAsync($"/sell/orders/{order.Code}/ship?further=true", [("Form.Carrier", "Other"), ("Form.Number", "XE0912")]);
        (await market.OrderAsync(order.Code)).Parts[0].Parcels.Count.ShouldBe(2);
        (await desk.OpenAsync("/sell/orders/" + order.Code)).QuerySelector("input[name=number][value=XE0912]").ShouldNotBeNull();
        await desk.PressAsync("/sell/orders/" + order.Code, "TakeOff", ("number", "XE0912"));
        (await market.OrderAsync(order.Code)).Parts[0].Parcels.ShouldHaveSingleItem();
    }
}
