using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Orders;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A parcel to be paid in cash is not taken: the goods lie on the shelf again, nobody owes anybody, and both sides read so.</summary>
public sealed class A_parcel_comes_back(StandingMarket standing) : IClassFixture<StandingMarket>
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task A_cooperative_that_calls_first_writes_down_that_it_was_refused(int width, bool scripts)
    {
        var market = standing.Market;
        var desk = await standing.ManagerAsync(width, scripts);
        await desk.OpenAsync("/sell/money/cash");
        if (await desk.Button("desk.cash.calls.begin").CountAsync() > 0)
            await desk.PressAsync("desk.cash.calls.begin");
        var before = await market.OnHandAsync(standing.Garlic.Variant);
        var (order, _) = await market.OrderAsync(PaymentWay.CashOnDelivery, (standing.Garlic.Variant, 2));
        await market.DeliverAsync();
        var buyer = await standing.GuestAsync(width, scripts);
        await buyer.OpenAsync((await market.WithAsync<OrderSecrets, string>(s => s.LinkAsync(order.Id, default)))[market.Url.Length..]);
        await buyer.SeesAsync("orders.part.calls-first");

        await desk.OpenAsync("/sell/orders/" + order.Code);
        await desk.PickAsync("desk.order.called");
        await desk.PressAsync("desk.order.accept");
        await desk.FollowAsync("desk.order.slip");
        await desk.Page.GoBackAsync();
        await desk.PressAsync("desk.order.pack");
        await ShipAsync(desk, "desk.order.ship", "GHN7K2P9D");
        await ShipAsync(desk, "desk.order.further", "GHN7K2PB4");
        await desk.ReadsAsync("GHN7K2PB4");
        await market.DeliverAsync();
        await buyer.Page.ReloadAsync();
        await buyer.ReadsAsync("GHN7K2PB4");
        (await market.OnHandAsync(standing.Garlic.Variant)).ShouldBe(before - 2);

        await desk.UnfoldAsync("desk.order.refuse");
        await desk.PressAsync("desk.order.refuse.do");
        await desk.SeesAsync("desk.order.title.Refused");
        await market.DeliverAsync();

        (await market.OnHandAsync(standing.Garlic.Variant)).ShouldBe(before);
        (await market.RowsAsync<CashParcel>()).Single(p => p.Order == order.Id).State.ShouldBe(CashParcelState.Refused);
        (await market.RowsAsync<RefundDue>()).ShouldNotContain(r => r.Order == order.Id);
        await buyer.Page.ReloadAsync();
        await buyer.SeesAsync("orders.part.Refused");
    }

    private static async Task ShipAsync(Screen desk, string link, string number)
    {
        await desk.FollowAsync(link);
        await desk.Page.GetByLabel("Giao Hàng Nhanh (GHN)", new() { Exact = true }).CheckAsync();
        await desk.FillAsync("desk.ship.number", number);
        await desk.PressAsync("desk.ship.do");
    }
}
