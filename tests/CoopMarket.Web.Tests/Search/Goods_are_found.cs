using System.Text.RegularExpressions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Storefront;
using CoopMarket.Web.Tests.Stories;

namespace CoopMarket.Web.Tests.Search;

public sealed partial class Goods_are_found
{
    [Theory, EveryDatabase]
    internal async Task A_thing_is_found_however_it_is_typed(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var sauce = await market.LiveProductAsync(name: "Nước mắm đặc sản");
        await market.LiveProductAsync(name: "Khăn quả trám");
        await market.RebuildSearchAsync();

        foreach (var typed in (string[])["nuoc mam", "NƯỚC MẮM", "nước mắm", "nu\u031bo\u031b\u0301c ma\u0306\u0301m", "dac san", "đặc sản", "  Nước,  MAM! "])
            (await FoundAsync(market, typed)).ShouldBe([sauce.Slug], typed);
    }

    [Theory, EveryDatabase]
    internal async Task What_stands_in_a_category_is_found_by_its_new_name_at_once(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var category = await market.CategoryAsync("Loại khác");
        var jar = await market.LiveProductAsync(category: category, name: "Món một");
        await market.RebuildSearchAsync();
        (await FoundAsync(market, "quà tết")).ShouldBeEmpty();

        market.Clock.Advance(TimeSpan.FromMinutes(1));
        var admin = Pipeline.Actor.Of(await Sellers.SellersFactory.PersonAsync(market, isAdmin: true), "");
        (await market.SendAsync(new Features.Catalog.RenameCategory.Command(admin, category, "Quà Tết", "New Year gifts", null))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await FoundAsync(market, "quà Tết")).ShouldBe([jar.Slug]);
    }

    [Theory, EveryDatabase]
    internal async Task A_name_goes_before_a_cooperative_before_a_category_before_a_description(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var plain = await market.CategoryAsync("Loại khác");
        var told = await market.LiveProductAsync(category: plain, name: "Món bốn");
        await market.ChangeAsync(told.Product, p => p.Describe(new(p.Name, p.Line, new("Có thêm atisô."), p.Use, p.OtherNames, p.Ingredients), p.Category));
        var placed = await market.LiveProductAsync(category: await market.CategoryAsync("Atisô"), name: "Món ba");
        var seller = await Sellers.SellersFactory.SellingCoopAsync(market, "Vườn Atisô");
        var sold = await market.LiveProductAsync(seller: seller, category: plain, name: "Món hai");
        var named = await market.LiveProductAsync(category: plain, name: "Trà atisô");
        await market.RebuildSearchAsync();

        (await FoundAsync(market, "atisô")).ShouldBe([named.Slug, sold.Slug, placed.Slug, told.Slug]);
        (await FoundAsync(market, "atiso")).ShouldBe([named.Slug, sold.Slug, placed.Slug, told.Slug]);
    }

    [Theory, EveryDatabase]
    internal async Task All_words_go_before_some_and_exact_marks_before_folded(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var category = await market.CategoryAsync("Loại khác");
        var folded = await market.LiveProductAsync(category: category, name: "Mắt đá");
        var some = await market.LiveProductAsync(category: category, name: "Mật mía");
        var all = await market.LiveProductAsync(category: category, name: "Mật da");
        await market.RebuildSearchAsync();

        (await FoundAsync(market, "mật da")).ShouldBe([all.Slug, folded.Slug, some.Slug]);
        (await FoundAsync(market, "mật")).ShouldBe([all.Slug, some.Slug, folded.Slug], ignoreOrder: true);
        (await FoundAsync(market, "mật"))[2].ShouldBe(folded.Slug);
    }

    [Theory, EveryDatabase]
    internal async Task What_is_equal_stands_by_stock_then_age_then_id(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var category = await market.CategoryAsync("Loại khác");
        var empty = await market.LiveProductAsync(onHand: 0, category: category, name: "Măng khô");
        var first = await market.LiveProductAsync(category: category, name: "Măng khô");
        var second = await market.LiveProductAsync(category: category, name: "Măng khô");
        market.Clock.Advance(TimeSpan.FromDays(1));
        var newest = await market.LiveProductAsync(category: category, name: "Măng khô");
        await market.RebuildSearchAsync();
        string[] equal = [.. new[] { first, second }.OrderBy(p => p.Product.Value).Select(p => p.Slug)];

        (await FoundAsync(market, "măng")).ShouldBe([newest.Slug, .. equal, empty.Slug]);
        (await FoundAsync(market, null)).ShouldBe([newest.Slug, .. equal, empty.Slug]);
    }

