using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Sellers;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Stories;

/// <summary>A desk finds all that people agreed to in one list, and a person all that she agreed to.</summary>
public sealed class Consents_stand_in_one_place
{
    [Theory, EveryDatabase]
    internal async Task A_desk_sees_what_holds_what_ends_and_what_is_past_over_all_its_stories(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (coop, other) = (await market.NewSellerAsync(), await market.NewSellerAsync());
        var (first, second) = (await market.LiveStoryAsync(coop), await market.StoryDraftAsync(coop, "Mùa chè"));
        var today = VietnamDay.Of(market.Clock.GetUtcNow());
        await GiveAsync(market, coop, first, null, "một");
        await GiveAsync(market, coop, second, today.AddDays(ConsentBook.SoonDays), "hai");
        await GiveAsync(market, coop, second, today.AddDays(ConsentBook.SoonDays + 1), "ba");
        await GiveAsync(market, coop, first, today, "bốn");
        await GiveAsync(market, other, await market.LiveStoryAsync(other), null, "của người khác");

        (await NamesAsync(ConsentPart.Holding)).ShouldBe(["bốn", "ba", "hai", "một"]);
        (await NamesAsync(ConsentPart.Ending)).ShouldBe(["bốn", "hai"]);
        (await NamesAsync(ConsentPart.Past)).ShouldBeEmpty();
        market.Clock.Advance(TimeSpan.FromDays(1));
        using var desk = await market.ClientFor(coop.Manager);
        using var done = await desk.PostFormAsync("/sell/consents", [("consent", (await market.RowsAsync<Consent>()).Single(c => c.Who == "một").Id.ToString())], $"form[action*='{first}']");
        Browser.Goal(done).ShouldBe("/sell/consents");
        (await NamesAsync(ConsentPart.Holding)).ShouldBe(["ba", "hai"]);
        (await NamesAsync(ConsentPart.Ending)).ShouldBe(["hai", "ba"]);
        (await NamesAsync(ConsentPart.Past)).ShouldBe(["bốn", "một"]);
        var page = await desk.OpenAsync("/sell/consents?part=Past");
        page.QuerySelectorAll($"main a[href='/sell/stories/{first}/consents']").Count().ShouldBe(2);
        page.QuerySelector("main button[name=consent]").ShouldBeNull();
        foreach (var from in new[] { "/sell/more", "/sell/stories", $"/sell/stories/{first}/consents" })
            (await desk.OpenAsync(from)).QuerySelector("main a[href='/sell/consents']").ShouldNotBeNull(from);

        async Task<IEnumerable<string>> NamesAsync(ConsentPart part)
            => (await market.SendAsync(new ConsentBook.Query(Actor.Of(coop.Manager, ""), coop.Id, part, 1))).Rows.Select(r => r.Line.Who);
    }

    [Theory, EveryDatabase]
    internal async Task When_the_year_of_all_is_over_all_may_agree_again(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.SellingCoopAsync();
        var story = await market.LiveStoryAsync(coop);
        var end = VietnamDay.Of(market.Clock.GetUtcNow()).AddDays(1);
        for (var woman = 1; woman <= Consent.MostOfOne; woman++)
            await GiveAsync(market, coop, story, end, $"người thứ {woman}");
        (await OneMoreAsync()).Refusal.ShouldBe(new TooManyConsents());

        market.Clock.Advance(TimeSpan.FromDays(3));
        (await OneMoreAsync()).IsDone.ShouldBeTrue("what is over is kept, and takes nobody's place");

        Task<Outcome> OneMoreAsync() => market.SendAsync(new GiveConsent.Command(Actor.Of(coop.Manager, ""), coop.Id, story, Sounds.Agreed(story.Value, who: "một người nữa")));
    }

    [Theory, EveryDatabase]
    internal async Task Many_stand_on_several_pages(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var stories = new[] { await market.StoryDraftAsync(coop, "Chuyện một"), await market.StoryDraftAsync(coop, "Chuyện hai") };
        for (var i = 0; i < ConsentBook.PageSize + 2; i++)
            await GiveAsync(market, coop, stories[i % 2], null, "Người " + i);
        using var desk = await market.ClientFor(coop.Manager);
        (await desk.OpenAsync("/sell/consents")).QuerySelectorAll("main .own-tales > li").Length.ShouldBe(ConsentBook.PageSize);
        (await desk.OpenAsync("/sell/consents?p=2")).QuerySelectorAll("main .own-tales > li").Length.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    internal async Task A_person_sees_the_rules_of_her_orders_by_version_and_of_her_application(DatabaseProvider provider)
    {
        await using var market = await OrdersFactory.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(onHand: 10);
        var her = await market.RegisteredAsync();
        List<string> codes = [];
        for (var i = 0; i < 3; i++)
        {
            var placed = await market.SendAsync(await market.CheckoutAsync(await market.BasketAsync((garlic.Variant, 1)), PaymentWay.CashOnDelivery, Actor.Of(her, "")));
            codes.Add(placed.Value.Code);
            market.Clock.Advance(TimeSpan.FromDays(1));
        }

        await market.InDbAsync(db => db.Set<Order>().Where(o => o.Code == codes[0]).ExecuteUpdateAsync(set => set.SetProperty(o => o.Rules, "terms 2025-01-01, privacy 2025-02-01, cũ")));
        await market.HandInAsync(her, SellersFactory.Details("Mật ong Mai Sơn"));

        var view = await market.SendAsync(new MyConsents.Query(Actor.Of(her, "")));
        view.Orders.Select(g => (g.Orders.Count, g.Rules.Count)).ShouldBe([(2, 2), (1, 2)]);
        view.Orders[0].Orders.Select(o => o.Code).ShouldBe([codes[2], codes[1]]);
        view.Orders[1].Rules.Select(r => (r.Name, r.Since)).ShouldBe([("terms", new DateOnly(2025, 1, 1)), ("privacy", new DateOnly(2025, 2, 1))]);
        view.Applications.ShouldHaveSingleItem().Name.ShouldBe("Mật ong Mai Sơn");
        using var browser = await market.ClientFor(her);
        var main = (await browser.OpenAsync("/account/consents")).QuerySelector("main")!;
        main.QuerySelectorAll("details").Length.ShouldBe(2);
        main.QuerySelector("a[href='/account/erase']").ShouldNotBeNull();
        foreach (var code in codes)
            main.QuerySelector($"details a[href='/orders/{code}']").ShouldNotBeNull();
    }

    private static async Task GiveAsync(Market market, SellingCoop coop, StoryId story, DateOnly? until, string who)
    {
        market.Clock.Advance(TimeSpan.FromSeconds(1));
        (await market.SendAsync(new GiveConsent.Command(Actor.Of(coop.Manager, ""), coop.Id, story, Sounds.Agreed(story.Value, until, who: who)))).IsDone.ShouldBeTrue();
    }
}
