using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Desk;

public sealed class A_desk_works_through_its_orders
{
    [Theory, EveryDatabase]
    internal async Task A_parcel_abroad_is_told_what_to_write_for_customs_and_who_goes_there(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var (abroad, home) = (await market.AbroadAsync(garlic, "FR"), await market.ToPackAsync(garlic));
        (await market.SendAsync(new AcceptSellerOrder.Command(DeskFactory.Manager(garlic), garlic.Cooperative, abroad.Parts[0].Id))).IsDone.ShouldBeTrue();
        using var desk = await market.ClientFor(garlic.Manager);

        foreach (var page in new[] { "", "/ship" })
        {
            var customs = (await desk.OpenAsync($"/sell/orders/{abroad.Code}{page}")).QuerySelector("#customs").ShouldNotBeNull(page);
            customs.QuerySelector("p")!.TextContent.ShouldContain("CN22");
            customs.QuerySelector(".rows [lang=en]")!.TextContent.ShouldBe("1 × Black garlic, 250 g jar");
            customs.QuerySelector(".sum")!.TextContent.ShouldContain("420\u00a0g");
            (await desk.OpenAsync($"/sell/orders/{home.Code}{page}")).QuerySelector("#customs").ShouldBeNull(page);
        }

        var carriers = (await desk.OpenAsync($"/sell/orders/{abroad.Code}/ship")).QuerySelectorAll("input[name='Form.Carrier']").Select(c => c.GetAttribute("value"));
        carriers.ShouldBe(["VnPost", "Dhl", "Other"]);
    }

    [Theory]
    [InlineData(2_000, 10_000_000, CustomsForm.Cn22)]
    [InlineData(2_001, 10_000_000, CustomsForm.Cn23)]
    [InlineData(500, 10_000_001, CustomsForm.Cn23)]
    public void What_is_heavy_or_worth_much_needs_the_larger_form(long grams, long dong, CustomsForm form) => CustomsForms.For(grams, dong).ShouldBe(form);

    private const int InboxBudget = 60 * 1024;

