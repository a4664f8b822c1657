using System.Globalization;
using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Payments;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Settlement.Payouts;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A withdrawal from France, a transfer that was too short, and a refund after the payout, as those who live through them see it.</summary>
public sealed class Money_that_comes_back(StandingMarket standing) : IClassFixture<StandingMarket>
{
    private const string Claire = "claire@lyon.test";

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task A_buyer_in_Lyon_withdraws_without_signing_in_and_is_paid_back(int width, bool scripts)
    {
        var market = standing.Market;
        var order = await DeliveredAsync(country: "FR");
        var buyer = await standing.GuestAsync(width, scripts);
        await buyer.OpenAsync((await market.WithAsync<OrderSecrets, string>(s => s.LinkAsync(order.Id, default)))[market.Url.Length..]);

        await buyer.FollowAsync("orders.withdraw.link");
        await buyer.PickAsync("orders.return.unopened");
        await buyer.FillAsync("orders.withdraw.name", "Claire Martin");
        await buyer.PressAsync("orders.withdraw.next");
        await buyer.SeesAsync("orders.withdraw.word", "Claire Martin", order.Code);
        (await market.RowsAsync<Withdrawal>()).ShouldNotContain(w => w.Order == order.Id);
        await buyer.PressAsync("orders.withdraw.confirm");
        await buyer.SeesAsync("orders.withdrawal.title", order.Code);
        (await buyer.TextAsync()).ShouldContain("Claire Martin");
        await market.DeliverAsync();
        market.Post.Letters.ShouldContain(l => l.To == Claire && l.Subject == $"We received your withdrawal, order {order.Code}");

        await buyer.FollowNamedAsync(order.Code);
        await buyer.PressAsync("orders.return.sent");
        await buyer.SeesAsync("orders.return.state.OnItsWay");

        var desk = await standing.ManagerAsync(width, scripts);
        await desk.OpenAsync("/sell");
        await desk.FollowNamedAsync(order.Code);
        await desk.FollowAsync("desk.return.see");
        await desk.PressAsync("desk.return.back.do");
        await desk.SeesAsync("desk.return.done.back");
        await market.DeliverAsync();
        (await market.RowsAsync<RefundDue>()).Single(r => r.Order == order.Id).Amount.ShouldBe(order.Total);
        await buyer.Page.ReloadAsync();
        await buyer.SeesAsync("orders.return.state.Done");
    }

    [Fact]
    public async Task A_transfer_that_was_too_short_is_asked_for_to_the_dong()
    {
        var market = standing.Market;
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (standing.Garlic.Variant, 1));
        var buyer = await standing.GuestAsync();
        await buyer.OpenAsync((await market.WithAsync<OrderSecrets, string>(s => s.LinkAsync(order.Id, default)))[market.Url.Length..]);
        await market.ReceiveAsync(order.Total.Minor - 1_234, order.Code);
        await market.DeliverAsync();

        await buyer.OpenAsync($"/orders/{order.Code}/pay");
        (await buyer.TextAsync()).ShouldContain("thiếu đúng 1.234 ₫");
        await market.ReceiveAsync(1_234, order.Code);
        await market.DeliverAsync();
        await buyer.OpenAsync("/orders/" + order.Code);
        await buyer.SeesAsync("orders.state.Placed");
    }

    [Fact]
    public async Task What_is_given_back_after_the_payout_is_a_debt_that_the_next_one_is_less_by()
    {
        var market = standing.Market;
        var (first, second) = (await market.PersonAsync(isAdmin: true), await market.PersonAsync(isAdmin: true));
        var order = await DeliveredAsync(country: "VN");
        market.Clock.Advance(TimeSpan.FromDays(5));
        await market.RoundAsync<ReleaseHolds>();
        await market.PayoutRunAsync(first, second, "FT" + order.Code, standing.Coop.Id);

        var desk = await standing.ManagerAsync();
        await desk.OpenAsync("/sell/orders/" + order.Code);
        await desk.FollowAsync("desk.refund.title");
        await desk.PickAsync("desk.refund.all");
        await desk.FillAsync("desk.decline.why", "Hàng bị vỡ trên đường.");
        await desk.PressAsync("desk.refund.do");
        await desk.PressAsync("desk.refund.sure");
        await desk.SeesAsync("desk.refund.granted");
        await market.DeliverAsync();

        var debt = (order.Total - order.Parts[0].Fee).Minor.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"));
        var money = await new OrderDesk(desk).MoneyAsync();
        // Beside it may stand what other orders bring.
        money.Replace('−', '-').ShouldContain("-" + debt);
    }

    private async Task<Order> DeliveredAsync(string country)
    {
        var market = standing.Market;
        var checkout = await market.CheckoutAsync(await market.BasketAsync((standing.Garlic.Variant, 1)), country: country, province: country == "VN" ? "01" : "");
        var placed = await market.SendAsync(checkout with { Name = "Claire Martin", Email = Claire, Phone = country == "VN" ? "0912 345 678" : "", Language = country == "VN" ? "vi" : "en" });
        placed.IsDone.ShouldBeTrue(placed.Refusal?.ToString());
        var order = await market.OrderAsync(placed.Value.Code);
        await market.ReceiveAsync(order.Total.Minor, order.Code);
        await market.DeliverAsync();
        var (manager, part) = (Actor.Of(standing.Coop.Manager, ""), order.Parts[0].Id);
        (await market.SendAsync(new AcceptSellerOrder.Command(manager, standing.Coop.Id, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ShipParcel.Command(manager, standing.Coop.Id, part, Carrier.VnPost, "EE123456789VN"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new MarkDelivered.Command(manager, standing.Coop.Id, part))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        return order;
    }
}
