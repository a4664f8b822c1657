using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Storefront;
using CoopMarket.Web.Features.Stories;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Catalog;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;
using CoopMarket.Web.Tests.Stories;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Tests.Storefront;

/// <summary>Stories are found by commune, cooperative and craft; and a cooperative stands where it is on a sketch of its province.</summary>
public sealed class Stories_are_looked_for
{
    [Theory, EveryDatabase]
    internal async Task By_commune_cooperative_and_craft(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var (garlic, weaving) = (await market.SellingCoopAsync("Hợp tác xã Tỏi Gia Phù"), await market.SellingCoopAsync("Hợp tác xã Dệt Vân Hồ"));
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE sellers_cooperatives SET commune_code = '04048' WHERE id = {0}", weaving.Id.Value));
        var (food, cloth) = (await market.CategoryAsync(), await market.CategoryAsync());
        var (bulb, scarf) = (await market.LiveProductAsync(seller: garlic, category: food), await market.LiveProductAsync(seller: weaving, category: cloth, name: "Khăn piêu"));
        await market.LiveStoryAsync(garlic, "Nồi ủ của chị Pâng", bulb.Product);
        var scarves = await market.LiveStoryAsync(weaving, "Khung dệt trong bản", scarf.Product);
        await market.DeliverAsync();
        using var reader = market.CreateClient();
        var slug = (await market.RowsAsync<Domain.Catalog.CategoryEntry>()).ToDictionary(c => c.Category, c => c.Slug);

        (await TitlesAsync("/stories")).ShouldBe(["Khung dệt trong bản", "Nồi ủ của chị Pâng"], ignoreOrder: true);
        (await TitlesAsync("/stories?commune=04048")).ShouldBe(["Khung dệt trong bản"]);
        (await TitlesAsync("/stories?commune=" + Places.Communes[0].Code)).ShouldBe(["Nồi ủ của chị Pâng"]);
        (await TitlesAsync("/stories?coop=" + garlic.Slug)).ShouldBe(["Nồi ủ của chị Pâng"]);
        (await TitlesAsync("/stories?craft=" + slug[cloth])).ShouldBe(["Khung dệt trong bản"]);
        (await TitlesAsync("/stories?craft=nowhere")).Count.ShouldBe(2, "what is unknown counts as not said");
        (await TitlesAsync("/en/stories?commune=04048")).ShouldBe(["Thirty days beside the oven"]);
        var index = await reader.GetStringAsync("/stories");
        foreach (var way in new[] { "commune=04048", "coop=" + weaving.Slug, "craft=" + slug[food] })
            index.ShouldContain($"href=\"/stories?{way}\"");

        (await market.SendAsync(new WithdrawStory.Command(Actor.Of(weaving.Manager, "127.0.0.1"), weaving.Id, scarves))).IsDone.ShouldBeTrue();
        await market.DeliverAsync();
        (await reader.GetStringAsync("/stories")).ShouldNotContain("commune=04048", customMessage: "nobody is sent where nothing is told");

        async Task<List<string>> TitlesAsync(string address)
        {
            var page = await reader.GetStringAsync(address);
            return [.. new[] { "Khung dệt trong bản", "Nồi ủ của chị Pâng", "Thirty days beside the oven" }.Where(t => System.Net.WebUtility.HtmlDecode(page).Contains($">{t}</a>", StringComparison.Ordinal))];
        }
    }

    [Fact]
    internal async Task A_cooperative_stands_on_the_map_where_its_commune_is()
    {
        await using var market = await Market.OpenAsync(DatabaseProvider.Sqlite);
        var (here, elsewhere) = (await market.SellingCoopAsync(), await market.SellingCoopAsync("Hợp tác xã Gốm Bát Tràng"));
        await market.InDbAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE sellers_cooperatives SET province = '01', commune_code = '', commune = 'Bát Tràng' WHERE id = {0}", elsewhere.Id.Value));
        using var reader = market.CreateClient();
        var spot = SketchMap.Of(Places.Communes[0].Code)!;

        (await reader.GetStringAsync("/cooperatives/" + here.Slug)).ShouldContain($"<circle cx=\"{spot.X}\" cy=\"{spot.Y}\"");
        (await reader.GetStringAsync("/cooperatives/" + elsewhere.Slug)).ShouldNotContain("class=\"sketch\"", customMessage: "only one province is drawn");
    }

    [Fact]
    public void Every_commune_has_its_own_place_within_the_drawing()
    {
        var spots = Places.Communes.Select(c => SketchMap.Of(c.Code)).ToList();
        spots.ShouldAllBe(s => s != null && s.X > 5 && s.X < SketchMap.Width - 5 && s.Y > 5 && s.Y < SketchMap.Height - 5);
        spots.Distinct().Count().ShouldBe(spots.Count);
        SketchMap.Of("00000").ShouldBeNull();
    }
}