    [Theory, EveryDatabase]
    internal async Task From_a_new_order_to_delivered_by_buttons_alone(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        var order = await market.NewOrderAsync(garlic, 2);
        using var desk = await market.ClientFor(garlic.Manager);
        var page = $"/sell/orders/{order.Code}";

        (await desk.OpenAsync("/sell/orders")).QuerySelector(".parcels")!.TextContent.ShouldContain("2\u00a0× Tỏi đen một nhánh");
        Browser.Goal(await desk.PressAsync(page, "Accept")).ShouldBe(page);
        Browser.Goal(await desk.PressAsync(page, "Pack")).ShouldBe(page);
        (await desk.PostFormAsync($"{page}/ship", ("Form.Carrier", "Ghn"), ("Form.Number", ""))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await desk.PostFormAsync($"{page}/ship", ("Form.Carrier", "Ghn"), ("Form.Number", "no number!"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await desk.PostFormAsync($"{page}/ship", ("Form.Carrier", "VnPost"), ("Form.Number", "abc"))).StatusCode.ShouldBe(HttpStatusCode.Conflict, "no number of the post");
        Browser.Goal(await desk.PostFormAsync($"{page}/ship", ("Form.Carrier", "Ghn"), ("Form.Number", "GHN7K2P9D"))).ShouldBe(page);
        (await desk.OpenAsync(page)).QuerySelector("main")!.InnerHtml.ShouldContain("https://donhang.ghn.vn/?order_code=GHN7K2P9D");
        Browser.Goal(await desk.PressAsync(page, "Deliver")).ShouldBe(page);

        var part = (await market.OrderAsync(order.Code)).Parts[0];
        part.State.ShouldBe(SellerOrderState.Delivered);
        part.DeliveredBy.ShouldBe(Witness.Cooperative);
    }

    [Theory]
    [InlineData("US", "chợ đếm ba ngày")]
    [InlineData("VN", "tính vào phần hợp tác xã nợ chợ")]
    internal async Task What_cannot_be_taken_back_says_what_it_means_before_it_is_pressed(string country, string meaning)
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        var order = await market.ShippedAsync(garlic, country);
        using var desk = await market.ClientFor(garlic.Manager);

        var page = await desk.OpenAsync($"/sell/orders/{order.Code}");

        var delivered = page.QuerySelector("button[formaction*=Deliver]")!.Closest("details")!;
        delivered.HasAttribute("open").ShouldBeFalse();
        delivered.TextContent.ShouldContain(meaning);
        delivered.TextContent.ShouldContain("không sửa lại được");
        page.QuerySelectorAll("button[formaction*=Refuse]").ShouldAllBe(b => b.Closest("details") != null);
    }

    [Theory, EveryDatabase]
    internal async Task What_is_ticked_as_packed_can_be_taken_back(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var order = await market.ToPackAsync(garlic);
        var part = order.Parts[0].Id.ToString();
        using var desk = await market.ClientFor(garlic.Manager);

        await desk.PostFormAsync("/sell", ("done", part));
        (await market.OrderAsync(order.Code)).Parts[0].State.ShouldBe(SellerOrderState.Packed);
        await desk.PressAsync("/sell", "Undo", ("part", part));

        var after = (await market.OrderAsync(order.Code)).Parts[0];
        after.State.ShouldBe(SellerOrderState.ToPack);
        after.PackedAt.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task A_declined_line_gives_its_stock_back_and_says_what_the_buyer_reads(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        var order = await market.ToPackAsync(garlic, 3);
        using var desk = await market.ClientFor(garlic.Manager);
        var page = $"/sell/orders/{order.Code}";

        var without = await desk.PostFormAsync($"{page}/decline", ("Form.Quantity", "1"), ("Form.Reason", ""));
        without.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (string, string)[] typed = [("Form.Quantity", "1"), ("Form.Reason", "Một hũ bị vỡ")];
        var review = (await Browser.ParseAsync(await desk.PostFormAsync($"{page}/decline", typed))).QuerySelector("main")!.TextContent;
        review.ShouldContain("185.000");
        review.ShouldContain("cộng lại vào kho");
        review.ShouldContain("không sửa lại được");
        review.ShouldNotContain("đơn đóng lại");
        (await market.OnHandAsync(garlic.Variant)).ShouldBe(7, "she has only read it");
        (await Browser.ParseAsync(await desk.PostFormAsync($"{page}/decline", ("Form.Quantity", "3"), ("Form.Sure", "185000"), ("Form.Reason", "Hết")))).QuerySelector("main")!.TextContent.ShouldContain("đơn đóng lại");
        Browser.Goal(await desk.PostFormAsync($"{page}/decline", [.. typed, ("Form.Sure", "185000")])).ShouldBe(page);

        (await market.OnHandAsync(garlic.Variant)).ShouldBe(8);
        (await desk.OpenAsync(page)).QuerySelector("main .rows")!.TextContent.ShouldContain("Một hũ bị vỡ");
        (await market.OrderAsync(order.Code)).Parts[0].State.ShouldBe(SellerOrderState.ToPack);
    }

    [Theory, EveryDatabase]
    internal async Task Another_cooperative_sees_none_of_it(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var order = await market.ToPackAsync(garlic);
        var other = await market.NewSellerAsync();
        using var stranger = await market.ClientFor(other.Manager);

        foreach (var page in new[] { "", "/ship", "/decline", "/slip" })
            (await stranger.GetAsync($"/sell/orders/{order.Code}{page}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        (await stranger.OpenAsync("/sell/orders?step=pack")).DocumentElement.InnerHtml.ShouldNotContain(order.Code);
        (await stranger.OpenAsync("/sell/orders/slips")).DocumentElement.InnerHtml.ShouldNotContain(order.Code);
    }

    [Theory, EveryDatabase]
    internal async Task A_storyteller_sees_orders_and_moves_none(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var order = await market.NewOrderAsync(garlic);
        using var desk = await market.ClientFor(await market.MemberAsync(garlic.Cooperative, MemberRole.Storyteller));

        (await desk.OpenAsync($"/sell/orders/{order.Code}")).QuerySelectorAll("main form").ShouldBeEmpty();
        var token = (await desk.OpenAsync("/sell/more")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await desk.PostAsync($"/sell/orders/{order.Code}?handler=Accept", ("__RequestVerificationToken", token))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await market.OrderAsync(order.Code)).Parts[0].State.ShouldBe(SellerOrderState.ToAccept);
    }

    [Fact]
    internal async Task A_full_inbox_weighs_little()
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync(onHand: 100);
        for (var i = 0; i < 35; i++)
            await market.NewOrderAsync(garlic);
        using var desk = await market.ClientFor(garlic.Manager);

        var first = await desk.GetAsync("/sell/orders");
        (await first.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan(InboxBudget);
        (await desk.OpenAsync("/sell/orders")).QuerySelectorAll(".parcels li").Length.ShouldBe(30);
        (await desk.OpenAsync("/sell/orders?p=2")).QuerySelectorAll(".parcels li").Length.ShouldBe(5);
    }

    [Theory, EveryDatabase]
    internal async Task The_slip_speaks_to_who_opens_the_parcel_in_her_own_language(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        var checkout = await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), country: "SG", province: "");
        var placed = await market.SendAsync(checkout with { Phone = "", Email = "hanh@thu.test", Language = "fr" });
        var order = await market.OrderAsync(placed.Value.Code);
        await market.DeliverAsync();
        market.Post.Letters.ShouldContain(l => l.To == "hanh@thu.test" && l.Text.Contains("Singapour", StringComparison.Ordinal), "no code stands for her country");
        await market.CaptureAsync(order);
        var home = await market.ToPackAsync(garlic);
        using var desk = await market.ClientFor(garlic.Manager);

        var slip = (await desk.OpenAsync($"/sell/orders/{order.Code}/slip")).QuerySelector(".slip")!;
        slip.QuerySelector(".slip-cash span[lang=fr]")!.TextContent.ShouldBe("Payé, rien à encaisser.");
        slip.QuerySelector(".serif[lang=fr]")!.TextContent.ShouldStartWith("Merci");
        slip.QuerySelector("address b:last-of-type")!.TextContent.ShouldBe("Singapore");
        slip.QuerySelector(".slip-goods span[lang=en]")!.TextContent.ShouldBe("Black garlic, 250\u00a0g jar", "where there is no French, who opens it reads English");
        slip.QuerySelector(".slip-from")!.TextContent.ShouldSatisfyAllConditions(f => f.ShouldContain("Vietnam"), f => f.ShouldContain("+84"));
        var here = (await desk.OpenAsync($"/sell/orders/{home.Code}/slip")).QuerySelector(".slip")!;
        here.QuerySelector(".serif[lang=vi]").ShouldNotBeNull();
        here.QuerySelector(".slip-goods span[lang]").ShouldBeNull();
        here.QuerySelector(".slip-from")!.TextContent.ShouldSatisfyAllConditions(f => f.ShouldNotContain("Vietnam"), f => f.ShouldNotContain("+84"));
    }
}
