using CoopMarket.Browser.Tests.Pages;

namespace CoopMarket.Browser.Tests.Judges;

/// <summary>
/// What pages weigh where one bar of signal carries some kilobytes a second: packed, heads included, before anybody scrolls. Of 390
/// points a phone shows three pixels each, as most do that are sold.
/// </summary>
[Collection(JudgedShop.Name)]
public sealed class Pages_are_light(DemoShop shop)
{
    private const int Html = 14;
    private const int Css = 10;
    private const int DeskCss = 14;
    private const int Scripts = 8;
    private const int Saved = 45;
    private const int Again = 2;
    private const int Kept = 12;

    [Theory]
    [InlineData("home", 120, Css)]
    [InlineData("category", 150, Css)]
    [InlineData("search", 150, Css)]
    [InlineData("product", 120, Css)]
    [InlineData("story", 120, Css)]
    [InlineData("cooperative", 120, Css)]
    [InlineData("label", 30, Css)]
    [InlineData("desk", 60, DeskCss)]
    [InlineData("inbox", 60, DeskCss)]
    public async Task A_page_comes_in_few_bytes_and_fetches_nothing_a_second_time(string name, int most, int css)
    {
        var screen = await OpenAsync(name);
        var first = await WeighAsync(screen, name);
        first.Above(("the page", first.All, most), ("HTML", first.Html, Html), ("CSS", first.Css, css), ("JavaScript", first.Scripts, Scripts)).ShouldBeEmpty(name);
        var second = await WeighAsync(screen, name);
        second.Above(("the page", second.All - second.Html, Again), ("HTML", second.Html, Html)).ShouldBeEmpty(name);
        await screen.Page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("home")]
    [InlineData("category")]
    [InlineData("search")]
    [InlineData("product")]
    public async Task A_browser_that_saves_data_is_sent_less(string name)
    {
        var screen = await OpenAsync(name);
        await screen.Page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Save-Data"] = "on" });
        await IsLightAsync(screen, name);
    }

    [Theory]
    [InlineData("home")]
    [InlineData("category")]
    [InlineData("search")]
    [InlineData("product")]
    public async Task A_reader_who_wants_to_save_data_is_sent_less(string name)
    {
        var screen = await OpenAsync(name);
        await screen.OpenAsync("/about");
        await screen.PressAsync("shared.save-data.off");
        await IsLightAsync(screen, name);
    }

    [Fact]
    public async Task The_page_behind_a_label_has_no_script_and_leaves_nothing_behind()
    {
        var screen = await OpenAsync("label");
        (await WeighAsync(screen, "label")).Scripts.ShouldBe(0);
        (await screen.Page.Context.CookiesAsync()).ShouldBeEmpty();
        (await screen.Page.EvaluateAsync<int>("document.scripts.length + document.forms.length + localStorage.length + sessionStorage.length")).ShouldBe(0);
        await screen.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_kept_for_a_time_without_a_network_is_little()
    {
        var screen = await PageWeight.PhoneAsync(shop.Market, keeps: true);
        var page = await PageWeight.OfAsync(screen.Page, shop.Market.Url + "/about");
        // The worker fetches by itself what it keeps: what the page had fetched already costs nothing more.
        var kept = await screen.Page.EvaluateAsync<string[]>(
            "async () => { await navigator.serviceWorker.ready; const all = []; for (const name of await caches.keys()) for (const one of await (await caches.open(name)).keys()) all.push(new URL(one.url).pathname); return all; }");
        kept.ShouldContain("/fr/offline");
        using var client = new HttpClient { BaseAddress = new(shop.Market.Url), DefaultRequestHeaders = { { "Accept-Encoding", "br" } } };
        var bytes = 0;
        foreach (var path in kept.Append("/sw.js").Where(path => !page.Has(path)))
            bytes += (await client.GetByteArrayAsync(path)).Length;
        bytes.ShouldBeInRange(1, Kept * 1_024);
        await screen.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_heavy_page_is_found_out()
    {
        var elsewhere = shop.Market.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var wrong = $$"""
            <!doctype html><style>@font-face { font-family: far; src: url(/assets/far.woff2) } p { font-family: far }</style>
            <p>heavy</p><img src="/media/none.avif" alt=""><img src="{{elsewhere}}/assets/none.png" alt=""><script src="/sw.js"></script>
            """;
        var screen = await PageWeight.PhoneAsync(shop.Market);
        await screen.Page.RouteAsync("**/wrong", route => route.FulfillAsync(new() { Body = wrong, ContentType = "text/html" }));
        var weight = await PageWeight.OfAsync(screen.Page, shop.Market.Url + "/wrong");
        var faults = weight.Above(("the page", weight.All, 1), ("JavaScript", weight.Scripts, 1));
        foreach (var fault in new[] { "the page weighs ", "JavaScript weighs ", "fetches Font ", $"fetches Image {elsewhere}/assets/none.png" })
            faults.ShouldContain(fault);
        await screen.Page.Context.CloseAsync();
    }

    private async Task IsLightAsync(Screen screen, string name)
    {
        var weight = await WeighAsync(screen, name, afresh: true);
        weight.Above(("the page", weight.All, Saved), ("HTML", weight.Html, Html), ("CSS", weight.Css, Css), ("JavaScript", weight.Scripts, Scripts)).ShouldBeEmpty(name);
        await screen.Page.Context.CloseAsync();
    }

    private async Task<Screen> OpenAsync(string name)
    {
        var screen = await PageWeight.PhoneAsync(shop.Market);
        if (shop.Pages[name].StartsWith("/sell", StringComparison.Ordinal))
        {
            await DemoShop.SignInAsync(screen);
            // Otherwise what still comes for the page before would count.
            await screen.Page.GotoAsync("about:blank");
            await PageWeight.ForgetAsync(screen.Page);
        }

        return screen;
    }

    private async Task<PageWeight> WeighAsync(Screen screen, string name, bool afresh = false)
    {
        if (afresh)
            await PageWeight.ForgetAsync(screen.Page);
        return await PageWeight.OfAsync(screen.Page, shop.Market.Url + shop.Pages[name]);
    }
}

/// <summary>One demo for all that is judged there.</summary>
[CollectionDefinition(Name)]
public sealed class JudgedShop : ICollectionFixture<DemoShop>
{
    /// <summary>By what stands behind its last dot it is known among the long ones.</summary>
    public const string Name = "CoopMarket.Browser.Tests.Judges.DemoShop";
}
