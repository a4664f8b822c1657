using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Orders.Clocks;

public sealed class The_clock_speaks_up
{
    private static readonly TimeSpan AMoment = TimeSpan.FromMinutes(1);

    [Theory, EveryDatabase]
    internal async Task A_cooperative_is_reminded_once_after_a_day_however_many_nodes_look(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var order = await market.NewOrderAsync(garlic);
        await market.DeliverAsync();
        var before = market.Post.Letters.Count;

        market.Clock.Advance(Nudge.RemindAfter - AMoment);
        await market.RoundAsync<RemindSellers>();
        (await market.RowsAsync<Nudge>()).ShouldBeEmpty();
        market.Clock.Advance(AMoment);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => market.RoundAsync<RemindSellers>()));
        await market.DeliverAsync();

        (await market.RowsAsync<Nudge>()).ShouldHaveSingleItem().Kind.ShouldBe(NudgeKind.AcceptPlease);
        market.Post.Letters.Skip(before).ShouldHaveSingleItem().Subject.ShouldContain(order.Code);
    }

    [Theory, EveryDatabase]
    internal async Task Looking_before_writing_alone_would_remind_twice(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var order = await market.NewOrderAsync(garlic);
        market.Clock.Advance(Nudge.RemindAfter);
        var (part, now) = (order.Parts[0].Id, market.Clock.Now());

        // The broken twin: both nodes look, then both write, and nothing but the look decides.
        var looks = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => market.InDbAsync(async db => (await DueParts.OfAsync(db, NudgeKind.AcceptPlease, now, 2, CancellationToken.None)).Count)));
        looks.ShouldBe([1, 1]);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => market.SendAsync(new NudgePart.Command(Actor.Job("node"), part, NudgeKind.AcceptPlease))));
        both.Count(o => o.IsDone).ShouldBe(1);
        both.Count(o => o.Refusal is NudgedAlready).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task An_accepted_order_is_left_alone_while_there_is_time_to_send_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        await market.ToPackAsync(await market.LiveProductAsync());

        market.Clock.Advance(TimeSpan.FromDays(7));
        await market.RoundAsync<RemindSellers>();
        await market.RoundAsync<OverdueSellerOrders>();
        await market.RoundAsync<UnsentSellerOrders>();

        (await market.RowsAsync<Nudge>()).ShouldBeEmpty();
    }

    /// <summary>What is made for one buyer she may not call off while it is made; but nobody waits for ever, and the market has a way out as well.</summary>
    [Theory, EveryDatabase]
    internal async Task What_was_accepted_and_not_sent_in_time_is_told_to_both_and_may_be_called_off(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var scarf = await market.LiveProductAsync(onHand: 0, madeToOrderDays: 5);
        var checkout = await market.CheckoutAsync(await market.BasketAsync((scarf.Variant, 1)), PaymentWay.CashOnDelivery);
        var placed = (await market.SendAsync(checkout with { Email = "hanh@thu.test" })).Value;
        var part = (await market.OrderAsync(placed.Code)).Parts[0].Id;
        (await market.SendAsync(new AcceptSellerOrder.Command(DeskFactory.Manager(scarf), scarf.Cooperative, part))).IsDone.ShouldBeTrue();
        var cancel = new BuyerCancels.Command(OrdersFactory.Guest, placed.Code, placed.Secret, part);
        var callOff = new CallOffPart.Command(Actor.Of(await market.PersonAsync(isAdmin: true), ""), placed.Code, part, "Hợp tác xã không làm kịp");

        market.Clock.Advance(WorkingDays.EndOf((await market.OrderAsync(placed.Code)).Parts[0].SendBy!.Value) - market.Clock.Now() - AMoment);
        await market.RoundAsync<UnsentSellerOrders>();
        (await market.RowsAsync<Nudge>()).ShouldBeEmpty();
        (await market.SendAsync(cancel)).Refusal.ShouldBe(new BeingMade());
        (await market.SendAsync(callOff)).Refusal.ShouldBe(new SellerIsAtWork());
        market.Clock.Advance(AMoment);
        await market.RoundAsync<UnsentSellerOrders>();
        await market.RoundAsync<UnsentSellerOrders>();
        await market.DeliverAsync();

        market.Post.Letters.Count(l => l.To == "hanh@thu.test" && l.Subject == $"Đơn {placed.Code}: hàng chưa được gửi").ShouldBe(1);
        market.Post.Letters.Count(l => l.Subject == $"Đơn {placed.Code}: đã quá hạn gửi").ShouldBe(1);
        (await market.SendAsync(cancel)).IsDone.ShouldBeTrue();
        await market.CheckAsync();
    }

    /// <summary>What is packed its buyer can't call off; what waits for her to fetch it is late for nobody.</summary>
    [Theory]
    [InlineData(DeliveryWay.Standard, true)]
    [InlineData(DeliveryWay.PickUp, false)]
    public async Task What_is_packed_and_never_leaves_the_market_calls_off(DeliveryWay way, bool isLate)
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        (await market.SendAsync(new Features.Shipping.OfferPickUp.Command(DeskFactory.Manager(garlic), garlic.Cooperative, true))).IsDone.ShouldBeTrue();
        Dictionary<CooperativeId, DeliveryWay> sent = new() { [garlic.Cooperative] = way };
        var basket = await market.BasketAsync((garlic.Variant, 1));
        var shown = await market.SendAsync(new CheckoutPage.Query(OrdersFactory.Guest, basket, new("VN", "01"), sent, ""));
        var checkout = await market.CheckoutAsync(basket, PaymentWay.CashOnDelivery);
        var order = await market.OrderAsync((await market.SendAsync(checkout with { Delivery = sent, Seen = Shown.Of(shown.Offer) })).Value.Code);
        await market.MoveAsync(order.Id, o =>
        {
            o.Accept(o.Parts[0].Id, market.Clock.Now()).IsDone.ShouldBeTrue();
            return o.Pack(o.Parts[0].Id, market.Clock.Now());
        });
        var callOff = new CallOffPart.Command(Actor.Of(await market.PersonAsync(isAdmin: true), ""), order.Code, order.Parts[0].Id, "Không gửi được");
        (await market.SendAsync(callOff)).Refusal.ShouldBe(new SellerIsAtWork());

        market.Clock.Advance(TimeSpan.FromDays(30));
        await market.RoundAsync<UnsentSellerOrders>();

        (await market.RowsAsync<Nudge>()).Count.ShouldBe(isLate ? 1 : 0);
        (await market.SendAsync(callOff)).IsDone.ShouldBe(isLate);
    }

    [Theory, EveryDatabase]
    internal async Task After_three_working_days_the_buyer_is_told_that_she_may_cancel(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 5);
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 2)), PaymentWay.CashOnDelivery);
        var placed = (await market.SendAsync(checkout with { Email = "hanh@thu.test" })).Value;
        var part = (await market.OrderAsync(placed.Code)).Parts[0];
        var cancel = new BuyerCancels.Command(OrdersFactory.Guest, placed.Code, placed.Secret, part.Id);

        market.Clock.Advance(part.AcceptBy!.Value - market.Clock.Now() - AMoment);
        await market.RoundAsync<OverdueSellerOrders>();
        (await market.RowsAsync<Nudge>()).ShouldBeEmpty();
        market.Clock.Advance(AMoment);
        await market.RoundAsync<OverdueSellerOrders>();
        await market.DeliverAsync();

        market.Post.Letters.Where(l => l.To == "hanh@thu.test").Select(l => l.Subject).ShouldContain($"Đơn {placed.Code}: hợp tác xã chưa trả lời");
        (await market.SendAsync(cancel)).IsDone.ShouldBeTrue();
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(5);
    }

    [Theory, EveryDatabase]
    internal async Task A_parcel_counts_as_delivered_after_two_weeks_and_never_before_the_buyer_was_asked(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var order = await market.ShippedAsync(await market.LiveProductAsync());

        market.Clock.Advance(Nudge.DeliveredAfter + TimeSpan.FromDays(1));
        await market.RoundAsync<DeliveredByClock>();
        (await StateAsync(market, order)).ShouldBe(SellerOrderState.Shipped, "nobody asked her yet");
        await market.RoundAsync<AskWhetherArrived>();
        await market.RoundAsync<DeliveredByClock>();
        (await StateAsync(market, order)).ShouldBe(SellerOrderState.Shipped, "she has had no time to answer");
        market.Clock.Advance(Nudge.TimeToAnswer);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => market.RoundAsync<DeliveredByClock>()));

        var part = (await market.OrderAsync(order.Code)).Parts[0];
        part.State.ShouldBe(SellerOrderState.Delivered);
        part.DeliveredBy.ShouldBe(Witness.Clock);
    }

    [Theory, EveryDatabase]
    internal async Task The_usual_parcel_is_asked_about_on_day_11_and_delivered_on_day_14(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var order = await market.ShippedAsync(await market.LiveProductAsync());

        market.Clock.Advance(TimeSpan.FromDays(11) - AMoment);
        await market.RoundAsync<AskWhetherArrived>();
        (await market.RowsAsync<Nudge>()).ShouldBeEmpty();
        market.Clock.Advance(AMoment);
        await market.RoundAsync<AskWhetherArrived>();
        market.Clock.Advance(TimeSpan.FromDays(3) - AMoment);
        await market.RoundAsync<DeliveredByClock>();
        (await StateAsync(market, order)).ShouldBe(SellerOrderState.Shipped);
        market.Clock.Advance(AMoment);
        await market.RoundAsync<DeliveredByClock>();

        (await StateAsync(market, order)).ShouldBe(SellerOrderState.Delivered);
    }

    [Theory, EveryDatabase]
    internal async Task A_parcel_abroad_has_45_days(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var order = await market.ShippedAsync(await market.LiveProductAsync(), "DE");

        market.Clock.Advance(TimeSpan.FromDays(42) - AMoment);
        await market.RoundAsync<AskWhetherArrived>();
        (await market.RowsAsync<Nudge>()).ShouldBeEmpty();
        market.Clock.Advance(AMoment);
        await market.RoundAsync<AskWhetherArrived>();
        await market.DeliverAsync();
        market.Clock.Advance(TimeSpan.FromDays(3));
        await market.RoundAsync<DeliveredByClock>();

        (await StateAsync(market, order)).ShouldBe(SellerOrderState.Delivered);
        market.Post.Letters.Count(l => l.To == "hanh@thu.test" && l.Subject.Contains("đã tới chưa", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    internal async Task A_buyer_who_misses_her_parcel_stops_the_clock(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var (placed, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        var part = placed.Parts[0].Id;
        await market.SendAsync(new AcceptSellerOrder.Command(DeskFactory.Manager(garlic), garlic.Cooperative, part));
        await market.SendAsync(new ShipParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, part, Domain.Shipping.Carrier.Ghn, "GHN7K2P9D"));
        market.Clock.Advance(TimeSpan.FromDays(11));
        await market.RoundAsync<AskWhetherArrived>();
        (await market.SendAsync(new BuyerNotArrived.Command(OrdersFactory.Guest, placed.Code, secret, part))).IsDone.ShouldBeTrue();

        market.Clock.Advance(TimeSpan.FromDays(100));
        await market.RoundAsync<DeliveredByClock>();

        (await StateAsync(market, placed)).ShouldBe(SellerOrderState.Shipped);
        (await market.SendAsync(new DeliverByClock.Command(Actor.Job("node"), part))).Refusal.ShouldBe(new WrongStep());
    }

    private static async Task<SellerOrderState> StateAsync(Market market, Order order) => (await market.OrderAsync(order.Code)).Parts[0].State;
}
