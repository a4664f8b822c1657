using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Orders;

public sealed class Orders_move_on
{
    [Theory, EveryDatabase]
    internal async Task From_paid_to_delivered(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var (order, secret) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 2));
        var part = order.Parts[0].Id;
        var packer = Actor.Of(garlic.Manager, "203.0.113.9");

        await market.CaptureAsync(order);
        await market.CaptureAsync(order);
        (await market.OrderAsync(order.Code)).Parts[0].State.ShouldBe(SellerOrderState.ToAccept);
        (await market.SendAsync(new AcceptSellerOrder.Command(packer, garlic.Cooperative, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new PackSellerOrder.Command(packer, garlic.Cooperative, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ShipParcel.Command(packer, garlic.Cooperative, part, Carrier.ViettelPost, "VTP12345678"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new BuyerReceived.Command(OrdersFactory.Guest, order.Code, secret, part))).IsDone.ShouldBeTrue();

        var done = await market.OrderAsync(order.Code);
        done.State.ShouldBe(OrderState.Completed);
        done.Parts[0].DeliveredBy.ShouldBe(Witness.Buyer);
        await market.DeliverAsync();
        (await market.RowsAsync<OutboxRow>()).ShouldAllBe(r => r.State == OutboxState.Done);
    }

    [Theory, EveryDatabase]
    internal async Task An_unpaid_order_lets_its_stock_go_after_a_day_and_only_then(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 4));

        market.Clock.Advance(TimeSpan.FromHours(23.9));
        await market.RoundAsync<ExpireUnpaidOrders>();
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(6);
        market.Clock.Advance(TimeSpan.FromHours(0.2));
        await Task.WhenAll(market.RoundAsync<ExpireUnpaidOrders>(), market.RoundAsync<ExpireUnpaidOrders>());

        (await market.OrderAsync(order.Code)).State.ShouldBe(OrderState.Expired);
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(10);
        (await market.RowsAsync<Payment>()).ShouldHaveSingleItem().State.ShouldBe(PaymentState.Expired);
    }

    [Theory, EveryDatabase]
    internal async Task Two_rounds_that_do_not_see_each_other_would_put_its_stock_back_twice(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 4));
        market.Clock.Advance(Order.TimeToPay + TimeSpan.FromMinutes(1));

        await using var twin = BrokenTwin.Heedless(market);
        await twin.RaceRoundsAsync<ExpireUnpaidOrders>();

        (await market.OnHandAsync(garlic.Variant)).ShouldBe(14);
    }

    [Theory, EveryDatabase]
    internal async Task A_paid_order_never_expires(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (garlic.Variant, 4));
        await market.CaptureAsync(order);

        market.Clock.Advance(TimeSpan.FromDays(3));
        await market.RoundAsync<ExpireUnpaidOrders>();

        (await market.OrderAsync(order.Code)).State.ShouldBe(OrderState.Placed);
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(6);
    }

    [Theory, EveryDatabase]
    internal async Task What_a_cooperative_declines_goes_back_on_the_shelf_once(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (garlic, order, _, _, packer) = await ToAcceptAsync(market);
        var decline = new DeclineLine.Command(packer, garlic.Cooperative, order.Parts[0].Id, order.Parts[0].Lines[0].Id, 3, "Mẻ này hỏng vì mưa.");

        var both = await Task.WhenAll(market.SendAsync(decline), market.SendAsync(decline));

        both.Count(o => o.IsDone).ShouldBe(1);
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(10);
        var after = await market.OrderAsync(order.Code);
        after.Parts[0].State.ShouldBe(SellerOrderState.Declined);
        after.State.ShouldBe(OrderState.Cancelled);
    }

    [Theory, EveryDatabase]
    internal async Task Declined_by_two_who_do_not_see_each_other_it_would_go_back_twice(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (garlic, order, _, _, packer) = await ToAcceptAsync(market);
        var decline = new DeclineLine.Command(packer, garlic.Cooperative, order.Parts[0].Id, order.Parts[0].Lines[0].Id, 3, "Mẻ này hỏng vì mưa.");

        await using var twin = BrokenTwin.Heedless(market);
        (await twin.RaceAsync(decline, decline)).ShouldAllBe(o => o.IsDone);

        (await market.OnHandAsync(garlic.Variant)).ShouldBe(13);
    }

    [Theory, EveryDatabase]
    internal async Task A_buyer_who_cancels_and_a_cooperative_that_packs_cannot_both_win(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (garlic, order, secret, part, packer) = await ToAcceptAsync(market);
        var cancel = new BuyerCancels.Command(OrdersFactory.Guest, order.Code, secret, part);
        (await market.SendAsync(new AcceptSellerOrder.Command(packer, garlic.Cooperative, part))).IsDone.ShouldBeTrue();

        var all = await Task.WhenAll(market.SendAsync(cancel), market.SendAsync(new PackSellerOrder.Command(packer, garlic.Cooperative, part)), market.SendAsync(cancel));

        all.Count(o => o.IsDone).ShouldBe(1);
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(all[1].IsDone ? 7 : 10);
    }

    [Theory, EveryDatabase]
    internal async Task Without_a_look_at_each_other_both_would_win(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (garlic, order, secret, part, packer) = await ToAcceptAsync(market);
        (await market.SendAsync(new AcceptSellerOrder.Command(packer, garlic.Cooperative, part))).IsDone.ShouldBeTrue();

        await using var twin = BrokenTwin.Heedless(market);
        var both = await twin.RaceAsync<Outcome>(new BuyerCancels.Command(OrdersFactory.Guest, order.Code, secret, part), new PackSellerOrder.Command(packer, garlic.Cooperative, part));

        both.ShouldAllBe(o => o.IsDone);
        // It is packed, and stands on the shelf to be sold again.
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(10);
    }

    [Theory, EveryDatabase]
    internal async Task A_refused_parcel_puts_its_stock_back_once(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (garlic, _, _, part, packer) = await ToAcceptAsync(market);
        await market.SendAsync(new AcceptSellerOrder.Command(packer, garlic.Cooperative, part));
        await market.SendAsync(new ShipParcel.Command(packer, garlic.Cooperative, part, Carrier.Other, ""));
        var refuse = new RefuseParcel.Command(packer, garlic.Cooperative, part);

        var all = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => market.SendAsync(refuse)));

        all.Count(o => o.IsDone).ShouldBe(1);
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(10);
    }

    [Theory, EveryDatabase]
    internal async Task Refused_by_two_who_do_not_see_each_other_it_would_come_back_twice(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (garlic, _, _, part, packer) = await ToAcceptAsync(market);
        await market.SendAsync(new AcceptSellerOrder.Command(packer, garlic.Cooperative, part));
        await market.SendAsync(new ShipParcel.Command(packer, garlic.Cooperative, part, Carrier.Other, ""));
        var refuse = new RefuseParcel.Command(packer, garlic.Cooperative, part);

        await using var twin = BrokenTwin.Heedless(market);
        (await twin.RaceAsync(refuse, refuse)).ShouldAllBe(o => o.IsDone);

        (await market.OnHandAsync(garlic.Variant)).ShouldBe(13);
    }

    [Theory, EveryDatabase]
    internal async Task Another_cooperative_finds_nothing_and_changes_nothing(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var other = await market.NewSellerAsync();
        var (order, _) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        var (part, line, stranger) = (order.Parts[0].Id, order.Parts[0].Lines[0].Id, Actor.Of(other.Manager, ""));

        (await market.SendAsync(new AcceptSellerOrder.Command(stranger, other.Id, part))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new DeclineLine.Command(stranger, other.Id, part, line, 1, "Không có."))).Refusal.ShouldBe(new NotFound());
        (await market.SendAsync(new ShipParcel.Command(stranger, other.Id, part, Carrier.Ghn, "GHN123456"))).Refusal.ShouldBe(new NotFound());
        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new AcceptSellerOrder.Command(stranger, garlic.Cooperative, part)));

        (await market.OrderAsync(order.Code)).Parts[0].State.ShouldBe(SellerOrderState.ToAccept);
    }

    [Theory, EveryDatabase]
    internal async Task An_order_opens_to_its_secret_and_its_buyer_and_to_nobody_else(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 99);
        var hanh = Actor.Of(await market.PersonAsync(), "");
        var stranger = Actor.Of(await market.PersonAsync(), "");
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        await market.SendAsync(new AddToBasket.Command(hanh, null, garlic.Variant, 1));
        var hers = (await market.SendAsync(await market.CheckoutAsync(null, actor: hanh))).Value;
        var (_, otherSecret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));

        (await market.SendAsync(new OrderPage.Query(OrdersFactory.Guest, order.Code, secret)))!.Code.ShouldBe(order.Code);
        (await market.SendAsync(new OrderPage.Query(hanh, hers.Code, null)))!.Code.ShouldBe(hers.Code);
        foreach (var (actor, code, key) in new[] { (stranger, hers.Code, (string?)null), (OrdersFactory.Guest, order.Code, otherSecret), (OrdersFactory.Guest, order.Code, null), (stranger, "CM00000000", "x") })
            await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new OrderPage.Query(actor, code, key)));
    }

    // Of ten jars three are ordered, to be paid in cash.
    private static async Task<(ListedProduct Garlic, Order Order, string Secret, SellerOrderId Part, Actor Packer)> ToAcceptAsync(Market market)
    {
        var garlic = await market.LiveProductAsync(onHand: 10);
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 3));
        return (garlic, order, secret, order.Parts[0].Id, Actor.Of(garlic.Manager, ""));
    }
}
