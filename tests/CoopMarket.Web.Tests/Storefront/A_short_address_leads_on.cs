using System.Net;
using CoopMarket.Domain.Links;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Links;
using CoopMarket.Web.Features.Links.Jobs;
using CoopMarket.Web.Features.Sellers;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Stories;

namespace CoopMarket.Web.Tests.Storefront;

public sealed class A_short_address_leads_on
{
    [Theory, EveryDatabase]
    internal async Task To_a_product_a_story_and_a_cooperative_in_the_readers_language_and_each_page_says_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(name: "Tỏi đen");
        var coop = await market.SellingCoopAsync("Chè Tà Xùa");
        var story = await market.LiveStoryAsync(coop);
        await market.DeliverAsync();
        await market.RoundAsync<GiveMissingLinksHourly>();
        var links = await market.RowsAsync<ShortLink>();
        var product = links.Single(l => l.Product == garlic.Product).Code;
        var tale = links.Single(l => l.Story == story).Code;
        var seller = links.Single(l => l.Cooperative == coop.Id).Code;

        (await LeadsToAsync(market, product)).ShouldBe("/p/" + garlic.Slug);
        (await LeadsToAsync(market, product, "en-GB")).ShouldBe("/en/p/" + garlic.Slug);
        (await LeadsToAsync(market, tale, "fr")).ShouldStartWith("/fr/stories/");
        (await LeadsToAsync(market, seller)).ShouldStartWith("/cooperatives/");
        (await LeadsToAsync(market, $" {product[..5]}-{product[5..]}".ToLowerInvariant())).ShouldBe("/p/" + garlic.Slug);
        foreach (var code in new[] { product, tale, seller })
            (await ReadAsync(market, (await LeadsToAsync(market, code))!)).ShouldContain($"<span translate=\"no\">coopmarket.test/s/{code}</span>");
    }

    [Theory, EveryDatabase]
    internal async Task To_the_cooperative_once_its_thing_is_gone_and_nowhere_once_that_does_not_sell_here(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var garlic = await market.LiveProductAsync();
        await market.RoundAsync<GiveMissingLinksHourly>();
        var code = (await market.RowsAsync<ShortLink>()).Single(l => l.Product == garlic.Product).Code;

        (await market.SendAsync(new WithdrawProduct.Command(DeskFactory.Manager(garlic), garlic.Cooperative, garlic.Product))).IsDone.ShouldBeTrue();
        (await LeadsToAsync(market, code)).ShouldStartWith("/cooperatives/");
        var application = (await market.RowsAsync<Cooperative>()).Single(c => c.Id == garlic.Cooperative).Application;
        (await market.SendAsync(new SuspendSeller.Command(admin, application, "Hàng giả"))).IsDone.ShouldBeTrue();
        (await LeadsToAsync(market, code)).ShouldBeNull();
        (await LeadsToAsync(market, PublicCode.From([1, 2, 3, 4, 5]).Value)).ShouldBeNull();
        (await LeadsToAsync(market, code[..^1] + (code[^1] == '7' ? '8' : '7'))).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task Of_what_was_there_before_there_were_any_and_stays_the_same_for_good(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync();
        var coop = await market.SellingCoopAsync("Chè Tà Xùa");
        var story = await market.LiveStoryAsync(coop);
        await market.DeliverAsync();
        var told = (await market.RowsAsync<ShortLink>()).ShouldHaveSingleItem();
        told.Story.ShouldBe(story, "what goes live is given one at once");

        await market.RoundAsync<GiveMissingLinksHourly>();
        var given = await market.RowsAsync<ShortLink>();
        given.Select(l => (l.Product, l.Story, l.Cooperative)).ShouldBe([(garlic.Product, null, null), (null, story, null), (null, null, garlic.Cooperative), (null, null, coop.Id)], ignoreOrder: true);
        given.Select(l => l.Code).ShouldContain(told.Code);

        // What is taken off and put back keeps what was printed.
        (await market.SendAsync(new WithdrawProduct.Command(DeskFactory.Manager(garlic), garlic.Cooperative, garlic.Product))).IsDone.ShouldBeTrue();
        (await market.SendAsync(new PutBackProduct.Command(DeskFactory.Manager(garlic), garlic.Cooperative, garlic.Product))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        await market.RoundAsync<GiveMissingLinksHourly>();
        (await market.RowsAsync<ShortLink>()).Select(l => l.Code).ShouldBe(given.Select(l => l.Code), ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    internal async Task What_has_one_already_is_given_no_other_when_it_goes_live(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var story = await market.LiveStoryAsync(await market.SellingCoopAsync());
        await market.RoundAsync<GiveMissingLinksHourly>();
        var given = (await market.RowsAsync<ShortLink>()).Single(l => l.Story == story).Code;

        await market.DeliverAsync();

        (await market.RowsAsync<ShortLink>()).Single(l => l.Story == story).Code.ShouldBe(given);
        (await market.RowsAsync<OutboxRow>()).Where(r => r.LastError is { Length: > 0 }).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    internal async Task One_alone_however_many_give_it_at_once(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.LiveProductAsync();

        var given = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => market.SendAsync(new GiveMissingLinks.Command(Actor.Job("test")))));

        given.ShouldAllBe(g => g.IsDone);
        var links = await market.RowsAsync<ShortLink>();
        links.Count.ShouldBe(2);
        links.Select(l => (l.Product, l.Story, l.Cooperative)).ShouldBeUnique();
    }

    private static async Task<string?> LeadsToAsync(Market market, string code, string languages = "")
    {
        using var reader = market.CreateClient();
        if (languages.Length > 0)
            reader.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", languages);
        var answer = await reader.GetAsync("/s/" + Uri.EscapeDataString(code));
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.GetValues("Vary").ShouldContain(v => v.Contains("Accept-Language", StringComparison.Ordinal));
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<string> ReadAsync(Market market, string address)
    {
        using var reader = market.CreateClient();
        return await reader.GetStringAsync(address);
    }
}
