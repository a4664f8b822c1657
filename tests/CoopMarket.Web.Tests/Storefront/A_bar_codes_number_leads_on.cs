using System.Net;
using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Desk;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.Desk;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Lots;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Storefront;

public sealed class A_bar_codes_number_leads_on
{
    private const string Printed = "6291041500213";
    private const string Kept = "0" + Printed;

    [Theory, EveryDatabase]
    internal async Task To_the_lots_page_and_without_a_lot_to_the_product_in_the_readers_language(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await NumberedAsync(market);
        var code = (await market.LotAsync(await market.LotAsync(garlic, "TD-07"))).Code;

        (await LeadsToAsync(market, $"/01/{Kept}/10/TD-07")).ShouldBe("/q/" + code);
        (await LeadsToAsync(market, $"/01/{Printed}/10/td-07")).ShouldBe("/q/" + code, "shorter numbers are the same, and so is a lot in small letters");
        (await LeadsToAsync(market, $"/01/{Kept}/10/TD-07", "fr")).ShouldBe("/fr/q/" + code);
        (await LeadsToAsync(market, $"/01/{Kept}/10/TD-08")).ShouldBe("/p/" + garlic.Slug, "a lot that nobody knows");
        (await LeadsToAsync(market, $"/01/{Kept}", "en")).ShouldBe("/en/p/" + garlic.Slug);
    }

    [Theory, EveryDatabase]
    internal async Task To_the_lot_still_where_the_goods_are_no_longer_sold_and_nowhere_else_then(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await NumberedAsync(market);
        var code = (await market.LotAsync(await market.LotAsync(garlic, "TD-07"))).Code;
        (await market.SendAsync(new WithdrawProduct.Command(DeskFactory.Manager(garlic), garlic.Cooperative, garlic.Product))).IsDone.ShouldBeTrue();

        (await LeadsToAsync(market, $"/01/{Kept}/10/TD-07")).ShouldBe("/q/" + code);
        (await LeadsToAsync(market, $"/01/{Kept}")).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    internal async Task To_no_other_cooperatives_lot_and_nowhere_once_misread(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await NumberedAsync(market);
        var honey = await market.LiveProductAsync(name: "Mật ong");
        await market.LotAsync(honey, "TD-07");

        (await LeadsToAsync(market, $"/01/{Kept}/10/TD-07")).ShouldBe("/p/" + garlic.Slug, "that lot is another product's");
        foreach (var path in new[] { "/01/06291041500214/10/TD-07", "/01/09520000001008/10/TD-07", "/01/0629104150021x", "/01/12345", $"/01/{Kept}/10/" })
            (await LeadsToAsync(market, path)).ShouldBeNull(path);
    }

    [Theory, EveryDatabase]
    internal async Task From_the_labels_of_the_size_that_has_it(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var garlic = await NumberedAsync(market);
        var (plain, strange) = (await market.LotAsync(garlic, "TD-07"), await market.LotAsync(garlic, "Tỏi 7"));

        (await AddressAsync(plain)).ShouldEndWith($"/01/{Kept}/10/TD-07");
        (await AddressAsync(strange)).ShouldEndWith("/q/" + (await market.LotAsync(strange)).Code, Case.Sensitive, "GS1 knows no such letters");
        await market.InDbAsync(db => db.Set<Variant>().ExecuteUpdateAsync(set => set.SetProperty(v => v.Gtin, (string?)null)));
        (await AddressAsync(plain)).ShouldEndWith("/q/" + (await market.LotAsync(plain)).Code);

        async Task<string> AddressAsync(Domain.Shared.LotId lot)
            => (await market.SendAsync(new LotLabels.Query(DeskFactory.Manager(garlic), garlic.Cooperative, lot)))!.Sizes.ShouldHaveSingleItem().Address;
    }

    private static async Task<ListedProduct> NumberedAsync(Market market)
    {
        var garlic = await market.LiveProductAsync(name: "Tỏi đen");
        await market.InDbAsync(db => db.Set<Variant>().Where(v => v.Id == garlic.Variant).ExecuteUpdateAsync(set => set.SetProperty(v => v.Gtin, Kept)));
        return garlic;
    }

    private static async Task<string?> LeadsToAsync(Market market, string path, string language = "")
    {
        using var reader = market.CreateClient();
        if (language.Length > 0)
            reader.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", language);
        var answer = await reader.GetAsync(path);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString();
    }
}
