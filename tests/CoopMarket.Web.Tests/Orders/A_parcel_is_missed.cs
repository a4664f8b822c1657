using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>A buyer says that nothing arrived after she has read when it was sent, when it usually is there, and what follows.</summary>
public sealed class A_parcel_is_missed
{
    [Theory, EveryDatabase]
    internal async Task Not_by_one_press(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        var (part, manager, page) = (order.Parts[0].Id, DeskFactory.Manager(garlic), "/orders/" + order.Code);
        (await market.SendAsync(new AcceptSellerOrder.Command(manager, garlic.Cooperative, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ShipParcel.Command(manager, garlic.Cooperative, part, Carrier.Ghn, "GHN7K2P9D"))).IsDone.ShouldBeTrue();
        var sent = (await market.OrderAsync(order.Code)).Parts[0];
        var (from, by) = (Day(sent.UsuallyFrom!.Value), Day(sent.UsuallyBy!.Value));
        using var buyer = market.Guest();
        using var opened = await buyer.GetAsync($"{page}?s={secret}");
        using var desk = await market.ClientFor(garlic.Manager);

        var early = await buyer.OpenAsync(page);
        early.QuerySelector(".parcel")!.TextContent.ShouldContain($"Thường tới từ {from} đến {by}");
        (await desk.OpenAsync("/sell" + page)).QuerySelector("button[formaction*=Deliver]").ShouldNotBeNull();
        var asked = early.QuerySelector("button[formaction*=Missing]")!.Closest("details").ShouldNotBeNull();
        asked.HasAttribute("open").ShouldBeFalse();
        asked.TextContent.ShouldContain(Day(VietnamDay.Of(sent.ShippedAt!.Value)));
        asked.TextContent.ShouldContain($"{from} đến {by}");
        Browser.Goal(await buyer.PressAsync(page, "Missing", ("part", part.ToString()))).ShouldBe(page);

        (await market.OrderAsync(order.Code)).Parts[0].NotArrivedAt.ShouldNotBeNull();
        var missed = await desk.OpenAsync("/sell" + page);
        missed.QuerySelector("button[formaction*=Deliver]").ShouldBeNull("that is for the buyer and the office to say");
        missed.QuerySelector("button[formaction*=Refuse]").ShouldNotBeNull();
        Browser.Goal(await desk.PressAsync("/sell" + page, "Lost")).ShouldBe("/sell" + page);
        (await market.OrderAsync(order.Code)).Parts[0].State.ShouldBe(SellerOrderState.Lost);
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
