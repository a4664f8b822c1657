using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CoopMarket.Domain.Orders;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>Once some of an order is called off, every page says what that leaves: to pay, to earn, to give back.</summary>
public sealed class What_is_left_of_an_order
{
    [Theory, EveryDatabase]
    internal async Task Of_what_its_buyer_calls_off_nobody_earns_anything_and_she_has_a_mail_of_it(DatabaseProvider provider)
    {
        Languages.Speak("vi");
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var placed = await market.SendAsync(await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 2))) with { Email = "hanh@thu.test" });
        var order = await market.OrderAsync(placed.Value.Code);
        await market.CaptureAsync(order);

        (await market.SendAsync(new BuyerCancels.Command(OrdersFactory.Guest, order.Code, placed.Value.Secret, order.Parts[0].Id))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        var mail = market.Post.Letters.Where(l => l.To == "hanh@thu.test" && l.Subject == $"Đã hủy một phần đơn {order.Code}").ShouldHaveSingleItem();
        mail.Text.ShouldContain(Show.Number(order.Total.Minor));
        using var manager = await market.ClientFor(garlic.Manager);
        var desk = await manager.OpenAsync("/sell/orders/" + order.Code);
        desk.QuerySelector(".ask dl.sum dd.all")!.TextContent.ShouldBe(Show.Dong(0));
        using var admin = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        (await admin.OpenAsync("/admin/orders/" + order.Code)).QuerySelector("dl.sum dd.all")!.TextContent.ShouldBe(Show.Dong(0));
    }

    [Theory, EveryDatabase]
    internal async Task Who_pays_in_cash_reads_what_is_left_to_pay_and_for_which_part(DatabaseProvider provider)
    {
        Languages.Speak("vi");
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (garlic, tea) = (await market.LiveProductAsync(), await market.LiveProductAsync(name: "Chè Shan", madeToOrderDays: 12));
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 2), (tea.Variant, 1));
        var (gone, comes) = (order.Parts.Single(p => p.Cooperative == garlic.Cooperative), order.Parts.Single(p => p.Cooperative == tea.Cooperative));
        (await market.SendAsync(new DeclineLine.Command(DeskFactory.Manager(garlic), garlic.Cooperative, gone.Id, gone.Lines[0].Id, 2, "Mưa hỏng mẻ này"))).IsDone.ShouldBeTrue();

        using var hanh = Visitor.Of(market);
        await hanh.OpenAsync($"/orders/{order.Code}?s={secret}");
        var page = await ReadAsync(hanh, order);

        page.QuerySelectorAll(".bill dd.all").Last().TextContent.ShouldBe(Show.Money(comes.Total));
        page.QuerySelectorAll(".parcel").Count(p => p.TextContent.Contains("tiền mặt", StringComparison.Ordinal)).ShouldBe(1);
        page.QuerySelectorAll(".parcel").Single(p => p.TextContent.Contains("tiền mặt", StringComparison.Ordinal)).TextContent.ShouldContain(Show.Money(comes.Total));
        page.Body!.TextContent.ShouldContain("xong sau 12 ngày");
    }

    [Fact]
    internal async Task What_has_no_page_any_more_is_named_without_a_link()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
        using var hanh = Visitor.Of(market);
        await hanh.OpenAsync($"/orders/{order.Code}?s={secret}");
        (await ReadAsync(hanh, order)).QuerySelector($".parcel a[href='/p/{garlic.Slug}']").ShouldNotBeNull();

        await Storefront.StorefrontFactory.ChangeAsync(market, garlic.Product, p => p.Withdraw().ShouldBeNull());

        var page = await ReadAsync(hanh, order);
        page.QuerySelector($".parcel a[href='/p/{garlic.Slug}']").ShouldBeNull();
        page.QuerySelector(".parcel")!.TextContent.ShouldContain("Tỏi đen");
    }

    private static async Task<IDocument> ReadAsync(Visitor buyer, Order order) => new HtmlParser().ParseDocument((await buyer.OpenAsync("/orders/" + order.Code)).Page);
}