    [Theory, EveryDatabase]
    internal async Task Synonyms_and_stories_find_goods(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var seller = await market.NewSellerAsync();
        var tea = await market.LiveProductAsync(seller: seller, category: await market.CategoryAsync("Loại khác"), name: "Chè búp");
        await market.StoryAsync(seller, "Buổi sớm", "Trên đỉnh Háng Đồng có sương muối.", tea.Product);
        await market.RebuildSearchAsync();

        (await FoundAsync(market, "trà")).ShouldBe([tea.Slug]);
        (await FoundAsync(market, "sương muối")).ShouldBe([tea.Slug]);
        (await FoundAsync(market, "chế")).ShouldBe([tea.Slug], "folded alike, so still found");
        (await FoundAsync(market, "cà phê")).ShouldBeEmpty();
    }

    /// <summary>What a story told of goods goes with them no longer once they are taken out of it.</summary>
    [Theory, EveryDatabase]
    internal async Task What_a_story_is_no_longer_about_is_not_found_by_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var seller = await market.NewSellerAsync();
        var (tea, honey) = (await market.LiveProductAsync(seller: seller, name: "Chè búp"), await market.LiveProductAsync(seller: seller, name: "Mật ong"));
        await market.RebuildSearchAsync();
        var story = await market.LiveStoryAsync(seller, "Sương muối", tea.Product, honey.Product);
        await market.DeliverAsync();
        (await FoundAsync(market, "sương muối")).ShouldBe([tea.Slug, honey.Slug], ignoreOrder: true);

        (await market.SendAsync(new WriteStory.Command(Actor.Of(seller.Manager, ""), seller.Id, story, new("Sương muối"), LocalizedText.Empty, new("Trên đỉnh."), null, [honey.Product]))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await FoundAsync(market, "sương muối")).ShouldBe([honey.Slug]);
    }

    [Theory, EveryDatabase]
    internal async Task Events_keep_the_words_and_a_withdrawn_product_is_gone(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var product = await market.LiveProductAsync(name: "Chăn bông");
        await market.RebuildSearchAsync();
        await market.ChangeAsync(product.Product, p => p.Describe(new(new("Gối bông lau"), p.Line, p.Description, p.Use, p.OtherNames, p.Ingredients), p.Category));
        (await FoundAsync(market, "gối")).ShouldBe([product.Slug]);
        (await FoundAsync(market, "chăn")).ShouldBeEmpty();

        await market.ChangeAsync(product.Product, p => p.Withdraw());

        (await FoundAsync(market, "bông")).ShouldBeEmpty();
        (await market.RowsAsync<CoopMarket.Web.Features.Search.Data.SearchWord>()).ShouldNotContain(w => w.Subject == product.Product.Value);
    }

    [Theory, EveryDatabase]
    internal async Task Any_string_is_safe(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        await market.LiveProductAsync();
        await market.RebuildSearchAsync();
        using var reader = market.Reader();
        string[] raw =
        [
            "\"", "*", "AND", "t:", "NEAR(", "a-b", "who's", "(", "^", "\0", "%", "_", "\\", "' OR 1=1 --", "\uffff", "<script>alert(1)</script>", "{{7*7}}",
            new string('a', 40_000), string.Join(' ', Enumerable.Repeat("tỏi", 20_000)), "\u0301\u0302\u0303", "٣", "💐", "ǆ",
        ];
        foreach (var text in raw)
        {
            var answer = await reader.GetAsync("/search?q=" + Uri.EscapeDataString(text));
            ((int)answer.StatusCode).ShouldBe(200, text[..Math.Min(20, text.Length)]);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script>alert");
        }

        // A lone surrogate can't be written in an address; its bytes can.
        (await reader.GetAsync("/search?q=%ED%A0%80%FF")).IsSuccessStatusCode.ShouldBeTrue();
        foreach (var query in (string[])["?q=toi&p=0", "?q=toi&p=-1", "?q=toi&p=1e9", "?q=toi&p=999999999999"])
            (await FoundAsync(market, "toi", query)).Count.ShouldBe(1, query);
        foreach (var query in (string[])["?p=0", "?p=-1", "?p=1000000000", "?order=evil", "?order=evil&coop=evil&ready=evil"])
            (await FoundAsync(market, null, query)).Count.ShouldBe(1, query);
    }

    // The goods of a page in the order they stand there: of the search, or of the shelf of everything.
    private static async Task<IReadOnlyList<string>> FoundAsync(Market market, string? text, string? query = null)
    {
        using var reader = market.Reader();
        var page = await reader.GetStringAsync(text is null ? "/products" + query : "/search" + (query ?? "?q=" + Uri.EscapeDataString(text)));
        return [.. Address().Matches(page).Select(m => m.Groups["slug"].Value)];
    }

    [GeneratedRegex("<h3><a href=\"/p/(?<slug>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
