using System.Globalization;
using System.Net;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
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
