using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Orders;

/// <summary>A wrong house number costs a parcel: until the first one leaves, the buyer puts it right herself, or an admin whom she called does.</summary>
public sealed class An_address_is_put_right
{
    private static readonly AddressForm Right = new() { Name = "Trần Thị Mai", Phone = "0912 345 679", Province = "14", Commune = "Phường Láng", Street = "Số 3 ngõ 9 phố Pháo Đài Láng" };

    [Theory, EveryDatabase]
    internal async Task By_whoever_holds_the_orders_link_and_everybody_hears_of_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), PaymentWay.CashOnDelivery);
        var placed = (await market.SendAsync(checkout with { Email = "hanh@thu.test" })).Value;
        await market.DeliverAsync();
        var before = market.Post.Letters.Count();

        await Should.ThrowAsync<AccessDeniedException>(() => market.SendAsync(new Readdress.Command(OrdersFactory.Guest, placed.Code, "wrong", "VN", Right)));
        (await market.SendAsync(new Readdress.Command(OrdersFactory.Guest, placed.Code, placed.Secret, "VN", new() { Name = "", Phone = "12", Street = "", Commune = "" })))
            .Flaws.Select(f => f.Path).ShouldBe(["Name", "Phone", "Commune", "Street"]);
        (await market.SendAsync(new Readdress.Command(OrdersFactory.Guest, placed.Code, placed.Secret, "VN", Right))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        var order = await market.OrderAsync(placed.Code);
        order.To.ShouldBe(new("Trần Thị Mai", "+84912345679", "hanh@thu.test"));
        order.Address.ShouldBe(new("VN", "01", "Phường Láng", "Số 3 ngõ 9 phố Pháo Đài Láng", ""));
        var letters = market.Post.Letters.Skip(before).ToList();
        letters.Count.ShouldBe(2, "one to the buyer, one to who packs");
        letters.ShouldContain(l => l.To == "hanh@thu.test");
        letters.ShouldAllBe(l => l.Text.Contains("Pháo Đài Láng", StringComparison.Ordinal));
    }

    [Theory, EveryDatabase]
    internal async Task Not_once_it_left_and_not_while_it_leaves(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        for (var i = 0; i < 4; i++)
        {
            var (order, secret) = await market.OrderAsync(PaymentWay.CashOnDelivery, (garlic.Variant, 1));
            await market.SendAsync(new AcceptSellerOrder.Command(DeskFactory.Manager(garlic), garlic.Cooperative, order.Parts[0].Id));
            var ship = market.SendAsync(new ShipParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, order.Parts[0].Id, Carrier.Ghn, $"GHN7K2P9{i}"));
            var readdress = market.SendAsync(new Readdress.Command(OrdersFactory.Guest, order.Code, secret, "VN", Right));
            await Task.WhenAll(ship, readdress);

            (await ship).IsDone.ShouldBeTrue();
            var after = await market.OrderAsync(order.Code);
            // Put right before it left, or not at all; never after.
            (after.Address.Commune == "Phường Láng").ShouldBe((await readdress).IsDone);
            (await market.SendAsync(new Readdress.Command(OrdersFactory.Guest, order.Code, secret, "VN", Right))).Refusal.ShouldBe(new AlreadySent());
        }
    }

    [Fact]
    public async Task The_pages_of_buyer_desk_and_office_say_so()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        var buyer = await market.PersonAsync();
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), PaymentWay.CashOnDelivery);
        var code = (await market.SendAsync(checkout with { Actor = Actor.Of(buyer, "") })).Value.Code;
        using var hers = await market.ClientFor(buyer);

        (await hers.OpenAsync("/orders/" + code)).QuerySelector($"a[href='/orders/{code}/address']").ShouldNotBeNull();
        var form = await hers.OpenAsync($"/orders/{code}/address");
        form.QuerySelector("input[name='Form.Street']")!.GetAttribute("value").ShouldBe("Số 12 ngõ 165 Xuân Thủy");
        var again = await hers.PostFormAsync($"/orders/{code}/address", ("Form.Street", ""), ("Form.Name", "Trần Thị Mai"));
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var kept = await Browser.ParseAsync(again);
        kept.QuerySelector("input[name='Form.Name']")!.GetAttribute("value").ShouldBe("Trần Thị Mai");
        kept.QuerySelector("#" + kept.QuerySelector("input[name='Form.Street'][aria-invalid=true]")!.GetAttribute("aria-describedby"))!.TextContent.ShouldNotBeEmpty("the sentence stands under its field");
        Browser.Goal(await hers.PostFormAsync($"/orders/{code}/address", ("Form.Street", "Số 3 ngõ 9"))).ShouldBe("/orders/" + code);

        using var desk = await market.ClientFor(garlic.Manager);
        var said = (await desk.OpenAsync("/sell/orders/" + code)).QuerySelector(".note")!.TextContent;
        said.ShouldContain("được sửa lúc");
        (await desk.OpenAsync($"/sell/orders/{code}/slip")).Body!.TextContent.ShouldContain("Số 3 ngõ 9");

        using var office = await market.ClientFor(await market.PersonAsync(isAdmin: true));
        Browser.Goal(await office.PostFormAsync($"/admin/orders/{code}/address", ("Form.Phone", "0912 345 679"))).ShouldBe("/admin/orders/" + code);
        (await market.OrderAsync(code)).To.Phone.ShouldBe("+84912345679");
        (await market.RowsAsync<AuditRow>()).Where(r => r.About == code && r.Result == AuditResult.Done && r.What.Contains("Readdress", StringComparison.Ordinal)).ShouldHaveSingleItem();
        (await office.OpenAsync("/admin/audit?what=" + code)).Body!.TextContent.ShouldContain("Sửa người nhận hoặc địa chỉ của đơn");

        await market.SendAsync(new AcceptSellerOrder.Command(DeskFactory.Manager(garlic), garlic.Cooperative, (await market.OrderAsync(code)).Parts[0].Id));
        await market.SendAsync(new ShipParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, (await market.OrderAsync(code)).Parts[0].Id, Carrier.Ghn, "GHN7K2P9D"));
        (await hers.OpenAsync("/orders/" + code)).QuerySelector($"a[href='/orders/{code}/address']").ShouldBeNull();
        Browser.Goal(await hers.GetAsync($"/orders/{code}/address")).ShouldBe("/orders/" + code);
    }
}
