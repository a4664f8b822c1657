using System.Globalization;
using System.Net;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Complaints;
using CoopMarket.Web.Features.Orders;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Certificates;
using CoopMarket.Web.Tests.Complaints;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Desk;

public sealed class The_desk_in_the_morning
{
    [Theory, EveryDatabase]
    internal async Task Three_numbers_say_what_waits(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 7);
        await market.ToPackAsync(garlic);
        await market.ToPackAsync(garlic);
        await market.NewOrderAsync(garlic);
        using var desk = await market.ClientFor(garlic.Manager);

        var today = await desk.OpenAsync("/sell");

        today.QuerySelectorAll(".three b").Select(b => b.TextContent.Trim()).ShouldBe(["2", "0 ₫", "1"]);
        today.QuerySelectorAll(".pack input[type=checkbox]").Length.ShouldBe(2);
        today.QuerySelector(".tabs .badge")!.TextContent.ShouldStartWith("1");
        today.QuerySelector("main")!.TextContent.ShouldContain("chỉ còn 4");
    }

    [Theory, EveryDatabase]
    internal async Task What_was_packed_before_today_stands_there_until_it_is_handed_over(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var (first, second) = (await market.ToPackAsync(garlic), await market.ToPackAsync(garlic));
        using var desk = await market.ClientFor(garlic.Manager);
        foreach (var order in new[] { first, second })
            (await market.SendAsync(new PackSellerOrder.Command(DeskFactory.Manager(garlic), garlic.Cooperative, order.Parts[0].Id))).IsDone.ShouldBeTrue();

        var today = await desk.OpenAsync("/sell");
        today.QuerySelector("#waiting").ShouldBeNull("what was packed today is told below");
        today.QuerySelector(".tabs .badge").ShouldBeNull();

        market.Clock.Advance(TimeSpan.FromDays(1));
        today = await desk.OpenAsync("/sell");
        today.QuerySelector("#waiting h2 b")!.TextContent.ShouldBe("2");
        today.QuerySelectorAll("#waiting .parcels a").Select(a => a.GetAttribute("href")).ShouldBe(["/sell/orders/" + first.Code, "/sell/orders/" + second.Code], ignoreOrder: true);
        today.QuerySelector(".tabs .badge")!.TextContent.ShouldStartWith("2");

        (await market.SendAsync(new ShipParcel.Command(DeskFactory.Manager(garlic), garlic.Cooperative, first.Parts[0].Id, Carrier.Ghn, "GHN7K2P9D"))).IsDone.ShouldBeTrue();
        today = await desk.OpenAsync("/sell");
        today.QuerySelectorAll("#waiting .parcels a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe("/sell/orders/" + second.Code);
        today.QuerySelector(".tabs .badge")!.TextContent.ShouldStartWith("1");
    }

    [Theory, EveryDatabase]
    internal async Task Complaints_wait_there_until_the_cooperative_has_told_its_side(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var (complaint, _) = await market.ComplainAsync(market.Form(garlic.Product));
        using var desk = await market.ClientFor(garlic.Manager);
        using var packer = await market.ClientFor(await market.MemberAsync(garlic.Cooperative, MemberRole.Packer));

        (await desk.OpenAsync("/sell")).QuerySelector("main .note:has(a[href='/sell/complaints'])")!.TextContent.ShouldContain(VietnamDay.Of(complaint.SettleBy).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        (await desk.OpenAsync("/sell/more")).QuerySelector("main a[href='/sell/complaints'] small")!.TextContent.ShouldStartWith("1");
        (await packer.OpenAsync("/sell")).QuerySelector("main a[href='/sell/complaints']").ShouldBeNull("it is not her work");

        (await market.SendAsync(new TellSide.Command(DeskFactory.Manager(garlic), garlic.Cooperative, complaint.Id, "Chúng tôi gửi hũ khác."))).IsDone.ShouldBeTrue();
        (await desk.OpenAsync("/sell")).QuerySelector("main a[href='/sell/complaints']").ShouldBeNull();
        (await desk.OpenAsync("/sell/more")).QuerySelector("main a[href='/sell/complaints'] small").ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task A_certificate_that_has_ended_stands_there_still(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var certificate = await market.ShownAsync(garlic);
        var last = (await market.CertificateAsync(certificate)).Expires!.Value;
        market.Clock.Advance(VietnamDay.End(last).AddHours(9) - market.Clock.GetUtcNow());
        using var desk = await market.ClientFor(garlic.Manager);

        var told = (await desk.OpenAsync("/sell")).QuerySelector($"main .note:has(a[href='/sell/certificates/{certificate}'])")!.TextContent;

        told.ShouldContain("đã hết hạn ngày " + last.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
    }

    [Theory, EveryDatabase]
    internal async Task A_new_cooperative_is_shown_the_first_step(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        using var desk = await market.ClientFor(coop.Manager);

        var today = await desk.OpenAsync("/sell");

        today.QuerySelector("main a[href='/sell/products/new']").ShouldNotBeNull();
        today.QuerySelector("main form").ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task Who_sits_at_two_desks_changes_between_them(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var first = await market.SellingCoopAsync("Tỏi đen Gia Phù");
        var second = await market.SellingCoopAsync("Chè Tà Xùa");
        await market.InDbAsync(async db =>
        {
            db.Add(Membership.Join(second.Id, first.Manager, MemberRole.Packer, market.Clock.Now().AddDays(1)));
            return await db.SaveChangesAsync();
        });
        using var desk = await market.ClientFor(first.Manager);

        (await desk.OpenAsync("/sell")).Title!.ShouldContain("Tỏi đen Gia Phù");
        Browser.Goal(await desk.PostFormAsync("/sell", [("desk", second.Slug)], "form[action='/sell/desk']")).ShouldBe("/sell");
        (await desk.OpenAsync("/sell")).Title!.ShouldContain("Chè Tà Xùa");
        await desk.PostFormAsync("/sell", [("desk", "not-hers")], "form[action='/sell/desk']");
        (await desk.OpenAsync("/sell")).Title!.ShouldContain("Chè Tà Xùa");
    }

    [Theory, EveryDatabase]
    internal async Task A_packer_is_shown_no_door_that_is_closed_to_her_and_never_the_bank_account(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        using var packer = await market.ClientFor(await market.MemberAsync(coop.Id, MemberRole.Packer));
        using var teller = await market.ClientFor(await market.MemberAsync(coop.Id, MemberRole.Storyteller));

        foreach (var door in (await packer.OpenAsync("/sell/more")).QuerySelectorAll("main .doors a").Select(a => a.GetAttribute("href")!))
            (await packer.GetAsync(door)).StatusCode.ShouldBe(HttpStatusCode.OK, door);
        foreach (var browser in new[] { packer, teller })
            (await browser.GetAsync("/sell/profile/change")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await packer.GetAsync("/sell/profile")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await teller.OpenAsync("/sell/profile")).QuerySelector("main form").ShouldNotBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task Whose_work_it_is_not_is_told_so_before_she_types_and_finds_no_way_there(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var order = await market.ToPackAsync(garlic);
        using var packer = await market.ClientFor(await market.MemberAsync(garlic.Cooperative, MemberRole.Packer));
        using var teller = await market.ClientFor(await market.MemberAsync(garlic.Cooperative, MemberRole.Storyteller));
        var product = $"/sell/products/{garlic.Product}";
        string[] listing = ["/sell/products/new", product + "/edit", product + "/photos", product + "/sizes", product + "/sizes/new", product + "/origin", "/sell/certificates", "/sell/certificates/new", "/sell/stories"];

        foreach (var page in listing)
        {
            using var answer = await packer.GetAsync(page);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, page);
            var told = await Browser.ParseAsync(answer);
            told.QuerySelector("h1")!.TextContent.ShouldBe("Việc này của chị em khác", page);
            told.QuerySelector("main a[href='/sell']").ShouldNotBeNull(page);
            (await teller.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }

        foreach (var page in new[] { "ship", "decline" })
            (await teller.GetAsync($"/sell/orders/{order.Code}/{page}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, page);
        foreach (var page in new[] { "/sell", "/sell/products", product, product + "/stock" })
            (await packer.OpenAsync(page)).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Intersect(listing).ShouldBeEmpty(page);
        (await packer.OpenAsync(product)).QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact]
    internal async Task Guests_are_asked_to_sign_in()
    {
        await using var market = await Market.OpenAsync();
        using var guest = market.Guest();

        foreach (var page in new[] { "/sell", "/sell/orders", "/sell/more", "/sell/orders/slips" })
            Browser.Goal(await guest.GetAsync(page)).ShouldNotBeNull().ShouldStartWith("/account/sign-in", customMessage: page);
        (await guest.GetAsync("/admin")).StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.NotFound);
    }

    [Theory, EveryDatabase]
    internal async Task A_closing_stands_on_top_as_long_as_it_lasts(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        using var desk = await market.ClientFor(coop.Manager);
        var today = VietnamDay.Of(market.Clock.GetUtcNow());
        (await market.SendAsync(new CloseForDays.Command(Actor.Of(coop.Manager, ""), coop.Id, today.AddDays(1), today.AddDays(3)))).IsDone.ShouldBeTrue();

        (await desk.OpenAsync("/sell")).QuerySelector("main a[href='/sell/closing']").ShouldBeNull("it has not begun");
        market.Clock.Advance(TimeSpan.FromDays(2));
        (await desk.OpenAsync("/sell")).QuerySelector("main .note:has(a[href='/sell/closing'])")!.TextContent.ShouldContain(today.AddDays(3).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        market.Clock.Advance(TimeSpan.FromDays(2));
        (await desk.OpenAsync("/sell")).QuerySelector("main a[href='/sell/closing']").ShouldBeNull("it is over");
    }

    [Theory, EveryDatabase]
    internal async Task What_buyers_do_not_see_yet_is_not_called_ready(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        (await market.SendAsync(new StartProduct.Command(Actor.Of(coop.Manager, ""), coop.Id, "Khăn quả trám", null, await market.CategoryAsync("Khăn")))).IsDone.ShouldBeTrue();
        using var desk = await market.ClientFor(coop.Manager);

        var told = (await desk.OpenAsync("/sell")).QuerySelector("#pack .empty")!.TextContent;
        told.ShouldContain("Khách chưa thấy món nào");
        told.ShouldNotContain("Hàng đã có");
        await market.LiveProductAsync(seller: coop);
        (await desk.OpenAsync("/sell")).QuerySelector("#pack .empty")!.TextContent.ShouldContain("Hàng đã có");
    }

    [Theory]
    [InlineData(0, "0", "dong")]
    [InlineData(770_000, "770", "thousand")]
    [InlineData(999_500, "1", "million")]
    [InlineData(8_488_000, "8,5", "million")]
    [InlineData(8_440_000, "8,4", "million")]
    [InlineData(99_950_000, "100", "million")]
    [InlineData(-8_488_000, "-8,5", "million")]
    public void A_sum_at_a_glance_is_the_nearest_one(long dong, string number, string unit)
    {
        Languages.Speak("vi");
        Show.Short(dong).ShouldBe((number, unit));
    }
}
