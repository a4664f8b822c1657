using CoopMarket.Domain.Catalog;
using CoopMarket.Web.Features.Catalog;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
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
}
