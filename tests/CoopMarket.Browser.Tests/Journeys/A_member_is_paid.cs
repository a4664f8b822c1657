using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Orders;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>A manager takes a member into the book and shares a product's income; the member follows the link on her slip, without an account.</summary>
public sealed class A_member_is_paid(StandingMarket standing) : IClassFixture<StandingMarket>
{
    [Theory]
    [InlineData(360, false)]
    [InlineData(1280, true)]
    public async Task From_the_sale_to_her_own_page(int width, bool scripts)
    {
        var market = standing.Market;
        var name = $"Lò Thị Xuân {width}";
        var desk = await standing.ManagerAsync(width, scripts);
        await desk.OpenAsync("/sell/income/member");
        await desk.FillAsync("income.field.name", name);
        await desk.PickAsync("income.field.agreed");
        await desk.PressAsync("income.member.save");
        var garlic = standing.Garlic;
        await desk.OpenAsync($"/sell/products/{garlic.Product}/sharing");
        // Whoever was there before keeps nothing of what is sold from now on.
        foreach (var row in await desk.Page.Locator("fieldset").AllAsync())
        {
            var isHers = (await row.InnerTextAsync()).Contains(name, StringComparison.Ordinal);
            await row.GetByLabel(desk.Say("income.share.per-unit")).FillAsync(isHers ? "50.000" : "");
            await row.GetByLabel(desk.Say("income.share.parts")).FillAsync("");
        }

        await desk.FillAsync("income.share.fund", "1");
        await desk.PressAsync("income.share.save");
        await DeliveredAsync(market, 2);

        await desk.OpenAsync("/sell/income");
        await desk.FollowNamedAsync(name);
        (await desk.TextAsync()).ShouldContain("100.000 ₫");
        var member = desk.Page.Url;
        await desk.FillAsync("income.pay.amount", "60.000");
        await desk.PressAsync("income.pay.do");
        await desk.FollowAsync("income.slip.go");
        var link = new Uri((await desk.Page.Locator(".slip .lines").InnerTextAsync()).Trim()).AbsolutePath;

        var her = await standing.GuestAsync(width, scripts);
        await her.OpenAsync(link);
        var page = await her.TextAsync();
        page.ShouldContain(name);
        // What she was given counts as hers from the moment it is written down; her word says that she has it.
        page.ShouldContain("40.000");
        var code = (await her.Page.Locator(".note .big").InnerTextAsync()).Trim();
        await desk.Page.GotoAsync(member);
        await desk.FillAsync("income.wait.code", "000 000");
        await desk.PressAsync("income.wait.confirm");
        await desk.ReadsAsync("Mã chưa đúng");
        await desk.FillAsync("income.wait.code", code);
        await desk.PressAsync("income.wait.confirm");
        await desk.SeesAsync("income.state.confirmed");

        await her.OpenAsync(link);
        await her.SeesAsync("income.own.you-confirmed");
        (await her.Page.Locator(".note .big").CountAsync()).ShouldBe(0);
    }

    private async Task DeliveredAsync(LiveMarket market, int quantity)
    {
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (standing.Garlic.Variant, quantity));
        await market.CaptureAsync(order);
        var (manager, part) = (Actor.Of(standing.Coop.Manager, ""), order.Parts[0].Id);
        (await market.SendAsync(new AcceptSellerOrder.Command(manager, standing.Coop.Id, part))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ShipParcel.Command(manager, standing.Coop.Id, part, Carrier.Ghn, "GHN7K2P9D"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new MarkDelivered.Command(manager, standing.Coop.Id, part))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
    }
}
