using System.Text.Json;
using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.Accounts;
using CoopMarket.Web.Tests.Architecture;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Sellers;

namespace CoopMarket.Web.Tests.Catalog;

public sealed class Categories_grow
{
    [Theory, EveryDatabase]
    internal async Task A_category_keeps_its_address_and_its_past_when_it_is_renamed(DatabaseProvider provider)
    {
        await using var market = await Market.OpenAsync(provider);
        var admin = Actor.Of(await market.PersonAsync(isAdmin: true), "");
        var tea = (await market.SendAsync(new AddCategory.Command(admin, "Chè", "Tea", null))).Value;
        var shan = (await market.SendAsync(new AddCategory.Command(admin, "Chè Shan tuyết", "Shan tea", tea))).Value;

        (await market.SendAsync(new AddCategory.Command(admin, "Chẻ", "Tea too", null))).Refusal.ShouldBe(new CategoryAddressTaken());
        (await market.SendAsync(new RenameCategory.Command(admin, tea, "Chè", "Tea", shan))).Refusal.ShouldBe(new CategoryOutOfPlace());
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        (await market.SendAsync(new RenameCategory.Command(admin, tea, "Chè và trà", "Tea", null))).IsDone.ShouldBeTrue();

        var all = await market.WithAsync<CategoryTree, IReadOnlyList<CategoryNode>>(t => t.AllAsync(CancellationToken.None));
        all.Select(c => (c.Name.Vi, c.Slug, c.Parent)).ShouldBe([("Chè và trà", "che", null), ("Chè Shan tuyết", "che-shan-tuyet", tea)]);
        (await market.RowsAsync<CategoryEntry>()).Count.ShouldBe(3);
    }

    [Fact]
    public void The_demos_categories_have_a_name_in_both_languages_and_a_place_for_coffee_and_for_all_else()
    {
        using var told = JsonDocument.Parse(Sources.Read("src/CoopMarket.Web/Seed/Content/categories.json"));
        var names = told.RootElement.GetProperty("categories").EnumerateArray().Select(c => c.GetProperty("name"))
            .Select(n => (Vi: n.GetProperty("vi").GetString()!, En: n.GetProperty("en").GetString()!)).ToList();

        names.ShouldAllBe(n => n.Vi.Length > 0 && n.En.Length > 0);
        names.ShouldContain(("Cà phê", "Coffee"));
        names[^1].ShouldBe(("Khác", "Other"), "who finds no better one comes to it last");
    }

    [Fact]
    public async Task A_reader_is_not_sent_to_an_empty_shelf_and_a_seller_can_choose_it()
    {
        await using var market = await Market.OpenAsync();
        var coop = await market.NewSellerAsync();
        var coffee = await market.CategoryAsync("Cà phê");
        var honey = await market.CategoryAsync("Mật ong");
        var wild = await market.CategoryAsync("Mật ong rừng", honey);
        await market.LiveProductAsync(seller: coop, category: wild);
        using var reader = market.Guest();
        using var desk = await market.ClientFor(coop.Manager);

        var kinds = (await reader.OpenAsync("/search?q=khong-co")).QuerySelector(".kinds")!.TextContent;
        kinds.ShouldContain("Mật ong");
        kinds.ShouldNotContain("Cà phê");
        (await reader.Client.GetStringAsync("/sitemaps/pages-1.xml")).ShouldNotContain("/c/ca-phe");
        (await desk.OpenAsync("/sell/products/new")).QuerySelector($"option[value='{coffee}']")!.TextContent.ShouldBe("Cà phê");
    }
}
