using System.Net;
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

namespace CoopMarket.Web.Tests.Admin;

public sealed class Rules_are_added_and_never_changed
{
    [Theory, EveryDatabase]
    internal async Task Goods_stop_going_to_a_country_from_a_day_on_and_go_again_with_advice(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var admin = await market.PersonAsync("Chị Quản", isAdmin: true);
        var category = (await market.RowsAsync<Domain.Catalog.CategoryEntry>()).Single(c => c.Category == garlic.Category).Slug;
        var office = await market.ClientFor(admin);

        Browser.Goal(await office.PostFormAsync(
            "/admin/rules/block", ("Form.Category", category), ("Form.Place", "FR"), ("Form.ReasonVi", "Pháp không nhận."), ("Form.ReasonEn", "France refuses it."))).ShouldBe("/admin/rules");
        (await OffersAsync(market, garlic)).Bar.ShouldBeNull("it starts tomorrow");
        market.Clock.Advance(TimeSpan.FromDays(1));
        var blocked = await OffersAsync(market, garlic);
        blocked.Bar.ShouldBe(DeliveryBar.Blocked);
        blocked.Reason.Vi.ShouldBe("Pháp không nhận.");

        office = await market.ClientFor(admin);
        (await office.OpenAsync("/admin/rules")).QuerySelector("main")!.TextContent.ShouldContain("không gửi tới Pháp");
        await office.PostFormAsync(
            "/admin/rules/block", ("Form.Category", category), ("Form.Place", "FR"), ("Form.ReasonVi", "Hỏi trước khi đặt."), ("Form.ReasonEn", "Ask before you order."), ("Form.Lift", "true"));
        market.Clock.Advance(TimeSpan.FromDays(1));

        var again = await OffersAsync(market, garlic);
        again.Bar.ShouldBeNull();
        again.Advice.ShouldHaveSingleItem().Vi.ShouldBe("Hỏi trước khi đặt.");
        (await market.RowsAsync<DeliveryBlock>()).Count(b => b.Category == category && b.Place == "FR").ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task How_long_names_are_kept_is_a_row_of_its_own(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        using var office = await market.ClientFor(await market.PersonAsync("Chị Quản", isAdmin: true));

        (await office.PostFormAsync("/admin/rules/keeping", ("Form.Months", "3"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await office.PostFormAsync("/admin/rules/keeping", ("Form.Months", "60"), ("Form.From", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Goal(await office.PostFormAsync("/admin/rules/keeping", ("Form.Months", "60"))).ShouldBe("/admin/rules");

        (await market.RowsAsync<KeepingRule>()).ShouldHaveSingleItem().Months.ShouldBe(60);
        (await office.OpenAsync("/admin/rules")).QuerySelector("main")!.TextContent.ShouldContain("60 tháng");
    }

    [Theory, EveryDatabase]
    internal async Task They_are_for_admins(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        using var seller = await market.ClientFor((await market.LiveProductAsync()).Manager);

        foreach (var page in new[] { "/admin/rules", "/admin/rules/block", "/admin/rules/keeping", "/admin/rules/categories", "/admin/rules/fee", "/admin/rules/delivery" })
            (await seller.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
    }

    private static async Task<DeliveryOffers> OffersAsync(Market market, ListedProduct product)
    {
        var coop = (await market.WithAsync((Cooperatives c) => c.OneAsync(product.Cooperative, CancellationToken.None)))!;
        return await market.WithAsync((DeliveryPrices p) => p.OffersAsync(coop, "FR", null, [new(product.Category, 1, 400, 0, 0, 0)], CancellationToken.None));
    }
}
