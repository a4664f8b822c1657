using System.Net;
using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Lots;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Lots.Jobs;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Lots;
using CoopMarket.Web.Tests.Stories;

namespace CoopMarket.Web.Tests.Storefront;

public sealed class A_label_leads_to_its_lot
{
    [Theory, EveryDatabase]
    internal async Task Its_page_says_what_it_is_in_the_readers_language_and_leads_on_in_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(name: "Tỏi đen");
        var code = (await market.LotAsync(await market.LotAsync(garlic, "TĐ-07", new(2027, 11, 1)))).Code;

        var page = await ReadAsync(market, "/q/" + code, "");
        page.ShouldContain("<html lang=\"vi\"");
        page.ShouldContain("01/11/2027");
        page.ShouldContain($"href=\"/p/{garlic.Slug}\"");
        page.ShouldContain($"href=\"/en/q/{code}\"");
        page.ShouldContain($"href=\"/fr/q/{code}\"");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("<form");
        page.ShouldContain("<meta name=\"robots\" content=\"noindex\">");

        var english = await ReadAsync(market, "/q/" + code.ToLowerInvariant(), "de-DE,en-US;q=0.8,vi;q=0.5");
        english.ShouldContain("<html lang=\"en\"");
        english.ShouldContain($"href=\"/en/p/{garlic.Slug}\"");
        english.ShouldContain($"href=\"/q/{code}?in=vi\"");
        (await ReadAsync(market, "/q/" + code, "fr")).ShouldContain("<html lang=\"fr\"");
        (await ReadAsync(market, "/q/" + code, "th")).ShouldContain("<html lang=\"en\"");
        (await ReadAsync(market, "/q/" + code, "vi-VN,en;q=0.9")).ShouldContain("<html lang=\"vi\"");
        (await ReadAsync(market, $"/q/{code}?in=vi", "en")).ShouldContain("<html lang=\"vi\"");
        (await ReadAsync(market, "/fr/q/" + code, "en")).ShouldContain("<html lang=\"fr\"");
    }

    [Theory, EveryDatabase]
    internal async Task A_code_that_was_misread_leads_nowhere(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var code = (await market.LotAsync(await market.LotAsync(await market.LiveProductAsync()))).Code;
        using var reader = market.CreateClient();

        var other = code[..^1] + (code[^1] == '7' ? '8' : '7');
        (await reader.GetAsync("/q/" + other)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync("/q/" + PublicCode.From([1, 2, 3, 4, 5]).Value)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync("/q/hello")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, EveryDatabase]
    internal async Task What_is_no_longer_sold_still_answers_and_what_an_admin_took_off_is_not_praised(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await market.LiveProductAsync(name: "Tỏi đen");
        var code = (await market.LotAsync(await market.LotAsync(garlic))).Code;
        var line = (await market.RowsAsync<Product>()).Single().Line.Vi;
        (await ReadAsync(market, "/q/" + code, "")).ShouldContain(line);

        (await market.SendAsync(new WithdrawProduct.Command(DeskFactory.Manager(garlic), garlic.Cooperative, garlic.Product))).IsDone.ShouldBeTrue();
        var gone = await ReadAsync(market, "/q/" + code, "en");
        gone.ShouldContain("no longer sold");
        gone.ShouldNotContain($"/p/{garlic.Slug}");
        (await ReadAsync(market, "/q/" + code, "")).ShouldContain(line);

        await market.ChangeAsync(garlic.Product, p => { p.PutBack(hasPhoto: true, market.Clock.Now()).ShouldBeNull(); p.TakeDown("Nói quá công dụng.").ShouldBeNull(); });
        var taken = await ReadAsync(market, "/q/" + code, "");
        taken.ShouldContain("Tỏi đen");
        taken.ShouldNotContain(line);
    }

    [Theory, EveryDatabase]
    internal async Task Her_voice_is_heard_on_it_until_she_takes_it_back(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var coop = await market.NewSellerAsync();
        var garlic = await market.LiveProductAsync(seller: coop);
        var code = (await market.LotAsync(await market.LotAsync(garlic))).Code;
        var story = await market.LiveStoryAsync(coop, "Ba mươi ngày bên nồi ủ", garlic.Product);
        (await ReadAsync(market, "/q/" + code, "")).ShouldNotContain("<audio");
        var voice = await market.HeardAsync(coop, story);

        var page = await ReadAsync(market, "/q/" + code, "");
        page.ShouldContain("<audio controls preload=\"none\"");
        page.ShouldContain("/voices/");
        page.ShouldNotContain("<script", Case.Sensitive, "and nothing is fetched before somebody wants to hear it");

        var consent = (await market.RowsAsync<Consent>()).Single(c => c.About == voice.Value);
        (await market.SendAsync(new WithdrawConsent.Command(DeskFactory.Manager(garlic), coop.Id, story, consent.Id))).IsDone.ShouldBeTrue();
        var silent = await ReadAsync(market, "/q/" + code, "");
        silent.ShouldNotContain("<audio");
        silent.ShouldContain("Ba mươi ngày bên nồi ủ");
    }

    [Theory, EveryDatabase]
    internal async Task Visits_are_counted_by_day_and_nothing_is_kept_of_who_came(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var lot = await market.LotAsync(await market.LiveProductAsync());
        var code = (await market.LotAsync(lot)).Code;
        using var reader = market.CreateClient();
        var first = await reader.GetAsync("/q/" + code);
        first.Headers.Contains("Set-Cookie").ShouldBeFalse();
        first.Headers.GetValues("Vary").ShouldContain(v => v.Contains("Accept-Language", StringComparison.Ordinal));

        // Whoever has the page is sent nothing anew, and has come all the same; what a browser fetches on its own is no visit.
        using HttpRequestMessage again = new(HttpMethod.Get, "/q/" + code) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        (await reader.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using HttpRequestMessage ahead = new(HttpMethod.Get, "/q/" + code) { Headers = { { "Sec-Purpose", "prefetch" } } };
        (await reader.SendAsync(ahead)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await market.RoundAsync<WriteVisits>();
        await reader.GetAsync("/q/" + code);
        await market.RoundAsync<WriteVisits>();
        await market.RoundAsync<WriteVisits>();
        market.Clock.Advance(TimeSpan.FromDays(1));
        await reader.GetAsync("/q/" + code);
        await market.RoundAsync<WriteVisits>();

        (await market.RowsAsync<LotVisits>()).OrderBy(v => v.Day).Select(v => (v.Lot, v.Day, v.Count)).ShouldBe([(lot, new(2026, 11, 23), 3), (lot, new(2026, 11, 24), 1)]);
    }

    private static async Task<string> ReadAsync(Market market, string address, string languages)
    {
        using var reader = market.CreateClient();
        if (languages.Length > 0)
            reader.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", languages);
        var answer = await reader.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }
}
