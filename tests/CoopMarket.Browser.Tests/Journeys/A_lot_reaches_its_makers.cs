using System.Globalization;
using CoopMarket.Browser.Tests.Pages;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Orders;
using Microsoft.Playwright;

namespace CoopMarket.Browser.Tests.Journeys;

/// <summary>Two lots of one product, made by two women: what is sold of which is paid to whom.</summary>
public sealed class A_lot_reaches_its_makers(StandingMarket standing) : IClassFixture<StandingMarket>
{
    private static readonly CultureInfo Iso = CultureInfo.InvariantCulture;

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task From_two_lots_to_each_womans_statement(int width, bool scripts)
    {
        var market = standing.Market;
        var tea = await market.LiveProductAsync(5, seller: standing.Coop, name: $"Chè Tà Xùa {width}");
        var desk = await standing.ManagerAsync(width, scripts);
        var (xuan, nga) = ($"Lò Thị Xuân {width}", $"Cà Thị Nga {width}");
        foreach (var name in (string[])[xuan, nga])
        {
            await desk.OpenAsync("/sell/income/member");
            await desk.FillAsync("income.field.name", name);
            await desk.PickAsync("income.field.agreed");
            await desk.PressAsync("income.member.save");
        }

        // The first lot has what is on hand; of the second, ten come in.
        var today = VietnamDay.Of(market.Clock.GetUtcNow());
        var soon = await RecordAsync(desk, tea, $"A-{width}", today.AddDays(60));
        await desk.PressAsync("lots.stock.keep");
        var late = await RecordAsync(desk, tea, $"B-{width}", today.AddDays(300));
        await desk.FillAsync("catalog.stock.quantity", "10");
        await desk.PressAsync("catalog.stock.note");
        (await desk.Page.Locator(".big").First.InnerTextAsync()).ShouldContain("10");
        await ShareAsync(desk, soon, xuan);
        await ShareAsync(desk, late, nga);

        // Six are sold, of which one is of the second lot; she packs two of it.
        var (order, _) = await market.OrderAsync(PaymentWay.BankTransfer, (tea.Variant, 6));
        await market.CaptureAsync(order);
        var (manager, part) = (Actor.Of(standing.Coop.Manager, ""), order.Parts[0].Id);
        (await market.SendAsync(new AcceptSellerOrder.Command(manager, standing.Coop.Id, part))).IsDone.ShouldBeTrue();
        await desk.OpenAsync("/sell/orders/" + order.Code);
        await desk.GoAsync(() => desk.Page.GetByRole(AriaRole.Link, new() { Name = desk.Say("desk.order.lots") }).ClickAsync());
        (ILocator OfSoon, ILocator OfLate) fields = (Field($"A-{width}"), Field($"B-{width}"));
        (await fields.OfSoon.InputValueAsync(), await fields.OfLate.InputValueAsync()).ShouldBe(("5", "1"));
        await fields.OfLate.FillAsync("2");
        await desk.PressAsync("lots.pack.do");
        await desk.ReadsAsync("phải đúng 6");
        await Field($"A-{width}").FillAsync("4");
        await desk.PressAsync("lots.pack.do");
        await desk.SeesAsync("lots.pack.done");
        (await market.SendAsync(new ShipParcel.Command(manager, standing.Coop.Id, part, Carrier.Ghn, "GHN7K2P9D"))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new MarkDelivered.Command(manager, standing.Coop.Id, part))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        // What each earned was frozen when it was sold: five of the one and one of the other.
        var piece = order.Parts[0].Lines[0].UnitPrice - order.Parts[0].Lines[0].UnitPrice.BasisPoints(600);
        await ReadsOnHerPageAsync(desk, xuan, width, scripts, desk.Written(piece * 5));
        await ReadsOnHerPageAsync(desk, nga, width, scripts, desk.Written(piece));

        ILocator Field(string lot) => desk.Page.GetByLabel(desk.Say("lots.title", lot), new() { Exact = true });
    }

    private static async Task<string> RecordAsync(Screen desk, ListedProduct product, string number, DateOnly bestBefore)
    {
        await desk.OpenAsync($"/sell/lots/new/{product.Product}");
        await desk.FillAsync("lots.field.made-on", bestBefore.AddYears(-1).ToString("yyyy-MM-dd", Iso));
        await desk.FillAsync("lots.field.best-before", bestBefore.ToString("yyyy-MM-dd", Iso));
        await desk.FillAsync("lots.field.number", number);
        await desk.PressAsync("lots.new.do");
        await desk.SeesAsync("lots.title", number);
        return new Uri(desk.Page.Url).AbsolutePath;
    }

    private static async Task ShareAsync(Screen desk, string lot, string member)
    {
        await desk.OpenAsync(lot);
        await desk.FollowAsync("lots.sharing");
        await desk.FillAsync("income.share.fund", "");
        foreach (var row in await desk.Page.Locator("fieldset").AllAsync())
            await row.GetByLabel(desk.Say("income.share.parts")).FillAsync((await row.InnerTextAsync()).Contains(member, StringComparison.Ordinal) ? "1" : "");
        await desk.PressAsync("income.share.save");
        await desk.SeesAsync("income.share.done");
    }

    private async Task ReadsOnHerPageAsync(Screen desk, string member, int width, bool scripts, string earned)
    {
        await desk.OpenAsync("/sell/income");
        await desk.FollowNamedAsync(member);
        await desk.FollowAsync("income.slip.go");
        var link = new Uri((await desk.Page.Locator(".slip .lines").InnerTextAsync()).Trim()).AbsolutePath;
        var her = await standing.GuestAsync(width, scripts);
        await her.OpenAsync(link);
        (await her.TextAsync()).ShouldContain(earned.Replace('\u00a0', ' '));
    }
}
