using System.Net;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Shipping;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Settlement;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Features.Shipping.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
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
        blocked.Blocked.Values.ShouldHaveSingleItem().Vi.ShouldBe("Pháp không nhận.");

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
    internal async Task A_higher_fee_is_told_twenty_days_before_and_a_lower_one_may_start_tomorrow(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var admin = Actor.Of(await market.PersonAsync("Chị Quản", isAdmin: true), "", market.Clock.GetUtcNow());
        var today = VietnamDay.Of(market.Clock.GetUtcNow());
        Task<Outcome> SetAsync(string percent, int days) => market.SendAsync(new AddFeeRule.Command(admin, percent, today.AddDays(days)));

        (await SetAsync("8", 19)).Refusal.ShouldBe(new FeeNeedsNotice(20));
        (await SetAsync("8", 20)).IsDone.ShouldBeTrue();
        (await SetAsync("5", 1)).IsDone.ShouldBeTrue();
        (await SetAsync("6", 10)).Refusal.ShouldBe(new FeeNeedsNotice(20), "it is more than what would be in force then");

        using var desk = await market.ClientFor(garlic.Manager);
        (await desk.OpenAsync("/sell/money")).QuerySelectorAll("main > .stack > .note").Length.ShouldBe(2, "a lower fee hides no higher one behind it");
        var told = WebUtility.HtmlDecode(await desk.Client.GetStringAsync("/en/fees"));
        told.ShouldContain(Show.Date(VietnamDay.Begin(today.AddDays(1))));
        told.ShouldContain(Show.Date(VietnamDay.Begin(today.AddDays(20))));

        await market.DeliverAsync();
        var letters = market.Post.Letters.Where(l => l.Html.Contains("/fees\"", StringComparison.Ordinal)).ToList();
        letters.Select(l => l.Subject).ShouldBe(["Từ ngày 13/12/2026, phí chợ là 8 %", "Từ ngày 24/11/2026, phí chợ là 5 %"], ignoreOrder: true, "to the one manager, and of what was refused nothing");
        letters.ShouldAllBe(l => l.Html.Contains("thay cho 6", StringComparison.Ordinal));

        // What every page says at its foot is what is taken, and what was written before says so.
        using var reader = market.Guest();
        async Task<string> FootAsync() => (await reader.OpenAsync("/en/terms")).QuerySelector("footer .serif")!.TextContent;
        (await FootAsync()).ShouldContain("keeps 6% of the goods");
        market.Clock.Advance(TimeSpan.FromDays(21));
        (await FootAsync()).ShouldContain("keeps 8% of the goods");
        foreach (var page in new[] { "/en/fees", "/en/about" })
            (await reader.OpenAsync(page)).QuerySelector("article .note")!.TextContent.ShouldContain("has been 8% of the goods");
    }

    [Theory, EveryDatabase]
    internal async Task Delivery_prices_are_one_table_that_keeps_what_was_typed(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        using var office = await market.ClientFor(await market.PersonAsync("Chị Quản", isAdmin: true));
        const string Page = "/admin/rules/delivery";
        var page = await office.OpenAsync(Page);
        Value(page, "Form.UpTo[1]").ShouldBe("1.000");
        Value(page, "Form.Zones[1].Prices[0]").ShouldBe("28.000");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(Enum.GetValues<Zone>().Length);

        foreach (var (field, typed) in new[]
        {
            ("Form.UpTo[0]", "nửa cân"), ("Form.UpTo[0]", "1.000"), ("Form.Zones[1].Prices[0]", "rẻ"), ("Form.Zones[1].Prices[0]", "99.000"), ("Form.Zones[1].Prices[6]", "200.000"),
            ("Form.Zones[4].DaysMin", "15"), ("Form.Zones[4].DaysMax", ""), ("Form.From", "2026-11-22"),
        })
        {
            using var refused = await office.PostFormAsync(Page, (field, typed));
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, $"{field}: {typed}");
            var again = await Browser.ParseAsync(refused);
            Value(again, field).ShouldBe(typed);
            Value(again, "Form.Zones[7].Prices[5]").ShouldBe("8.000.000");
            again.QuerySelector("[role=alert]").ShouldNotBeNull();
        }

        // Each place has eight cells: nothing is left of North America, and half a kilo within the province costs what a kilo does.
        (string, string)[] typedIn = [.. Enumerable.Range(0, 8).Select(i => ($"Form.Zones[5].Prices[{i}]", "")), ("Form.Zones[0].Prices[0]", ""), ("Form.UpTo[6]", "30 000"), ("Form.Zones[1].Prices[6]", "250k")];
        Browser.Goal(await office.PostFormAsync(Page, typedIn)).ShouldBe("/admin/rules");

        var added = (await market.RowsAsync<DeliveryRule>()).Where(r => r.Cooperative is null).MaxBy(r => r.From)!;
        added.From.ShouldBe(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(7)));
        added.PickUp.ShouldBeTrue();
        added.Table.Price(Zone.NorthAmerica, 400).Answer.ShouldBe(DeliveryAnswer.NotServed);
        added.Table.Price(Zone.SameProvince, 400).PriceDong.ShouldBe(20_000);
        added.Table.Price(Zone.Vietnam, 25_000).PriceDong.ShouldBe(250_000);
        added.Table.Price(Zone.Europe, 400).Rate.ShouldBe(new DeliveryRate(Zone.Europe, 500, 480_000, 8, 14));
        using var nowhere = await office.PostFormAsync(Page, [.. from z in Enumerable.Range(0, 8) from i in Enumerable.Range(0, 9) select ($"Form.Zones[{z}].Prices[{i}]", "")]);
        nowhere.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        static string? Value(AngleSharp.Html.Dom.IHtmlDocument page, string field) => page.QuerySelector($"[name='{field}']")?.GetAttribute("value");
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
    internal async Task Rates_of_tax_are_rows_that_begin_on_a_day_to_come(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        (await market.SendAsync(new EnsureTaxRates.Command(Actor.Job("tests")))).IsDone.ShouldBeTrue();
        using var office = await market.ClientFor(await market.PersonAsync("Chị Quản", isAdmin: true));
        (await office.OpenAsync("/admin/rules")).QuerySelector("main")!.TextContent.ShouldContain("8\u00a0%");

        foreach (var (field, typed) in new[] { ("Form.Percent", "31"), ("Form.Percent", "mười"), ("Form.From", ""), ("Form.From", "2026-11-22"), ("Form.Class", "7") })
            (await office.PostFormAsync("/admin/rules/vat", field == "Form.Percent" ? [(field, typed)] : [("Form.Percent", "9,5"), (field, typed)])).StatusCode
                .ShouldBeOneOf([HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict], $"{field}: {typed}");
        Browser.Goal(await office.PostFormAsync("/admin/rules/vat", ("Form.Class", "FarmTrade"), ("Form.Percent", "4,5"), ("Form.From", "2026-12-01"))).ShouldBe("/admin/rules");
        (await office.PostFormAsync("/admin/rules/vat", ("Form.Class", "FarmTrade"), ("Form.Percent", "4"), ("Form.From", "2026-12-01"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Browser.Goal(await office.PostFormAsync("/admin/rules/withholding", ("Form.Kind", "Services"), ("Form.Vat", "4"), ("Form.Income", "1,5"), ("Form.From", "2026-12-01"))).ShouldBe("/admin/rules");

        var rates = await market.WithAsync((VatRates r) => r.AtAsync(new(2026, 11, 30, 16, 59, 0, TimeSpan.Zero), CancellationToken.None));
        rates.Of(VatClass.FarmTrade).ShouldBe((VatClass.FarmTrade, 500));
        rates = await market.WithAsync((VatRates r) => r.AtAsync(new(2026, 11, 30, 17, 0, 0, TimeSpan.Zero), CancellationToken.None));
        rates.Of(VatClass.FarmTrade).ShouldBe((VatClass.FarmTrade, 450));
        rates.Of(VatClass.OwnProduce).ShouldBe((VatClass.OwnProduce, null));
        rates.Of(null).ShouldBe((null, null));
        (await market.RowsAsync<WithholdingRate>()).Count(r => r.Kind == SupplyKind.Services).ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task They_are_for_admins(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        using var seller = await market.ClientFor((await market.LiveProductAsync()).Manager);

        foreach (var page in new[] { "/admin/rules", "/admin/rules/block", "/admin/rules/keeping", "/admin/rules/categories", "/admin/rules/fee", "/admin/rules/delivery", "/admin/rules/vat", "/admin/rules/withholding", "/admin/taxes" })
            (await seller.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
    }

    private static async Task<DeliveryOffers> OffersAsync(Market market, ListedProduct product)
    {
        var coop = (await market.WithAsync((Cooperatives c) => c.OneAsync(product.Cooperative, CancellationToken.None)))!;
        return await market.WithAsync((DeliveryPrices p) => p.OffersAsync(coop, "FR", null, [new(product.Category, 1, 400, 0, 0, 0)], CancellationToken.None));
    }
}
