using System.Net;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shipping.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Desk;

public sealed class A_cooperative_sets_what_delivery_costs
{
    [Theory, EveryDatabase]
    internal async Task A_new_one_says_once_whether_it_sends_abroad(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var (garlic, honey) = (await market.LiveProductAsync(), await market.LiveProductAsync());
        (await OffersAsync(market, garlic, "FR")).Offers.ShouldNotBeEmpty("as long as nobody said otherwise");

        foreach (var abroad in new[] { false, true })
            (await market.SendAsync(new ChooseAbroad.Command(DeskFactory.Manager(garlic), garlic.Cooperative, abroad))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new ChooseAbroad.Command(DeskFactory.Manager(honey), honey.Cooperative, Abroad: true))).IsDone.ShouldBeTrue();

        (await OffersAsync(market, garlic, "FR")).Bar.ShouldBe(DeliveryBar.NotServed, "what was said first counts");
        (await OffersAsync(market, garlic, "VN")).Offers.ShouldNotBeEmpty();
        (await OffersAsync(market, honey, "FR")).Offers.ShouldNotBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task A_price_of_its_own_counts_from_the_next_parcel_on(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        using var desk = await market.ClientFor(garlic.Manager);
        var before = await OffersAsync(market, garlic, "VN");
        (await desk.OpenAsync("/sell/more")).QuerySelector("main a[href='/sell/delivery']").ShouldNotBeNull();
        (await desk.OpenAsync("/sell/delivery")).QuerySelectorAll(".doors li").Length.ShouldBe(Enum.GetValues<Zone>().Length);

        var saved = await LaterAsync(market, desk, "/sell/delivery/vietnam", null, ("Form.Bands[0].Price", "31.500"), ("Form.DaysMin", "3"), ("Form.DaysMax", "6"));

        Browser.Goal(saved).ShouldBe("/sell/delivery");
        var offer = (await OffersAsync(market, garlic, "VN")).Offers[0];
        offer.Price.Minor.ShouldBe(31_500);
        (offer.DaysMin, offer.DaysMax).ShouldBe((3, 6));
        (await OffersAsync(market, garlic, "FR")).Offers[0].Price.Minor.ShouldBe(480_000, "what was not set stays as the market had it");
        (await desk.OpenAsync("/sell/delivery")).QuerySelector(".doors")!.TextContent.ShouldContain("31.500\u00a0₫");

        await LaterAsync(market, desk, "/sell/delivery", "form[action*=Choose]", ("own", "false"));
        (await OffersAsync(market, garlic, "VN")).Offers[0].ShouldBe(before.Offers[0]);
        await LaterAsync(market, desk, "/sell/delivery", "form[action*=Choose]", ("own", "true"));
        (await OffersAsync(market, garlic, "VN")).Offers[0].Price.Minor.ShouldBe(31_500);
    }

    [Theory, EveryDatabase]
    internal async Task It_stops_sending_to_a_zone_and_offers_pick_up_or_not(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        using var desk = await market.ClientFor(garlic.Manager);
        (await OffersAsync(market, garlic, "VN")).Offers.Select(o => o.Way).ShouldContain(DeliveryWay.PickUp);

        await LaterAsync(market, desk, "/sell/delivery/europe", null, ("Form.Stop", "true"));
        await LaterAsync(market, desk, "/sell/delivery", "form[action*=PickUp]", ("offer", "false"));

        (await OffersAsync(market, garlic, "FR")).Bar.ShouldBe(DeliveryBar.NotServed);
        (await OffersAsync(market, garlic, "VN")).Offers.ShouldHaveSingleItem().Way.ShouldBe(DeliveryWay.Standard);
        (await desk.OpenAsync("/sell/delivery/europe")).QuerySelector("#Form_Stop")!.HasAttribute("checked").ShouldBeTrue();
        await LaterAsync(market, desk, "/sell/delivery", "form[action*=PickUp]", ("offer", "true"));
        (await OffersAsync(market, garlic, "VN")).Offers.Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task To_deliver_nowhere_is_refused_with_what_to_do_instead(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        using var desk = await market.ClientFor(garlic.Manager);
        await LaterAsync(market, desk, "/sell/delivery", "form[action*=PickUp]", ("offer", "false"));
        foreach (var zone in Enum.GetValues<Zone>().Skip(1))
            (await LaterAsync(market, desk, $"/sell/delivery/{zone}", null, ("Form.Stop", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var last = await LaterAsync(market, desk, $"/sell/delivery/{Zone.SameProvince}", null, ("Form.Stop", "true"));

        last.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Browser.ParseAsync(last)).QuerySelector(".errors")!.TextContent.ShouldContain("Ngày nghỉ bán");
    }

    [Theory]
    [InlineData("Form.Bands[0].Price", "-5", "Form_Bands_0__Price-flaw")]
    [InlineData("Form.Bands[0].Price", "1,5", "Form_Bands_0__Price-flaw")]
    [InlineData("Form.Bands[1].UpTo", "", "Form_Bands_1__UpTo-flaw")]
    [InlineData("Form.Bands[1].UpTo", "500", "Form_Bands-flaw")]
    [InlineData("Form.Bands[0].Price", "900.000", "Form_Bands-flaw")]
    [InlineData("Form.DaysMin", "9", "Form_DaysMax-flaw")]
    [InlineData("Form.DaysMin", "soon", "Form_DaysMin-flaw")]
    internal async Task What_can_not_be_a_price_list_is_said_at_its_field(string field, string typed, string flaw)
    {
        await using var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        var garlic = await market.LiveProductAsync();
        using var desk = await market.ClientFor(garlic.Manager);

        var again = await desk.PostFormAsync("/sell/delivery/vietnam", (field, typed));

        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ParseAsync(again);
        page.GetElementById(flaw).ShouldNotBeNull();
        page.QuerySelector($"[name='{field}']")!.GetAttribute("value").ShouldBe(typed);
    }

    [Theory, EveryDatabase]
    internal async Task It_is_for_managers_of_the_cooperative(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        using var packer = await market.ClientFor(await market.MemberAsync(garlic.Cooperative, MemberRole.Packer));

        foreach (var page in new[] { "/sell/delivery", "/sell/delivery/vietnam", "/sell/delivery/atlantis" })
            (await packer.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, page);
        (await packer.OpenAsync("/sell/more")).QuerySelector("main a[href='/sell/delivery']").ShouldBeNull();
    }

    // Lists of the same moment have no order; a person needs a moment for the next one.
    private static Task<HttpResponseMessage> LaterAsync(Market market, Browser desk, string page, string? form, params (string Name, string Value)[] fields)
    {
        market.Clock.Advance(TimeSpan.FromSeconds(1));
        return desk.PostFormAsync(page, fields, form);
    }

    private static async Task<DeliveryOffers> OffersAsync(Market market, ListedProduct product, string country)
    {
        var coop = (await market.WithAsync((Cooperatives c) => c.OneAsync(product.Cooperative, CancellationToken.None)))!;
        return await market.WithAsync((DeliveryPrices p) => p.OffersAsync(coop, country, country == "VN" ? "01" : null, [new(product.Category, 1, 400, 0, 0, 0)], CancellationToken.None));
    }
}
