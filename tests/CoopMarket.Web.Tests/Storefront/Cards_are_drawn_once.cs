using System.Text.RegularExpressions;
using CoopMarket.Domain.Photos;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Photos;
using CoopMarket.Web.Tests.Rates;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Storefront;

public sealed partial class Cards_are_drawn_once
{
    private static readonly string[] Ways = ["", "/en", "/fr", "saving", "euros"];

    // So that no page comes from what nodes keep of whole pages.

    [Fact]
    public async Task And_look_the_same_ever_after_to_all_who_read_in_the_same_way()
    {
        await using var market = await OpenAsync();
        Dictionary<string, string> first = [];
        foreach (var way in Ways)
            first[way] = await ReadAsync(market, way);

        first.Values.Select(Cards).Distinct().Count().ShouldBe(Ways.Length, "nobody reads another's");
        foreach (var way in Ways)
            (await ReadAsync(market, way)).ShouldBe(first[way], way);
    }

    [Fact]
    public async Task And_tell_the_page_of_their_photos_and_cloths_however_often_they_are_shown()
    {
        await using var market = await OpenAsync();
        for (var round = 0; round < 2; round++)
        {
            var page = await ReadAsync(market, "");
            page.ShouldContain("rel=\"preload\"", Case.Sensitive, "the first photo is fetched early");
            page.ShouldContain($"<pattern id=\"{Cloth().Match(Cards(page)).Groups[1].Value}\"");
        }
    }

    [Fact]
    public async Task So_is_the_page_of_a_product_with_all_that_it_needs_elsewhere()
    {
        await using var market = await OpenAsync();
        var product = Address().Match(await ReadAsync(market, "")).Value;
        Dictionary<string, string> first = [];
        foreach (var way in Ways)
            first[way] = await ReadAsync(market, way, product);

        first.Values.Distinct().Count().ShouldBe(Ways.Length, "nobody reads another's");
        first[""].ShouldContain("rel=\"preload\"", Case.Sensitive, "the first photo is fetched early");
        foreach (var way in Ways)
        {
            var page = await ReadAsync(market, way, product);
            page.ShouldBe(first[way], way);
            foreach (var used in Used().Matches(page).Select(m => m.Groups[1].Value + m.Groups[2].Value).Distinct())
                page.ShouldContain($"id=\"{used}\"", Case.Sensitive, "bands and icons stand at its end");
        }
    }

    [Fact]
    public async Task And_anew_once_something_on_them_differs()
    {
        await using var market = await OpenAsync();
        var honey = await market.LiveProductAsync(name: "Mật ong");
        await market.DeliverAsync();
        (await ReadAsync(market, "")).ShouldContain("185.000");

        var form = DeskOf.Jar;
        form.Price = "199.000";
        (await market.SendAsync(SaveSize.Command.Of(DeskFactory.Manager(honey), honey.Cooperative, honey.Product, honey.Variant, form))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();

        (await ReadAsync(market, "")).ShouldContain("199.000");
    }

    private static async Task<Market> OpenAsync()
    {
        var market = await OrdersFactory.OpenAsync(DatabaseProvider.Sqlite);
        await market.RateAsync();
        var coop = await market.NewSellerAsync();
        var garlic = await market.LiveProductAsync(seller: coop, name: "Tỏi đen");
        (await market.AddPhotoAsync(coop, new(PhotoSubjectKind.Product, garlic.Product.Value))).IsDone.ShouldBeTrue();
        await market.DevelopAsync();
        await market.DeliverAsync();
        return market;
    }

    private async Task<string> ReadAsync(Market market, string way, string path = "/products")
    {
        using var reader = market.CreateClient();
        if (way == "saving")
            reader.DefaultRequestHeaders.Add("Save-Data", "on");
        if (way == "euros")
            reader.DefaultRequestHeaders.Add("Cookie", $"{market.Services.GetRequiredService<MarketCookies>().Currency}=EUR");
        var page = await reader.GetStringAsync(((way.StartsWith('/') ? way : "") + path).Anew());
        return Asked().Replace(page, "");
    }

    private static string Cards(string page) => string.Concat(Card().Matches(page).Select(m => m.Value));

    [GeneratedRegex(@"currency=\w+", RegexOptions.None, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"<li class=""thing.*?</li>", RegexOptions.Singleline, 1000)]
    private static partial Regex Card();

    [GeneratedRegex(@"/p/toi-den[\w-]*", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"url\(#([\w-]+)\)|href=""#(i-[\w-]+)""", RegexOptions.None, 1000)]
    private static partial Regex Used();

    [GeneratedRegex(@"fill=""url\(#([^)]+)\)""", RegexOptions.None, 1000)]
    private static partial Regex Cloth();
}
