using CoopMarket.Domain.Orders;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Jobs;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Settlement;

namespace CoopMarket.Web.Tests.Orders.Clocks;

/// <summary>Nobody is reminded, and nobody is late, before the days in which it is to be sent.</summary>
public sealed class What_waits_for_a_harvest
{
    [Theory, EveryDatabase]
    internal async Task Nobody_is_reminded_to_accept_before_its_first_day(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 5);
        await market.NewOrderAsync(mango);

        market.Clock.Advance(new DateTimeOffset(2027, 6, 4, 16, 59, 0, TimeSpan.Zero) - market.Clock.Now());
        await RoundAsync(market);
        (await market.RowsAsync<Nudge>()).ShouldBeEmpty();

        market.Clock.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync(market);
        (await market.RowsAsync<Nudge>()).ShouldHaveSingleItem().Kind.ShouldBe(NudgeKind.AcceptPlease);
    }

    [Theory, EveryDatabase]
    internal async Task After_its_last_day_the_buyer_and_the_desk_are_told_and_she_may_cancel(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 5);
        var checkout = await market.CheckoutAsync(await market.BasketAsync((mango.Variant, 2)), PaymentWay.CashOnDelivery);
        var placed = (await market.SendAsync(checkout with { Email = "hanh@thu.test" })).Value;
        var part = (await market.OrderAsync(placed.Code)).Parts[0];
        (await market.SendAsync(new AcceptSellerOrder.Command(DeskFactory.Manager(mango), mango.Cooperative, part.Id))).IsDone.ShouldBeTrue();
        var admin = Actor.Job("tests");

        market.Clock.Advance(AheadFactory.AfterJune - market.Clock.Now() - TimeSpan.FromSeconds(1));
        await RoundAsync(market);
        (await market.RowsAsync<Nudge>()).ShouldBeEmpty();
        (await market.SendAsync(new Features.Admin.Today.Query(admin))).Waiting.ShouldNotContain(p => p.Name == "overdue");

        market.Clock.Advance(TimeSpan.FromSeconds(1));
        await RoundAsync(market);
        await RoundAsync(market);
        await market.DeliverAsync();

        (await market.RowsAsync<Nudge>()).ShouldHaveSingleItem().Kind.ShouldBe(NudgeKind.SendPlease);
        market.Post.Letters.Where(l => l.To == "hanh@thu.test").Select(l => l.Subject).ShouldContain($"Đơn {placed.Code}: quá ngày hẹn gửi");
        (await market.SendAsync(new Features.Admin.Today.Query(admin))).Waiting.ShouldContain(p => p.Name == "overdue" && p.Count == 1);
        (await market.SendAsync(new BuyerCancels.Command(OrdersFactory.Guest, placed.Code, placed.Secret, part.Id))).IsDone.ShouldBeTrue();
        (await market.AheadOfAsync(mango)).ShouldBe([new(5, 0, 0)]);
        await market.CheckAsync();
    }

    [Theory, EveryDatabase]
    internal async Task It_is_not_among_what_is_to_be_packed_today_before_its_first_day(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var mango = await market.AheadProductAsync(quota: 5);
        await market.ToPackAsync(mango);
        var inbox = new Inbox.Query(DeskFactory.Manager(mango), mango.Cooperative, Inbox.Step.Pack, 1);

        (await market.SendAsync(new Features.Desk.Today.Query(DeskFactory.Manager(mango), mango.Cooperative))).ToPackCount.ShouldBe(0);
        var before = await market.SendAsync(inbox);
        before.ToPackNow.ShouldBe(0);
        before.Parcels.Single().Window.ShouldBe(AheadFactory.June);

        market.Clock.Advance(new DateTimeOffset(2027, 6, 4, 17, 0, 0, TimeSpan.Zero) - market.Clock.Now());
        (await market.SendAsync(new Features.Desk.Today.Query(DeskFactory.Manager(mango), mango.Cooperative))).ToPackCount.ShouldBe(1);
        (await market.SendAsync(inbox)).ToPackNow.ShouldBe(1);
    }

    private static async Task RoundAsync(Market market)
    {
        await market.RoundAsync<RemindSellers>();
        await market.RoundAsync<OverdueSellerOrders>();
        await market.RoundAsync<UnsentSellerOrders>();
    }
}
